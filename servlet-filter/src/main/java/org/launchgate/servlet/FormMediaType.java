package org.launchgate.servlet;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one media type in which a launch is posted (RFC 9110, section 8.3.1). */
final class FormMediaType {
  private static final String FORM = "application/x-www-form-urlencoded";

  private FormMediaType() {}

  /** Whether a Content-Type is that of a form in UTF-8. */
  static boolean is(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    return parts[0].strip().equals(FORM)
        && Arrays.stream(parts).skip(1).map(String::strip).allMatch(FormMediaType::isHarmless);
  }

  private static boolean isHarmless(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0
        || !parameter.substring(0, equals).strip().equals("charset")
        || isUtf8(parameter.substring(equals + 1).strip());
  }

  private static boolean isUtf8(String charset) {
    return charset.equals("utf-8") || charset.equals("\"utf-8\"");
  }
}
