package org.launchgate;

/** Makes text of doubtful origin fit for one line of a log. */
final class LogText {
  private static final int MAX_QUOTED = 64;

  private LogText() {}

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
