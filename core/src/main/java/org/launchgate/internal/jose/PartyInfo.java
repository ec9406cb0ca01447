package org.launchgate.internal.jose;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The optional {@code apu} and {@code apv} of a key agreement (RFC 7518 section 4.6.1), which go
 * into the derivation of the key.
 */
final class PartyInfo {
  private static final List<String> MEMBERS = List.of("apu", "apv");

  private PartyInfo() {}

  /** Copies those that are there; false when one of them is no base64url. */
  static boolean copy(Map<String, @Nullable Object> from, Map<String, @Nullable Object> to) {
    for (String member : MEMBERS) {
      if (from.containsKey(member)) {
        if (!(from.get(member) instanceof String text) || !isBase64Url(text)) {
          return false;
        }
        to.put(member, text);
      }
    }
    return true;
  }

  /** Strictly, since jose4j's reader would leave out what is none. */
  private static boolean isBase64Url(String text) {
    try {
      Base64.getUrlDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
