package org.launchgate.jwks;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.launchgate.TestPartner;
import org.launchgate.spi.PartnerKey;

/** JWK sets as partners publish them; texts have single quotes for double ones. */
final class TestJwks {
  static final KeyPair RSA = TestPartner.RSA;
  static final KeyPair OTHER_RSA = TestPartner.rsa(2048);

  private TestJwks() {}

  /** A set of these keys. */
  static byte[] set(String... keys) {
    return json("{'keys': [" + String.join(", ", keys) + "]}");
  }

  static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  /** An RSA key with the members that HTI's published keys have, and those that are given. */
  static String rsa(String keyId, String... more) {
    return rsa(RSA, Stream.concat(Stream.of("'kid': '" + keyId + "'"), Arrays.stream(more)));
  }

  static String rsaWithoutKeyId(KeyPair pair) {
    return rsa(pair, Stream.empty());
  }

  private static String rsa(KeyPair pair, Stream<String> more) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    String own =
        "'kty': 'RSA', 'n': '%s', 'e': '%s'"
            .formatted(unsigned(key.getModulus(), 0), unsigned(key.getPublicExponent(), 0));
    return Stream.concat(Stream.of(own), more).collect(Collectors.joining(", ", "{", "}"));
  }

  static String shortRsa(String keyId) {
    return rsa(TestPartner.rsa(1024), Stream.of("'kid': '" + keyId + "'"));
  }

  static String ec(String keyId) {
    return ec((ECPublicKey) TestPartner.ec(256).getPublic(), "'kid': '" + keyId + "'");
  }

  private static String ec(ECPublicKey key, String more) {
    return "{'kty': 'EC', 'crv': 'P-256', 'x': '%s', 'y': '%s', %s}"
        .formatted(
            unsigned(key.getW().getAffineX(), 32), unsigned(key.getW().getAffineY(), 32), more);
  }

  /** A partner's key of one algorithm, RSA or EC on P-256, as the partner would publish it. */
  static String of(PartnerKey key) {
    String more =
        "'alg': '%s'".formatted(key.algorithms().iterator().next())
            + key.keyId().map(", 'kid': '%s'"::formatted).orElse("");
    return key.key() instanceof ECPublicKey ec
        ? ec(ec, more)
        : rsa(new KeyPair((PublicKey) key.key(), null), Stream.of(more));
  }

  private static String unsigned(BigInteger number, int length) {
    int size = Math.max(length, (number.bitLength() + 7) / 8);
    byte[] unsigned = new byte[size];
    byte[] signed = number.toByteArray();
    int count = Math.min(signed.length, size);
    System.arraycopy(signed, signed.length - count, unsigned, size - count, count);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
