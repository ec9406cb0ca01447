package org.launchgate;

import java.util.regex.Pattern;

/** Makes text of doubtful origin fit for one line of a log. */
final class LogText {
  private static final int MAX_QUOTED = 64;

  /** What names parties and keys: no e-mail address, no free text. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~:/ -]{0,63}");

  /** How every token begins: a brace and a quotation mark in base64url. */
  private static final String TOKEN_START = "eyJ";

  private LogText() {}

  /** A value from a token that names a party or a key, if it looks like one; else not the value. */
  static String name(String value) {
    return NAME.matcher(value).matches() && !value.startsWith(TOKEN_START)
        ? quoted(value)
        : "another (" + value.length() + " characters)";
  }

  /** A value from outside, in quotes, shortened and without anything that could fake a line. */
  static String quoted(String value) {
    String shown = value.length() <= MAX_QUOTED ? value : value.substring(0, MAX_QUOTED) + "…";
    return "\"" + clean(shown).replace("\"", "'") + "\"";
  }

  /** The text with every control, format, separator and unpaired surrogate replaced by a dot. */
  static String clean(String text) {
    return text.codePoints().allMatch(LogText::harmless)
        ? text
        : text.codePoints()
            .map(c -> harmless(c) ? c : '.')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean harmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
