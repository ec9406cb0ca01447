package org.launchgate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Strict base64url without padding (RFC 7515 section 2, RFC 4648 section 3.5): every byte string
 * has exactly one spelling, so that nothing can be changed in a token without being noticed.
 */
final class Base64UrlText {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64UrlText() {}

  static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  /** The bytes of a text that consists of digits only; null when no bytes are spelled like this. */
  static byte @Nullable [] decode(String digits) {
    int spare = digits.length() % 4;
    if (spare == 1 || !endsCanonically(digits, spare)) {
      return null;
    }
    return Base64.getUrlDecoder().decode(digits.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The last digit of an incomplete group holds 4 or 2 bits that stand for nothing: zero. */
  private static boolean endsCanonically(String digits, int spare) {
    if (spare == 0) {
      return true;
    }
    int last = ALPHABET.indexOf(digits.charAt(digits.length() - 1));
    return (last & (spare == 2 ? 0b1111 : 0b11)) == 0;
  }
}
