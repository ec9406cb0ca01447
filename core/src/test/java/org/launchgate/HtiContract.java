package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** What every version of HTI asks of a launch, clause by clause. One fault per token. */
abstract class HtiContract {
  private final String profile;
  final VerifierFixture at;

  HtiContract(String profile) {
    this.profile = profile;
    this.at = new VerifierFixture(HtiPartner.builder(profile).build());
  }

  /** A good token of this moment. */
  abstract TokenBuilder token();

  final long now() {
    return at.clock.instant().getEpochSecond();
  }

  final LaunchContext accept(TokenBuilder token) {
    return at.accept(token.token(), HtiPartner.TOKEN);
  }

  final Refusal refuse(TokenBuilder token, RefusalReason reason) {
    return at.refuse(token.token(), HtiPartner.TOKEN, reason);
  }

  @Test
  @Clause("HTI-1")
  void inTheFormFieldTokenIsAccepted() {
    LaunchContext context = accept(token());

    assertThat(context.partner()).isEqualTo("portal");
    assertThat(context.issuer()).contains(HtiPartner.ISSUER);
    assertThat(context.tokenId().orElseThrow()).startsWith("hti-");
  }

  @Test
  @Clause("HTI-1")
  void anywhereElseThanInTheFormFieldTokenIsRefused() {
    String token = token().token();

    at.refuse(token, Arrival.query("token"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.form("payload"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.json("token"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.body(), ARRIVAL_NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({"HS256, HmacSHA256", "HS384, HmacSHA384", "HS512, HmacSHA512"})
  @Clause("HTI-2")
  void bySharedSecretIsRefused(String algorithm, String jca) {
    byte[] publicKey = TestPartner.RSA.getPublic().getEncoded();

    refuse(
        token().header("alg", algorithm).signedBy(new SecretKeySpec(publicKey, "HMAC")).by(jca),
        ALGORITHM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-2")
  void sharedSecretCannotBeAgreed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> HtiPartner.builder(profile).algorithms(Set.of(SigningAlgorithm.HS256)).build())
        .withMessageContaining("\"algorithms\" may hold those of the profile");
  }

  @ParameterizedTest
  @CsvSource({
    "RSA, RS256, SHA256withRSA",
    "RSA, RS384, SHA384withRSA",
    "RSA, RS512, SHA512withRSA",
    "256, ES256, SHA256withECDSAinP1363Format",
    "384, ES384, SHA384withECDSAinP1363Format",
    "521, ES512, SHA512withECDSAinP1363Format"
  })
  @Clause("HTI-2")
  void byEveryAlgorithmThatAReceiverSupportsIsAccepted(
      String key, SigningAlgorithm algorithm, String jca) {
    KeyPair pair = key.equals("RSA") ? TestPartner.RSA : TestPartner.ec(Integer.parseInt(key));
    VerifierFixture fixture = new VerifierFixture(with(pair, "k", algorithm));

    fixture.accept(
        token()
            .header("alg", algorithm.name())
            .header("kid", "k")
            .signedBy(pair.getPrivate())
            .by(jca)
            .token(),
        HtiPartner.TOKEN);
  }

  private Partner with(KeyPair pair, String keyId, SigningAlgorithm algorithm) {
    return HtiPartner.builder(profile)
        .keys(List.of(PartnerKey.of(keyId, pair.getPublic(), Set.of(algorithm))))
        .build();
  }

  @Test
  @Clause("HTI-3")
  void byAnotherKeyThanTheIssuersIsRefused() {
    refuse(token().signedBy(TestPartner.otherRsa().getPrivate()), SIGNATURE_INVALID);
    refuse(token().header("kid", "other"), KEY_UNKNOWN);
  }

  @Test
  @Clause("HTI-3")
  void withoutKidTheKeyIsFoundByIssAlone() {
    accept(token().withoutHeader("kid"));
  }

  @Test
  @Clause("HTI-4")
  void withoutIssOrWithAnotherIsRefused() {
    refuse(token().claim("iss", HtiPartner.ISSUER + "/"), PARTNER_UNKNOWN);
    refuse(token().without("iss"), PARTNER_UNKNOWN);
    at.refuse(
        token().without("iss").token(), HtiPartner.TOKEN.atPartner("portal"), ISSUER_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-4")
  void partnerWithoutIssuerIsAConfigurationError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Partner.builder("portal", TestPartner.profile(profile))
                    .audience(HtiPartner.AUDIENCE)
                    .build())
        .withMessageContaining("\"issuer\" is missing");
  }

  @Test
  @Clause("HTI-5")
  void audienceMayBeATextOrAList() {
    accept(token().claim("aud", HtiPartner.AUDIENCE));
    accept(token().claim("aud", List.of(HtiPartner.AUDIENCE)));
    accept(token().claim("aud", List.of("other.example.com", HtiPartner.AUDIENCE)));
  }

  @Test
  @Clause("HTI-5")
  void withoutOurAudienceIsRefused() {
    refuse(token().without("aud"), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", ""), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", "other.example.com"), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", List.of("other.example.com")), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", List.of()), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", 7), AUDIENCE_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-5")
  void partnerWithoutAudienceIsAConfigurationError() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Partner.builder("portal", TestPartner.profile(profile))
                    .issuer(HtiPartner.ISSUER)
                    .build())
        .withMessageContaining("\"audience\" is missing; tokens of the profile " + profile);
  }

  @Test
  @Clause("HTI-6")
  void secondTokenOfTheSameJtiIsRefusedWhateverElseItSays() {
    accept(token().claim("jti", "once"));

    refuse(token().claim("jti", "once").claim("exp", now() + 60), REPLAYED);
  }

  @Test
  @Clause({"HTI-6", "V-28"})
  void withoutJtiIsRefused() {
    refuse(token().without("jti"), CLAIM_MISSING);
    refuse(token().claim("jti", ""), CLAIM_MISSING);
    refuse(token().claim("jti", 7), CLAIM_MALFORMED);
    refuse(token().claim("jti", " "), CLAIM_MALFORMED);
  }

  @Test
  @Clause("HTI-7")
  void withoutIatOrOfTheFutureIsRefused() {
    refuse(token().without("iat"), CLAIM_MISSING);
    accept(token().claim("iat", now() + 30));
    refuse(token().claim("iat", now() + 31), TOKEN_NOT_YET_VALID);
  }

  @Test
  @Clause("HTI-8")
  void withoutExpIsRefused() {
    refuse(token().without("exp"), CLAIM_MISSING);
  }

  @Test
  @Clause("HTI-8")
  void lifetimeOf300SecondsIsAcceptedAndOf301Refused() {
    accept(token().claim("exp", now() + 300));
    refuse(token().claim("exp", now() + 301), LIFETIME_TOO_LONG);
    refuse(token().claim("iat", now() - 100).claim("exp", now() + 201), LIFETIME_TOO_LONG);
  }

  @Test
  @Clause("HTI-8")
  void expiredTokenIsRefusedAtTheEdgeOfTheSkew() {
    TokenBuilder first = token();
    TokenBuilder second = token();
    at.clock.advance(Duration.ofSeconds(329));
    accept(first);
    at.clock.advance(Duration.ofSeconds(1));
    refuse(second, TOKEN_EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "scope"})
  @Clause({"HTI-19", "V-32"})
  void otherTokenOfTheSameIssuerIsRefused(String claim) {
    refuse(token().claim(claim, "openid"), CLAIM_NOT_ALLOWED);
    refuse(token().claim(claim, ""), CLAIM_NOT_ALLOWED);
    refuse(token().claim(claim, null), CLAIM_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "400",
        "Patient",
        "Patient/",
        "/400",
        "patient/400",
        "Patient/400/_history/1",
        "https://fhir.example.com/Patient/400",
        "Patient/4 00",
        "Patient/4_00",
        "Pa.tient/400"
      })
  @Clause("V-33")
  void subThatIsNoReferenceIsRefused(String sub) {
    refuse(token().claim("sub", sub), CLAIM_MALFORMED);
  }

  @Test
  @Clause("V-33")
  void idOf64CharactersIsAcceptedAndOf65Refused() {
    accept(token().claim("sub", "Person/" + "a".repeat(64)));
    refuse(token().claim("sub", "Person/" + "a".repeat(65)), CLAIM_MALFORMED);
  }

  @Test
  @Clause({"HTI-9", "HTI-10"})
  void subIsAPersonOfAnyKindAndNothingElse() {
    for (String type : List.of("Patient", "Practitioner", "RelatedPerson", "Person")) {
      assertThat(accept(token().claim("sub", type + "/82421")).user().identifier())
          .isEqualTo(new Identifier(HtiPartner.ISSUER, type + "/82421"));
    }
    refuse(token().claim("sub", "Device/1"), CLAIM_NOT_ALLOWED);
    refuse(token().claim("sub", Map.of("reference", "Patient/1")), CLAIM_MALFORMED);
    refuse(token().claim("sub", null), CLAIM_MALFORMED);
  }
}
