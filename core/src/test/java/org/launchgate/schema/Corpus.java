package org.launchgate.schema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Right and wrong files of one kind. A wrong one is a right one with one change, so that it has one
 * mistake: {@code {"of": "a right file", "at": "/a/place", "put": value}}, or {@code "rename":
 * name}, or neither where what is there is removed.
 */
final class Corpus {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final String kind;
  private final Map<String, JsonNode> right;

  /**
   * The files of a kind.
   *
   * @param kind {@code partners} or {@code profile}
   * @param standIns JSON texts for what cannot stand in a file of tests, such as private keys, by
   *     the text that stands there instead
   */
  Corpus(String kind, Map<String, String> standIns) {
    this.kind = kind;
    this.right = new LinkedHashMap<>();
    ObjectNode read = read("right");
    read.properties()
        .forEach(file -> right.put(file.getKey(), replaced(file.getValue(), standIns)));
  }

  /** The right files, by their names. */
  Map<String, JsonNode> right() {
    return right;
  }

  /** Files with a mistake, by its name. */
  Map<String, JsonNode> wrong() {
    return edited("wrong");
  }

  /** Files with a mistake that no schema sees, by its name. */
  Map<String, JsonNode> wrongForTheLoaderAlone() {
    return edited("loader-only");
  }

  private Map<String, JsonNode> edited(String part) {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    read(part).properties().forEach(edit -> files.put(edit.getKey(), edited(edit.getValue())));
    return files;
  }

  private JsonNode edited(JsonNode edit) {
    JsonNode original = right.get(edit.path("of").asText());
    if (original == null) {
      throw new IllegalArgumentException("no right file is called " + edit.path("of"));
    }
    String at = edit.path("at").asText();
    if (edit.has("put")) {
      return Edit.put(original, at, edit.get("put"));
    }
    return edit.has("rename")
        ? Edit.rename(original, at, edit.get("rename").asText())
        : Edit.remove(original, at);
  }

  private ObjectNode read(String part) {
    String file = kind + "-" + part + ".json";
    try (InputStream in = Corpus.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not on the class path");
      }
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode replaced(JsonNode file, Map<String, String> standIns) {
    String text = file.toString();
    for (Map.Entry<String, String> standIn : standIns.entrySet()) {
      text = text.replace('"' + standIn.getKey() + '"', standIn.getValue());
    }
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
