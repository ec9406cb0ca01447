package org.launchgate.example.attack.token;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes JSON, and what only looks like it. */
public final class Json {
  /** A null. */
  public static final Raw NULL = new Raw("null");

  private Json() {}

  /** What is written as it stands, be it JSON or not. */
  public record Raw(String text) {}

  /** The text of a map, list, string, number, boolean or {@link Raw}. */
  public static String of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(member -> string(String.valueOf(member.getKey())) + ":" + of(member.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Raw raw) {
      return raw.text();
    }
    return value instanceof String text ? string(text) : String.valueOf(value);
  }

  private static String string(String text) {
    return text.chars().mapToObj(Json::character).collect(Collectors.joining("", "\"", "\""));
  }

  private static String character(int c) {
    if (c == '"' || c == '\\') {
      return "\\" + (char) c;
    }
    return c < 0x20 ? String.format("\\u%04x", c) : String.valueOf((char) c);
  }
}
