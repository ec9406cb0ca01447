package org.launchgate.servlet;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one media type in which a launch is posted (RFC 9110, section 8.3.1). */
final class FormMediaType {
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-zA-Z]{1,16}/[a-zA-Z0-9.+-]{1,48}");

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

  /** The bare media type, for a log; not the header's own text where it is none. */
  static String shown(@Nullable String contentType) {
    if (contentType == null) {
      return "none";
    }
    String bare = contentType.split(";", 2)[0].strip();
    return MEDIA_TYPE.matcher(bare).matches() ? bare : "no media type";
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
