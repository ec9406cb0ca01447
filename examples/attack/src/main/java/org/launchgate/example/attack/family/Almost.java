package org.launchgate.example.attack.family;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Texts that a careless comparison takes for another. */
final class Almost {
  private Almost() {}

  /** What a careless comparison takes for the same. */
  static List<String> of(String text) {
    String start = text.substring(0, text.length() - 1);
    char last = text.charAt(text.length() - 1);
    return Stream.of(
            text + " ",
            " " + text,
            text + "/",
            text + "\0",
            text + "\n",
            text + ".",
            text + "1",
            start,
            text + ".example",
            "x" + text,
            text.toUpperCase(Locale.ROOT),
            text.toLowerCase(Locale.ROOT),
            start + (char) (last + 0xFEE0),
            text + "\u200b",
            "\ufeff" + text,
            text + "\u0301",
            text.replace("e", "\u0435"),
            text.replace(" ", "\u00a0"),
            text.replace("://", ":///"),
            text + "#",
            text + "?x")
        .filter(other -> !other.equals(text))
        .distinct()
        .toList();
  }
}
