package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sender's ephemeral key ({@code epk}, RFC 7518 section 4.6.1.1). It has to be a point of
 * the receiver's own curve: one of another curve, or of none, would draw the private key out of the
 * receiver bit by bit (RFC 8725 section 3.4).
 */
final class EphemeralKey {
  private EphemeralKey() {}

  /** The members that make the key, and nothing else; null when it is not fit. */
  static @Nullable Map<String, Object> read(@Nullable Object epk, ECParameterSpec own) {
    if (!(epk instanceof Map<?, ?> jwk) || jwk.containsKey("d")) {
      return null;
    }
    String curve = NistCurve.name(own);
    if (curve == null || !"EC".equals(jwk.get("kty")) || !curve.equals(jwk.get("crv"))) {
      return null;
    }
    BigInteger x = coordinate(jwk.get("x"), own);
    BigInteger y = coordinate(jwk.get("y"), own);
    return x == null || y == null || !NistCurve.holds(own, new ECPoint(x, y))
        ? null
        : new HashMap<>(
            Map.of(
                "kty",
                "EC",
                "crv",
                curve,
                "x",
                String.valueOf(jwk.get("x")),
                "y",
                String.valueOf(jwk.get("y"))));
  }

  /** As long as the curve's field, leading zeros included (RFC 7518 section 6.2.1.2). */
  private static @Nullable BigInteger coordinate(@Nullable Object value, ECParameterSpec own) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(value instanceof String text ? text : "");
      int length = (own.getCurve().getField().getFieldSize() + 7) / 8;
      return bytes.length == length ? new BigInteger(1, bytes) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
