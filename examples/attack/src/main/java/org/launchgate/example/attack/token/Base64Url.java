package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Base64url without padding, as RFC 7515 asks. */
public final class Base64Url {
  private Base64Url() {}

  /** Of bytes. */
  public static String of(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Of a text in UTF-8. */
  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The bytes of a text. */
  public static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
