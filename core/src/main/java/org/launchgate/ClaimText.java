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
        && !text.isBlank()
        && text.codePoints().noneMatch(ClaimText::deceives);
  }

  static boolean isFit(@Nullable Object value, Form form) {
    return isFit(value) && (form != Form.DATE || (value instanceof String text && isDate(text)));
  }

  /** Why a value is not fit, without the value. */
  static String expectation(Form form) {
    return form == Form.DATE
        ? "expected a calendar date such as 1969-11-13"
        : "expected a text of at most 255 characters without control or direction characters";
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

  /** Control characters, line separators, and the marks that reorder what follows on a screen. */
  private static boolean deceives(int c) {
    return Character.isISOControl(c)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
