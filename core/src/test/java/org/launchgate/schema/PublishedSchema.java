package org.launchgate.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A JSON Schema from the class path, behind a validator that others wrote. */
public final class PublishedSchema {
  /** The schema of partners files. */
  public static final PublishedSchema PARTNERS = new PublishedSchema("partners.schema.json");

  /** The schema of profiles. */
  public static final PublishedSchema PROFILE = new PublishedSchema("profile.schema.json");

  /** Where both stand side by side, so that one finds the other by its file name. */
  private static final String FOLDER = "https://schema.example/";

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final String text;
  private final Schema schema;

  private PublishedSchema(String file) {
    this.text = resource(file);
    this.schema = registry().getSchema(SchemaLocation.of(FOLDER + file));
  }

  private static SchemaRegistry registry() {
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder.schemas(
                Map.of(
                    FOLDER + "partners.schema.json", resource("partners.schema.json"),
                    FOLDER + "profile.schema.json", resource("profile.schema.json"))));
  }

  private static String resource(String file) {
    try (InputStream in =
        PublishedSchema.class.getResourceAsStream("/org/launchgate/schema/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema has against a JSON text; nothing where it keeps to it. */
  public List<String> mistakes(String json) {
    return messages(schema, json);
  }

  /** What the meta-schema has against the schema itself. */
  List<String> mistakesOfItsOwn() {
    return messages(registry().getSchema(SchemaLocation.of(DRAFT)), text);
  }

  /** The schema as it was written. */
  String text() {
    return text;
  }

  private static List<String> messages(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
