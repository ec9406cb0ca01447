package org.launchgate.partner;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** Writes public keys as JWKs (RFC 7518 section 6), with single quotes, by the JDK alone. */
final class Jwks {
  private Jwks() {}

  static String rsa(KeyPair pair, String... moreMembers) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return object(
        "'kty': 'RSA', 'n': '%s', 'e': '%s'"
            .formatted(unsigned(key.getModulus(), 0), unsigned(key.getPublicExponent(), 0)),
        moreMembers);
  }

  static String ec(KeyPair pair, String curve, String... moreMembers) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    int length = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
    return object(
        "'kty': 'EC', 'crv': '%s', 'x': '%s', 'y': '%s'"
            .formatted(
                curve,
                unsigned(key.getW().getAffineX(), length),
                unsigned(key.getW().getAffineY(), length)),
        moreMembers);
  }

  static String oct(byte[] secret, String... moreMembers) {
    return object("'kty': 'oct', 'k': '%s'".formatted(base64url(secret)), moreMembers);
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String object(String members, String... more) {
    return "{" + String.join(", ", members, String.join(", ", more)).replaceAll(", $", "") + "}";
  }

  private static String unsigned(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    int size = Math.max(length, (number.bitLength() + 7) / 8);
    byte[] unsigned = new byte[size];
    int from = Math.max(0, signed.length - size);
    int count = signed.length - from;
    System.arraycopy(signed, from, unsigned, size - count, count);
    return base64url(unsigned);
  }
}
