package org.launchgate.example.attack.trial;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.launchgate.example.attack.token.Json;

/** A value in a report: short, on one line, and every character of it visible. */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** The value. */
  public static String of(Object value) {
    String text = value instanceof String string ? string : text(value);
    String shown =
        text.codePoints()
            .limit(LONGEST)
            .mapToObj(c -> c >= 0x20 && c < 0x7F ? Character.toString(c) : escape(c))
            .collect(Collectors.joining());
    return "\"" + shown + (text.length() > LONGEST ? "...\"" : "\"");
  }

  // Maps and lists are claims, and written as such.
  private static String text(Object value) {
    return value instanceof Map || value instanceof List || value instanceof Json.Raw
        ? Json.of(value)
        : value.toString();
  }

  private static String escape(int c) {
    return String.format("\\u%04x", c);
  }
}
