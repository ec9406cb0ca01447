package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.TestPartner;

/** What a JWK is for and what it is made of. */
class JsonWebKeysTest {
  private static final RSAPrivateCrtKey RSA = (RSAPrivateCrtKey) TestPartner.RSA.getPrivate();

  private static Map<String, @Nullable Object> publicKey() {
    return new HashMap<>(
        Map.of("kty", "RSA", "n", number(RSA.getModulus()), "e", number(RSA.getPublicExponent())));
  }

  private static Map<String, @Nullable Object> privateKey() {
    return with(publicKey(), "d", number(RSA.getPrivateExponent()));
  }

  private static String number(BigInteger number) {
    return EncryptedTokenBuilder.coordinate(number, number.bitLength());
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> jwk, String member, @Nullable Object value) {
    jwk.put(member, value);
    return jwk;
  }

  private static void assertRefused(Map<String, @Nullable Object> jwk, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonWebKeys.read(jwk))
        .withMessage(message);
  }

  private static void assertPrivateRefused(Map<String, @Nullable Object> jwk, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonWebKeys.readPrivate(jwk))
        .withMessage(message);
  }

  @Test
  void keyForAnotherUseIsRefusedByTheMemberThatSaysSo() {
    String byUse = "\"use\" must be \"sig\" or absent";
    String byOperations = "\"key_ops\" must contain \"verify\" or be absent";

    assertRefused(with(publicKey(), "use", "enc"), byUse);
    assertRefused(with(with(publicKey(), "use", "enc"), "key_ops", List.of("verify")), byUse);
    assertRefused(with(with(publicKey(), "use", "enc"), "key_ops", List.of("encrypt")), byUse);
    assertRefused(with(publicKey(), "key_ops", List.of("sign")), byOperations);
  }

  @Test
  void useAndOperationsThatContradictEachOtherAreAMistake() {
    assertRefused(
        with(with(publicKey(), "use", "sig"), "key_ops", List.of("encrypt")),
        "\"key_ops\" contradicts \"use\"; it must contain one of [verify]");
  }

  @Test
  void keyIsForSigningWhenNeitherUseNorOperationsSayOtherwise() {
    assertThat(JsonWebKeys.isForSigning(publicKey())).isTrue();
    assertThat(JsonWebKeys.isForSigning(with(publicKey(), "use", "sig"))).isTrue();
    assertThat(JsonWebKeys.isForSigning(with(publicKey(), "key_ops", List.of("verify")))).isTrue();
    assertThat(
            JsonWebKeys.isForSigning(
                with(with(publicKey(), "use", "sig"), "key_ops", List.of("verify"))))
        .isTrue();
    assertThat(JsonWebKeys.isForSigning(with(publicKey(), "key_ops", List.of("sign")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth"})
  void anyMemberOfAPrivateKeyMakesItPrivate(String member) {
    assertThat(JsonWebKeys.isPrivate(with(publicKey(), member, null))).isTrue();
    assertThat(JsonWebKeys.isPrivate(publicKey())).isFalse();
  }

  @Test
  void whatIsNoPartOfTheKeyIsIgnored() {
    assertThat(JsonWebKeys.read(with(publicKey(), "crv", 5L)))
        .isEqualTo(TestPartner.RSA.getPublic());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!!"})
  void numberThatIsEmptyOrNoBase64UrlIsRefused(String number) {
    assertRefused(
        with(publicKey(), "n", number),
        "\"n\" must be a number in base64url, as every RSA key has it");
  }

  @Test
  void privateKeyIsReadByItsExponentAloneAndWithoutOtherPrimes() {
    for (Map<String, @Nullable Object> jwk :
        List.of(privateKey(), with(privateKey(), "oth", List.of()))) {
      RSAPrivateKey key = (RSAPrivateKey) JsonWebKeys.readPrivate(jwk);
      assertThat(key.getPrivateExponent()).isEqualTo(RSA.getPrivateExponent());
    }
  }

  @Test
  void privateKeyOfOddNumbersIsRefused() {
    assertPrivateRefused(
        with(privateKey(), "e", number(BigInteger.valueOf(4))),
        "an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual");
  }

  @Test
  void privateKeyThatBelongsToAnotherPublicOneIsRefused() {
    assertPrivateRefused(
        with(privateKey(), "e", number(BigInteger.valueOf(3))),
        "is no key: its private numbers do not belong to its public ones, for which senders"
            + " encrypt");
  }
}
