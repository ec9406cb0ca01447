package org.launchgate.fuzzing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A second opinion on what a JSON text says: Jackson's, which shares nothing with our reader. */
public final class Json {
  private static final ObjectMapper JACKSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Json() {}

  /** The object that the text says; empty where Jackson reads none. */
  public static Optional<JsonNode> object(byte[] text) {
    try {
      JsonNode read = JACKSON.readTree(new String(text, StandardCharsets.UTF_8));
      return Optional.ofNullable(read).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The object of a text that we took, so that Jackson has to read one as well. */
  public static JsonNode taken(byte[] text) {
    return object(text)
        .orElseThrow(() -> new AssertionError("we take a text in which Jackson sees no object"));
  }
}
