package org.launchgate;

import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.VerifierFixture.PAYLOAD;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Published advisories of other verifiers: ECDSA signatures that are none, or have a twin. */
class EcdsaAdvisoriesTest {
  private static final Map<SigningAlgorithm, Integer> CURVES =
      Map.of(SigningAlgorithm.ES256, 256, SigningAlgorithm.ES384, 384, SigningAlgorithm.ES512, 521);

  static Stream<Arguments> algorithms() {
    return CURVES.entrySet().stream()
        .map(
            each ->
                argumentSet(each.getKey().name(), each.getKey(), TestPartner.ec(each.getValue())));
  }

  private static VerifierFixture fixture(SigningAlgorithm algorithm, KeyPair pair) {
    return new VerifierFixture(
        Partner.builder("tatooine", TestPartner.profile("exorlive"))
            .keys(List.of(PartnerKey.of("k", pair.getPublic(), Set.of(algorithm))))
            .build());
  }

  private static TokenBuilder token(SigningAlgorithm algorithm, KeyPair pair) {
    return TestPartner.exorliveToken()
        .header("alg", algorithm.name())
        .header("kid", "k")
        .signedBy(pair.getPrivate())
        .by("SHA%swithECDSAinP1363Format".formatted(algorithm.name().substring(2)));
  }

  private static String withSignature(String token, byte[] signature) {
    return token.substring(0, token.lastIndexOf('.') + 1) + TokenBuilder.encode(signature);
  }

  private static byte[] signature(String token) {
    return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  @DisplayName("CVE-2022-21449: r and s of zero, of the order, and beside them")
  @Clause("V-11")
  void signatureOfNumbersThatAreNoneIsRefused(SigningAlgorithm algorithm, KeyPair pair) {
    VerifierFixture at = fixture(algorithm, pair);
    String token = token(algorithm, pair).token();
    int half = signature(token).length / 2;
    for (BigInteger r : numbers(pair)) {
      for (BigInteger s : numbers(pair)) {
        byte[] both = join(bytes(r, half), bytes(s, half));

        at.refuse(withSignature(token, both), PAYLOAD, SIGNATURE_INVALID);
      }
    }
    at.accept(token, PAYLOAD);
  }

  /** 0, 1, n - 1, n, n + 1, 2 n where it fits, and all ones. */
  private static List<BigInteger> numbers(KeyPair pair) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    BigInteger order = key.getParams().getOrder();
    int bits = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8 * 8;
    BigInteger ones = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    List<BigInteger> numbers =
        new ArrayList<>(
            List.of(
                BigInteger.ZERO,
                BigInteger.ONE,
                order.subtract(BigInteger.ONE),
                order,
                order.add(BigInteger.ONE),
                order.shiftLeft(1),
                ones));
    numbers.removeIf(number -> number.bitLength() > bits);
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  @DisplayName("CVE-2022-21449: r and s of zero, in DER and in other lengths")
  @Clause("V-11")
  void signatureOfZerosInAnotherFormIsRefused(SigningAlgorithm algorithm, KeyPair pair) {
    VerifierFixture at = fixture(algorithm, pair);
    String token = token(algorithm, pair).token();
    int length = signature(token).length;
    byte[] order = ((ECPublicKey) pair.getPublic()).getParams().getOrder().toByteArray();
    for (byte[] signature :
        List.of(
            HexFormat.of().parseHex("3006020100020100"),
            HexFormat.of().parseHex("30080202000002020000"),
            HexFormat.of().parseHex("3006020101020100"),
            der(order, order),
            new byte[1],
            new byte[2],
            new byte[length - 2],
            new byte[length + 2],
            new byte[3 * length])) {
      at.refuse(withSignature(token, signature), PAYLOAD, SIGNATURE_INVALID);
    }
  }

  private static byte[] der(byte[] r, byte[] s) {
    byte[] body = join(join(tag(r), r), join(tag(s), s));
    byte[] head =
        body.length < 128
            ? new byte[] {0x30, (byte) body.length}
            : new byte[] {0x30, (byte) 0x81, (byte) body.length};
    return join(head, body);
  }

  private static byte[] tag(byte[] number) {
    return new byte[] {2, (byte) number.length};
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  @DisplayName("a genuine signature in DER, which some verifiers take beside RFC 7518 section 3.4")
  @Clause("V-12")
  void genuineSignatureInDerIsRefused(SigningAlgorithm algorithm, KeyPair pair)
      throws GeneralSecurityException {
    VerifierFixture at = fixture(algorithm, pair);
    String token = token(algorithm, pair).token();
    Signature der =
        Signature.getInstance("SHA%swithECDSA".formatted(algorithm.name().substring(2)));
    der.initSign(pair.getPrivate());
    der.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));

    at.refuse(withSignature(token, der.sign()), PAYLOAD, SIGNATURE_INVALID);
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  @DisplayName("ECDSA malleability: (r, n - s) verifies too, and is no second launch")
  @Clause({"V-12", "V-29"})
  void twinOfASignatureIsTheSameLaunch(SigningAlgorithm algorithm, KeyPair pair) {
    for (TokenBuilder builder :
        List.of(
            token(algorithm, pair),
            token(algorithm, pair).claim("jti", "once"),
            token(algorithm, pair).claim("iat", VerifierFixture.NOW.getEpochSecond()))) {
      String token = builder.token();
      String twin = withSignature(token, twin(signature(token), pair));

      VerifierFixture first = fixture(algorithm, pair);
      first.accept(token, PAYLOAD);
      first.refuse(twin, PAYLOAD, REPLAYED);
      VerifierFixture second = fixture(algorithm, pair);
      second.accept(twin, PAYLOAD);
      second.refuse(token, PAYLOAD, REPLAYED);
    }
  }

  private static byte[] twin(byte[] signature, KeyPair pair) {
    int half = signature.length / 2;
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
    BigInteger order = ((ECPublicKey) pair.getPublic()).getParams().getOrder();
    return join(Arrays.copyOf(signature, half), bytes(order.subtract(s), half));
  }

  private static byte[] bytes(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[length];
    int count = Math.min(signed.length, length);
    System.arraycopy(signed, signed.length - count, bytes, length - count, count);
    return bytes;
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
