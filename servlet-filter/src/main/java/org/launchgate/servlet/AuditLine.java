package org.launchgate.servlet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of {@code key=value} pairs. Whatever a value holds, it ends neither its pair nor the
 * line: what is not plain stands in quotes, and what does not show is escaped.
 */
final class AuditLine {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/+@|~-]+");

  private final StringBuilder text = new StringBuilder(256);

  AuditLine put(String key, String value) {
    text.append(text.length() == 0 ? "" : " ").append(key).append('=');
    if (PLAIN.matcher(value).matches()) {
      text.append(value);
    } else {
      quote(value);
    }
    return this;
  }

  AuditLine put(String key, Optional<String> value) {
    value.ifPresent(present -> put(key, present));
    return this;
  }

  private void quote(String value) {
    text.append('"');
    value.codePoints().forEach(this::escape);
    text.append('"');
  }

  private void escape(int c) {
    if (c == '"' || c == '\\') {
      text.append('\\').append((char) c);
    } else if (shows(c)) {
      text.appendCodePoint(c);
    } else {
      for (char unit : Character.toChars(c)) {
        text.append("\\u").append(String.format("%04x", (int) unit));
      }
    }
  }

  /** Letters of every script show; a dollar sign or a brace is a command to some log back ends. */
  private static boolean shows(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> c != '$' && c != '{' && c != '}';
    };
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
