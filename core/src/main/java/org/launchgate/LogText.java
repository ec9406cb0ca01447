package org.launchgate;

import java.util.regex.Pattern;
import org.launchgate.internal.config.OneLine;

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
    return "\"" + OneLine.of(shown).replace("\"", "'") + "\"";
  }
}
