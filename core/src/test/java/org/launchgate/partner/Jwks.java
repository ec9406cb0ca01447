package org.launchgate.partner;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Writes keys as JWKs (RFC 7518 section 6), with single quotes, by the JDK alone. */
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

  static String okp(KeyPair pair, String... moreMembers) {
    byte[] encoded = pair.getPublic().getEncoded();
    return okp(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length), moreMembers);
  }

  static String okp(byte[] x, String... moreMembers) {
    return object("'kty': 'OKP', 'crv': 'Ed25519', 'x': '%s'".formatted(base64url(x)), moreMembers);
  }

  /** The set of those keys. */
  static String set(String... jwks) {
    return "{'keys': [" + String.join(", ", jwks) + "]}";
  }

  static String privateRsa(KeyPair pair, String... moreMembers) {
    RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
    return object(
        "'kty': 'RSA', 'n': '%s', 'e': '%s', 'd': '%s', 'p': '%s', 'q': '%s', 'dp': '%s', 'dq': '%s', 'qi': '%s'"
            .formatted(
                unsigned(key.getModulus(), 0),
                unsigned(key.getPublicExponent(), 0),
                unsigned(key.getPrivateExponent(), 0),
                unsigned(key.getPrimeP(), 0),
                unsigned(key.getPrimeQ(), 0),
                unsigned(key.getPrimeExponentP(), 0),
                unsigned(key.getPrimeExponentQ(), 0),
                unsigned(key.getCrtCoefficient(), 0)),
        moreMembers);
  }

  static String privateEc(KeyPair pair, String curve, String... moreMembers) {
    ECPrivateKey key = (ECPrivateKey) pair.getPrivate();
    int length = (key.getParams().getOrder().bitLength() + 7) / 8;
    String[] members = Arrays.copyOf(moreMembers, moreMembers.length + 1);
    members[moreMembers.length] = "'d': '" + unsigned(key.getS(), length) + "'";
    return ec(pair, curve, members);
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
