package org.launchgate.servlet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.Channel;

/**
 * The media types in which a launch is posted (RFC 9110, section 8.3.1), in UTF-8 where it is text.
 */
enum LaunchMediaType {
  FORM("application/x-www-form-urlencoded", Channel.FORM),
  JSON("application/json", Channel.JSON),
  JWT("application/jwt", Channel.BODY);

  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-zA-Z]{1,16}/[a-zA-Z0-9.+-]{1,48}");

  private final String text;
  private final Channel channel;

  LaunchMediaType(String text, Channel channel) {
    this.text = text;
    this.channel = channel;
  }

  /** Its name. */
  String text() {
    return text;
  }

  /** The way in which a token travels in it. */
  Channel channel() {
    return channel;
  }

  /** The type of a Content-Type header; empty when it is none of these, or not in UTF-8. */
  static Optional<LaunchMediaType> of(@Nullable String contentType) {
    if (contentType == null) {
      return Optional.empty();
    }
    String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
    String bare = parts[0].strip();
    return Arrays.stream(parts).skip(1).map(String::strip).allMatch(LaunchMediaType::isHarmless)
        ? Arrays.stream(values()).filter(type -> type.text.equals(bare)).findFirst()
        : Optional.empty();
  }

  /**
   * The bare media type, for a log; not the header's own text where it is none. In small letters,
   * which say the same (RFC 9110, section 8.3.1) and leave nothing of a token that was put there.
   */
  static String shown(@Nullable String contentType) {
    if (contentType == null) {
      return "none";
    }
    String bare = contentType.split(";", 2)[0].strip();
    return MEDIA_TYPE.matcher(bare).matches() ? bare.toLowerCase(Locale.ROOT) : "no media type";
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
