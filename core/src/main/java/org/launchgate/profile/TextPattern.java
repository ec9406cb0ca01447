package org.launchgate.profile;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of {@link Pattern}'s kind that a claim's whole text has to match.
 *
 * <p>Some expressions take exponentially long on some texts, so the work on one text is limited: a
 * text on which the limit is reached does not match. Equal patterns have the same text. Immutable
 * and safe for use by many threads.
 */
public final class TextPattern {
  /** Far above what an ordinary expression needs for 4096 characters, and some 10 ms of work. */
  private static final int MAX_STEPS = 1_000_000;

  private static final int MAX_LENGTH = 1000;

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException that says what is wrong with it, without the expression
   */
  static TextPattern parse(String regex) {
    if (regex.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
    }
    try {
      return new TextPattern(Pattern.compile(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription() + " at index " + e.getIndex(), e);
    }
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    try {
      return pattern.matcher(new LimitedText(text)).matches();
    } catch (TooManySteps | StackOverflowError e) {
      // The matcher recurses once per repetition of a group, so a long text can exhaust the stack.
      return false;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextPattern that && that.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The expression as it was written. */
  @Override
  public String toString() {
    return pattern.pattern();
  }

  /** A text that can be looked at so many times and no more. */
  private static final class LimitedText implements CharSequence {
    private final String text;
    private int steps;

    LimitedText(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > MAX_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Ends a match; carries nothing. */
  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
