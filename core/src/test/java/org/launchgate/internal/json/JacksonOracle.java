package org.launchgate.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Jackson, as strict as it can be set, makes of a text: the second opinion of the fuzz test.
 */
final class JacksonOracle {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JacksonOracle() {}

  /** The value, with whole numbers and order as {@link StrictJson} has them; empty if refused. */
  static Optional<Answer> read(byte[] text) {
    try (JsonParser parser = parser(text)) {
      return Optional.of(new Answer(normalized(MAPPER.readValue(parser, Object.class))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** From a factory of its own: a shared one would spend its time on a table of random names. */
  private static JsonParser parser(byte[] text) throws IOException {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        // otherwise it would also take UTF-16 and UTF-32
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build()
        .createParser(text);
  }

  /** What one string literal means. */
  static String string(String literal) {
    Answer answer = read(literal.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    return (String) Objects.requireNonNull(answer.value());
  }

  /** The longest number of a text that Jackson accepts, in characters. */
  static int longestNumber(byte[] text) {
    int longest = 0;
    try (JsonParser parser = parser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        longest = token.isNumeric() ? Math.max(longest, parser.getTextLength()) : longest;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return longest;
  }

  /** The same value with objects as lists of their members, so that equality includes order. */
  static @Nullable Object normalized(@Nullable Object value) {
    if (value instanceof Integer integer) {
      return integer.longValue();
    }
    if (value instanceof List<?> array) {
      List<@Nullable Object> elements = new ArrayList<>();
      array.forEach(element -> elements.add(normalized(element)));
      return elements;
    }
    if (value instanceof Map<?, ?> object) {
      Map<@Nullable Object, @Nullable Object> members = new LinkedHashMap<>();
      object.forEach((name, member) -> members.put(name, normalized(member)));
      return new Members(new ArrayList<>(members.entrySet()));
    }
    return value;
  }

  /** An object's members in order; not a list, so that no object equals an array. */
  record Members(List<? extends Map.Entry<?, ?>> entries) {}

  /**
   * An accepted text.
   *
   * @param value its value, normalized; null for JSON null
   */
  record Answer(@Nullable Object value) {}
}
