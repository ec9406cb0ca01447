package org.launchgate;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Published advisories of other verifiers: the algorithm that the token chooses itself. */
class AlgorithmAdvisoriesTest {
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);

  private final VerifierFixture at = new VerifierFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "None", "NONE", "nOnE", "none ", " none", "none\u00A0", "null", "0", "no"})
  @DisplayName("CVE-2015-2951, CVE-2018-1000531, CVE-2022-23540: alg none, in any spelling")
  @Clause("V-7")
  void algNoneInAnySpellingIsRefused(String algorithm) {
    String signed = at.zorgdomein().header("alg", algorithm).token();
    String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);

    at.refuse(unsigned, QUERY, TOKEN_MALFORMED);
    at.refuse(unsigned + "AA", QUERY, ALGORITHM_NOT_ALLOWED);
    at.refuse(signed, QUERY, ALGORITHM_NOT_ALLOWED);
  }

  @Test
  @DisplayName("CVE-2020-28042: a signature that is empty, under an algorithm that is agreed")
  @Clause("V-7")
  void emptySignatureIsRefused() {
    String signed = at.zorgdomein().token();
    String secret = TestPartner.exorliveToken().token();

    at.refuse(signed.substring(0, signed.lastIndexOf('.') + 1), QUERY, TOKEN_MALFORMED);
    at.refuse(secret.substring(0, secret.lastIndexOf('.') + 1), PAYLOAD, TOKEN_MALFORMED);
  }

  @Test
  @DisplayName("CVE-2018-1000125: header and claims alone, without a third part")
  @Clause("V-2")
  void tokenOfTwoPartsIsRefused() {
    String signed = at.zorgdomein().token();

    at.refuse(signed.substring(0, signed.lastIndexOf('.')), QUERY, TOKEN_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"0f379bb9-cbb6\"}",
        "{\"alg\":\"RS256\",\"alg\":\"none\",\"kid\":\"0f379bb9-cbb6\"}",
        "{\"alg\":\"RS256\",\"\\u0061lg\":\"HS256\",\"kid\":\"0f379bb9-cbb6\"}"
      })
  @DisplayName("RFC 7515 section 4: two alg in one header, of which readers take different ones")
  @Clause({"V-5", "V-7"})
  void twoAlgorithmsInOneHeaderAreRefused(String header) {
    at.refuse(at.zorgdomein().rawHeader(header), HEADER_MALFORMED);
  }

  static Stream<Arguments> publicKeysAsSecrets() {
    return Stream.of(RSA.getPublic(), P256.getPublic())
        .flatMap(
            key ->
                PublicKeySpellings.asSecrets(key).entrySet().stream()
                    .map(
                        each ->
                            argumentSet(
                                key.getAlgorithm() + " key: " + each.getKey(),
                                key,
                                each.getValue())));
  }

  @ParameterizedTest
  @MethodSource("publicKeysAsSecrets")
  @DisplayName(
      "CVE-2015-9235, CVE-2016-10555, CVE-2017-11424, CVE-2021-41106, CVE-2022-29217, CVE-2023-48223,"
          + " CVE-2024-33663, CVE-2024-37568, CVE-2024-54150, CVE-2026-34950: the public key as a"
          + " shared secret")
  @Clause({"V-7", "V-8"})
  void publicKeyIsNoSecretHoweverItIsSpelled(PublicKey key, SecretKey secret) {
    VerifierFixture usual = partnerWith(key, asymmetric(key));
    VerifierFixture careless = partnerWith(key, EnumSet.allOf(SigningAlgorithm.class));
    for (String bits : List.of("256", "384", "512")) {
      String forged =
          TestPartner.exorliveToken()
              .header("alg", "HS" + bits)
              .signedBy(secret)
              .by("HmacSHA" + bits)
              .token();

      usual.refuse(forged, PAYLOAD, ALGORITHM_NOT_ALLOWED);
      careless.refuse(forged, PAYLOAD, SIGNATURE_INVALID);
    }
  }

  private static Set<SigningAlgorithm> asymmetric(PublicKey key) {
    return Set.of(
        key.getAlgorithm().equals("RSA") ? SigningAlgorithm.RS256 : SigningAlgorithm.ES256);
  }

  private static VerifierFixture partnerWith(PublicKey key, Set<SigningAlgorithm> algorithms) {
    return new VerifierFixture(
        Partner.builder("tatooine", TestPartner.profile("exorlive"))
            .algorithms(algorithms)
            .keys(List.of(PartnerKey.of(TestPartner.TATOOINE_KEY_ID, key, algorithms)))
            .build());
  }

  @Test
  @DisplayName(
      "CVE-2026-22817, CVE-2026-44699: a JWK without alg, used for the algorithm of the token")
  @Clause("V-8")
  void publicJwkWithoutAlgServesNoSharedSecret() {
    String jwk =
        "{\"kty\":\"RSA\",\"kid\":\"1329879584\",\"e\":\"AQAB\",\"n\":\"%s\"}"
            .formatted(
                TokenBuilder.encode(((RSAPublicKey) RSA.getPublic()).getModulus().toByteArray()));
    VerifierFixture file =
        new VerifierFixture(
            PartnersFiles.of(
                "{\"partners\":[{\"id\":\"tatooine\",\"profile\":\"exorlive\","
                    + "\"algorithms\":[\"RS256\",\"HS256\"],\"keys\":[{\"jwk\":"
                    + jwk
                    + "}]}]}"));

    file.acceptPayload(
        TestPartner.exorliveToken().header("alg", "RS256").signedBy(RSA.getPrivate()));
    PublicKeySpellings.asSecrets(RSA.getPublic())
        .values()
        .forEach(
            secret ->
                file.refusePayload(TestPartner.exorliveToken().signedBy(secret), KEY_UNKNOWN));
  }

  @Test
  @DisplayName("CVE-2019-20933, CVE-2020-28637: a shared secret that is empty")
  @Clause("V-9")
  void emptySecretIsRefusedAtLoad() {
    for (String secret : List.of("\"secret\":\"\"", "\"secretText\":\"\"", "\"secretHex\":\"\"")) {
      assertThatIllegalArgumentException().isThrownBy(() -> partnersFile(secret));
    }
  }

  private static VerifierFixture partnersFile(String key) {
    return new VerifierFixture(
        PartnersFiles.of(
            "{\"partners\":[{\"id\":\"tatooine\",\"profile\":\"exorlive\","
                + "\"algorithms\":[\"HS256\"],\"keys\":[{"
                + key
                + "}]}]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "PS256", "EdDSA", "RS384", "HS256"})
  @DisplayName("CVE-2022-23539, CVE-2022-23541: a key used for another kind of algorithm")
  @Clause("V-8")
  void keyServesItsOwnKindOfAlgorithmOnly(String algorithm) {
    VerifierFixture careless = partnerWith(RSA.getPublic(), EnumSet.allOf(SigningAlgorithm.class));
    TokenBuilder token =
        TestPartner.exorliveToken().header("alg", algorithm).signedBy(RSA.getPrivate());

    careless.refusePayload(token, SIGNATURE_INVALID);
    careless.acceptPayload(token.header("alg", "RS256"));
  }
}
