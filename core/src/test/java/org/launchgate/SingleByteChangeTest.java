package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.security.Key;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * No change of a single byte of a valid token is accepted: not one of the 255 other bytes at any
 * place, not one byte less, not one more.
 *
 * <p>Under a public or private key, of which each use takes up to a millisecond, a digit of
 * base64url is replaced by those six that differ in one bit of what it says, so that every bit of
 * the token is changed; the bytes that are no digits are all tried. {@code
 * -Dlaunchgate.everyByte=true} tries all digits there too, which takes a minute.
 */
class SingleByteChangeTest {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final int BITS = 6;
  private static final int BYTES = 256;
  private static final boolean EVERY_BYTE = Boolean.getBoolean("launchgate.everyByte");

  private static final KeyPair EC = TestPartner.ec(256);
  private static final KeyPair ED = TestPartner.ed25519();
  private static final KeyPair OWN = TestPartner.ec(256);

  private static final LaunchVerifier VERIFIER =
      LaunchVerifier.builder()
          .partners(ConfiguredPartners.of(List.of(partner())))
          .decryptionKeys(List.of(DecryptionKey.of("own", OWN.getPrivate())))
          .replayStore((partner, launch, until) -> true) // a change is not refused as a replay
          .build();

  /**
   * A valid token.
   *
   * @param name how it is protected
   * @param text the token
   * @param quick whether checking it is a matter of microseconds
   */
  record Token(String name, String text, boolean quick) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Token> tokens() {
    String hs = token("hs", "HS256", TestPartner.SECRET).token();
    String rs = token("rs", "RS256", TestPartner.RSA.getPrivate()).token();
    String es = token("es", "ES256", EC.getPrivate()).token();
    String ed = token("ed", "EdDSA", ED.getPrivate()).by("Ed25519").token();
    String encrypted =
        EncryptedTokenBuilder.of(hs, OWN.getPublic(), "ECDH-ES+A128KW", "A128CBC-HS256")
            .header("kid", "own")
            .token();
    return Stream.of(
        new Token("HS256", hs, true),
        new Token("RS256", rs, false),
        new Token("ES256", es, false),
        new Token("EdDSA", ed, false),
        new Token("encrypted", encrypted, false));
  }

  /** As small as a launch can be. */
  private static TokenBuilder token(String keyId, String algorithm, Key key) {
    return new TokenBuilder()
        .header("alg", algorithm)
        .header("kid", keyId)
        .claim("employeeId", "e1")
        .claim("organizationId", "o1")
        .nested("contact", "id", "c1")
        .signedBy(key);
  }

  private static Partner partner() {
    return Partner.builder("clinic", TestPartner.profile("exorlive"))
        .keys(
            List.of(
                PartnerKey.of("hs", TestPartner.SECRET, Set.of(SigningAlgorithm.HS256)),
                PartnerKey.of("rs", TestPartner.RSA.getPublic(), Set.of(SigningAlgorithm.RS256)),
                PartnerKey.of("es", EC.getPublic(), Set.of(SigningAlgorithm.ES256)),
                PartnerKey.of("ed", ED.getPublic(), Set.of(SigningAlgorithm.EdDSA))))
        .build();
  }

  private static boolean isAccepted(String token) {
    return VERIFIER.verify(token, VerifierFixture.PAYLOAD) instanceof Verdict.Accepted;
  }

  /** Nobody accepts them: the changes at each place of the token. */
  private static void assertRefused(Token token, int places, IntFunction<Stream<String>> changes) {
    long tried =
        IntStream.range(0, places)
            .parallel()
            .mapToObj(changes)
            .flatMap(each -> each)
            .peek(
                changed -> {
                  if (isAccepted(changed)) {
                    fail("%s is accepted changed: %s instead of %s", token, changed, token.text);
                  }
                })
            .count();
    assertThat(tried).isGreaterThanOrEqualTo(places);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void unchangedIsAccepted(Token token) {
    assertThat(isAccepted(token.text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("tokens")
  @Clause("V-2")
  void anyOtherByteAtAnyPlaceIsRefused(Token token) {
    assertRefused(
        token,
        token.text.length(),
        place ->
            IntStream.range(0, BYTES)
                .filter(other -> isTried(token, token.text.charAt(place), other))
                .mapToObj(other -> with(token.text, place, place + 1, other)));
  }

  private static boolean isTried(Token token, int digit, int other) {
    if (other == digit) {
      return false;
    }
    boolean bothDigits = DIGITS.indexOf(digit) >= 0 && DIGITS.indexOf(other) >= 0;
    return token.quick
        || EVERY_BYTE
        || !bothDigits
        || Integer.bitCount(DIGITS.indexOf(digit) ^ DIGITS.indexOf(other)) == 1;
  }

  @Test
  void sixDigitsDifferInOneBitFromAny() {
    Token slow = new Token("slow", "", false);

    assertThat(DIGITS.chars())
        .allMatch(digit -> DIGITS.chars().filter(o -> isTried(slow, digit, o)).count() == BITS);
  }

  @ParameterizedTest
  @MethodSource("tokens")
  @Clause("V-2")
  void oneByteLessAnywhereIsRefused(Token token) {
    String text = token.text;

    assertRefused(
        token,
        text.length(),
        place -> Stream.of(text.substring(0, place) + text.substring(place + 1)));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  @Clause("V-2")
  void oneByteMoreAnywhereIsRefused(Token token) {
    assertRefused(
        token,
        token.text.length() + 1,
        place ->
            IntStream.range(0, BYTES)
                .filter(more -> token.quick || EVERY_BYTE || DIGITS.indexOf(more) <= 0)
                .mapToObj(more -> with(token.text, place, place, more)));
  }

  private static String with(String text, int from, int to, int character) {
    return text.substring(0, from) + (char) character + text.substring(to);
  }
}
