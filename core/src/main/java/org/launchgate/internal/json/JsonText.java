package org.launchgate.internal.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes small JSON documents (RFC 8259), such as the body of a refusal.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class JsonText {

  private JsonText() {}

  /**
   * Writes a value without white space, so that it can also stand inside an HTML {@code script}
   * element: {@code <}, {@code >}, {@code &}, U+2028 and U+2029 are escaped.
   *
   * <p>A lone surrogate in a string is written as it is. The value has to be a tree: there is no
   * limit of depth.
   *
   * @param value a {@link String}, {@link Boolean}, {@link Number} within the range of a finite
   *     {@code double}, null, or a {@link Map} with string keys or a {@link List} of such values,
   *     written in their own order
   * @return the JSON text
   * @throws IllegalArgumentException naming the class, not the content, of what JSON cannot hold
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    if (value instanceof String string) {
      appendString(out, string);
    } else if (value instanceof Map<?, ?> object) {
      appendObject(out, object);
    } else if (value instanceof List<?> array) {
      appendArray(out, array);
    } else if (value == null || value instanceof Boolean || isFinite(value)) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("JSON cannot hold this " + value.getClass().getName());
    }
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static void appendObject(StringBuilder out, Map<?, ?> object) {
    String separator = "{";
    for (Map.Entry<?, ?> member : object.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IllegalArgumentException("JSON member names are strings");
      }
      appendString(out.append(separator), name);
      append(out.append(':'), member.getValue());
      separator = ",";
    }
    out.append(object.isEmpty() ? "{}" : "}");
  }

  private static void appendArray(StringBuilder out, List<?> array) {
    String separator = "[";
    for (Object element : array) {
      append(out.append(separator), element);
      separator = ",";
    }
    out.append(array.isEmpty() ? "[]" : "]");
  }

  private static void appendString(StringBuilder out, String string) {
    out.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
