package org.launchgate.fuzzing;

import java.util.Collection;

/**
 * What every target demands of what it gets to see. Written out by hand, since it runs millions of
 * times.
 */
public final class Demand {
  private Demand() {}

  /** Fails with that sentence unless the condition holds. */
  public static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Fails unless a text can stand in a line of a log: nothing in it fakes or hides another. */
  public static void oneLine(String text) {
    that(text.codePoints().allMatch(Demand::isHarmless), "a line that could fake another: " + text);
  }

  /** Fails when a text shows one of these. */
  public static void showsNone(String text, Collection<String> secrets) {
    for (String secret : secrets) {
      that(!text.contains(secret), "a text that shows a secret: " + text);
    }
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
