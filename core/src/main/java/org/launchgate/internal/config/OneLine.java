package org.launchgate.internal.config;

/** Makes text of doubtful origin fit for one line of a log. */
public final class OneLine {
  private OneLine() {}

  /** The text with every control, format, separator and unpaired surrogate replaced by a dot. */
  public static String of(String text) {
    return text.codePoints().allMatch(OneLine::isHarmless)
        ? text
        : text.codePoints()
            .map(c -> isHarmless(c) ? c : '.')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isHarmless(int codePoint) {
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
