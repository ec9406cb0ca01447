package org.launchgate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ClaimRule.Form;

/** What a text from a token may look like. */
final class ClaimText {
  /** Longer is no identifier, name, phone number or address. Checklist rows 28 and 34. */
  static final int MAX_LENGTH = 255;

  private static final Pattern DATE_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private ClaimText() {}

  /** Whether a value is a text that is not blank, not long and shows what it holds. */
  static boolean isFit(@Nullable Object value) {
    return value instanceof String text
        && text.length() <= MAX_LENGTH
        && text.codePoints().anyMatch(ClaimText::shows)
        && text.codePoints().noneMatch(ClaimText::deceives);
  }

  static boolean isFit(@Nullable Object value, Form form) {
    return isFit(value) && (form != Form.DATE || (value instanceof String text && isDate(text)));
  }

  /** Why a value is not fit, without the value. */
  static String expectation(Form form) {
    return form == Form.DATE
        ? "expected a calendar date such as 1969-11-13"
        : "expected a text of at most 255 characters that all show";
  }

  private static boolean isDate(String text) {
    if (!DATE_SHAPE.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text, DATE);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Whether a character leaves something on a screen: one of these a text has to have. */
  private static boolean shows(int c) {
    return !Character.isSpaceChar(c) && !Character.isWhitespace(c) && !deceives(c) && !joins(c);
  }

  /**
   * Control characters, line separators, what is invisible or reorders what follows on a screen,
   * and what is no character at all: two identifiers that look the same have to be the same.
   */
  private static boolean deceives(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> !joins(c);
      default -> (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    };
  }

  /** The two invisible characters that names in Arabic and Indic scripts need. */
  private static boolean joins(int c) {
    return c == 0x200C || c == 0x200D;
  }
}
