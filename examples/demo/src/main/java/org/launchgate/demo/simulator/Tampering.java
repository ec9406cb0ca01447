package org.launchgate.demo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Changes a token after it was signed, as somebody on its way might. */
final class Tampering {
  private Tampering() {}

  /** The token with the last character of {@code value} replaced, where its payload holds that. */
  static String changeLastCharacter(String token, String value) {
    String[] parts = token.split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    String changed = payload.replace(value, withOtherEnd(value));
    return parts[0] + "." + encoded(changed) + "." + parts[2];
  }

  private static String withOtherEnd(String value) {
    int end = value.length() - 1;
    return value.substring(0, end) + (value.charAt(end) == '0' ? '1' : '0');
  }

  private static String encoded(String payload) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(UTF_8));
  }
}
