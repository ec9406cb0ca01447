package org.launchgate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ClaimRule;
import org.launchgate.profile.ResourceReference;
import org.launchgate.profile.ValueLimits;

/** What a text from a token may look like. */
final class ClaimText {
  /** The greatest whole number that every JSON reader reads alike (RFC 7493 section 2.2). */
  private static final long MAX_INTEGER = (1L << 53) - 1;

  private static final Pattern DATE_SHAPE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private ClaimText() {}

  /** Whether a value is a text that is not blank, not long and shows what it holds. */
  static boolean isFit(@Nullable Object value) {
    return isFit(value, ValueLimits.USUAL_LENGTH);
  }

  private static boolean isFit(@Nullable Object value, int maxLength) {
    return value instanceof String text
        && text.length() <= maxLength
        && text.codePoints().anyMatch(ClaimText::shows)
        && text.codePoints().noneMatch(ClaimText::deceives);
  }

  /** Whether a value is such a text and nothing in it is hidden, as an identifier has to be. */
  static boolean isIdentifier(@Nullable Object value) {
    return isFit(value) && hidesNothing(value);
  }

  private static boolean hidesNothing(@Nullable Object value) {
    return of(value).codePoints().noneMatch(c -> joins(c) || fills(c));
  }

  /** Whether a value is of the type and in the form that a rule asks for. */
  static boolean isFit(@Nullable Object value, ClaimRule rule) {
    return isOfType(value, rule) && rule.limits().fits(of(value));
  }

  private static boolean isOfType(@Nullable Object value, ClaimRule rule) {
    return switch (rule.form()) {
      case TEXT ->
          isFit(value, rule.limits().maxLength()) && (!rule.identifies() || hidesNothing(value));
      case DATE -> value instanceof String text && isDate(text);
      case INTEGER ->
          value instanceof Long number && number >= -MAX_INTEGER && number <= MAX_INTEGER;
      case REFERENCE -> ResourceReference.of(value).isPresent();
      case BOOLEAN -> value instanceof Boolean;
      case OBJECT -> value instanceof Map;
      case LIST -> value instanceof List;
    };
  }

  /** The text of a value whose type has one. */
  static String of(@Nullable Object value) {
    return String.valueOf(value);
  }

  /** Why a value is not fit, without the value. */
  static String expectation(ClaimRule rule) {
    String type =
        switch (rule.form()) {
          case TEXT ->
              "a text of at most " + rule.limits().maxLength() + " characters that all show";
          case DATE -> "a calendar date such as 1969-11-13";
          case INTEGER -> "a whole number of at most 2^53 - 1";
          case REFERENCE -> "a reference such as Patient/123";
          case BOOLEAN -> "true or false";
          case OBJECT -> "an object";
          case LIST -> "a list";
        };
    return "expected "
        + type
        + (rule.limits().pattern() == null ? "" : ", in the profile's pattern");
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

  /**
   * Whether a character, of those that do not deceive, leaves something on a screen: one of these a
   * text has to have.
   */
  private static boolean shows(int c) {
    return !Character.isSpaceChar(c) && !joins(c) && !fills(c);
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

  /**
   * What Unicode does not call a format character and yet leaves nothing on a screen: fillers,
   * variation selectors, the grapheme joiner and the blank of Braille. Names may hold some, such as
   * Mongolian ones or an emoji. Mostly what has the property Default_Ignorable_Code_Point (UAX 44),
   * which a JDK does not tell.
   */
  private static boolean fills(int c) {
    return switch (c) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (c >= 0x180B && c <= 0x180F)
              || (c >= 0xFE00 && c <= 0xFE0F)
              || (c >= 0xFFF0 && c <= 0xFFF8)
              || (c >= 0xE0000 && c <= 0xE0FFF);
    };
  }
}
