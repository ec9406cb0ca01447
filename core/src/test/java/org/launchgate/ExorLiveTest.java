package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;

import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** ExorLive's document, clause by clause. */
class ExorLiveTest {
  private final VerifierFixture at = new VerifierFixture();

  @Test
  @Clause({"EL-1", "EL-16", "EL-10", "EL-11", "EL-9"})
  void exampleAsPrintedIsAccepted() {
    LaunchContext context = at.acceptPayload(TestPartner.exorliveToken());

    assertThat(context.partner()).isEqualTo("tatooine");
    assertThat(context.issuer()).isEmpty();
    assertThat(context.tokenId()).isEmpty();
    assertThat(context.issuedAt()).isEmpty();
    LaunchUser user = context.user();
    assertThat(user.identifier()).isEqualTo(new Identifier("local", "2f3fb098"));
    assertThat(user.username()).contains("mando");
    assertThat(user.givenName()).contains("Mando");
    assertThat(user.familyName()).contains("Lorian");
    assertThat(user.email()).isEmpty();
    LaunchOrganization organization = context.organization().orElseThrow();
    assertThat(organization.identifier()).isEqualTo(new Identifier("local", "ace615c2"));
    assertThat(organization.name()).contains("Tatooine");
    LaunchPatient patient = context.patient().orElseThrow();
    assertThat(patient.id()).contains("2f3fb098");
    assertThat(patient.nationalId()).contains("13116900216");
    assertThat(patient.birthDate()).contains(LocalDate.of(1969, 11, 13));
    assertThat(patient.gender()).contains("male");
    assertThat(patient.givenName()).contains("Baby");
    assertThat(patient.middleName()).isEmpty();
    assertThat(patient.familyName()).contains("Yoda");
    assertThat(patient.phone()).contains("99900000");
    assertThat(patient.email()).isEmpty();
    assertThat(context.problem()).contains("L02");
  }

  @Test
  void middleNameAndEmailOfThePatientAreThereWhenSent() {
    LaunchPatient patient =
        at.acceptPayload(
                TestPartner.exorliveToken()
                    .nested("contact", "middlename", "Grogu")
                    .nested("contact", "email", "yoda@tatooine.example"))
            .patient()
            .orElseThrow();
    assertThat(patient.middleName()).contains("Grogu");
    assertThat(patient.email()).contains("yoda@tatooine.example");
  }

  @Test
  void inAJsonBodyOrAsTheWholeBodyIsAcceptedToo() {
    at.accept(TestPartner.exorliveToken().token(), Arrival.json("payload"));
    at.clock.advance(Duration.ofSeconds(61));
    at.accept(TestPartner.exorliveToken().token(), Arrival.body());
  }

  @Test
  @Clause("EL-1")
  void tokenOutsideTheFormFieldPayloadIsRefused() {
    String token = TestPartner.exorliveToken().token();
    at.refuse(token, Arrival.query("payload"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.form("token"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.query("token"), ARRIVAL_NOT_ALLOWED);
    at.refuse(token, Arrival.json("token"), ARRIVAL_NOT_ALLOWED);
  }

  @Nested
  class Signature {
    @ParameterizedTest
    @CsvSource({"RS256, SHA256withRSA", "RS384, SHA384withRSA", "RS512, SHA512withRSA"})
    @Clause("EL-2")
    void byAnRsaKeyWhosePublicHalfWasSharedIsAccepted(SigningAlgorithm algorithm, String jca) {
      asymmetric(TestPartner.RSA, algorithm, jca);
    }

    @ParameterizedTest
    @CsvSource({
      "256, ES256, SHA256withECDSAinP1363Format",
      "384, ES384, SHA384withECDSAinP1363Format",
      "521, ES512, SHA512withECDSAinP1363Format"
    })
    @Clause("EL-2")
    void byAnEcKeyWhosePublicHalfWasSharedIsAccepted(
        int bits, SigningAlgorithm algorithm, String jca) {
      asymmetric(TestPartner.ec(bits), algorithm, jca);
    }

    private void asymmetric(KeyPair pair, SigningAlgorithm algorithm, String jca) {
      VerifierFixture fixture =
          new VerifierFixture(
              Partner.builder("tatooine", TestPartner.profile("exorlive"))
                  .keys(List.of(PartnerKey.of("k", pair.getPublic(), Set.of(algorithm))))
                  .build());
      TokenBuilder token =
          TestPartner.exorliveToken()
              .header("alg", algorithm.name())
              .header("kid", "k")
              .signedBy(pair.getPrivate())
              .by(jca);
      fixture.acceptPayload(token);
      KeyPair other = pair.getPublic().getAlgorithm().equals("RSA") ? TestPartner.otherRsa() : null;
      if (other != null) {
        fixture.refusePayload(token.signedBy(other.getPrivate()), SIGNATURE_INVALID);
      }
    }

    @Test
    @Clause("EL-3")
    void byTheSharedSecretIsAcceptedAndByAnotherSecretRefused() {
      at.acceptPayload(TestPartner.exorliveToken());
      at.refusePayload(
          TestPartner.exorliveToken()
              .signedBy(new javax.crypto.spec.SecretKeySpec(new byte[32], "HMAC")),
          SIGNATURE_INVALID);
    }

    @Test
    @Clause({"EL-2", "EL-3", "V-8"})
    void byThePublicKeyUsedAsASecretIsRefused() {
      KeyPair pair = TestPartner.otherRsa();
      VerifierFixture fixture =
          new VerifierFixture(
              Partner.builder("tatooine", TestPartner.profile("exorlive"))
                  .keys(
                      List.of(
                          PartnerKey.of(
                              TestPartner.TATOOINE_KEY_ID,
                              pair.getPublic(),
                              TestPartner.profile("exorlive").algorithms())))
                  .build());
      fixture.refusePayload(
          TestPartner.exorliveToken()
              .signedBy(new javax.crypto.spec.SecretKeySpec(pair.getPublic().getEncoded(), "HMAC")),
          SIGNATURE_INVALID);
    }

    @Test
    @Clause("EL-3")
    void anAlgorithmThatWasNotAgreedIsRefused() {
      at.refusePayload(
          TestPartner.exorliveToken().header("alg", "HS512").by("HmacSHA512"),
          ALGORITHM_NOT_ALLOWED);
      at.refusePayload(TestPartner.exorliveToken().header("alg", "none"), ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @Clause("EL-2")
    void anUnknownKidIsNoKnownPartner() {
      at.refusePayload(TestPartner.exorliveToken().header("kid", "other"), PARTNER_UNKNOWN);
    }

    @Test
    @Clause("EL-2")
    void withoutKidThePathNamesThePartner() {
      String token = TestPartner.exorliveToken().withoutHeader("kid").token();
      at.refuse(token, VerifierFixture.PAYLOAD, PARTNER_UNKNOWN);
      at.accept(token, VerifierFixture.PAYLOAD.atPartner("tatooine"));
    }

    @Test
    @Clause("EL-2")
    void anIssuerThatWasNotAgreedIsRefused() {
      TokenBuilder token = TestPartner.exorliveToken().claim("iss", "somebody");
      at.refusePayload(token, PARTNER_UNKNOWN);
      at.refuse(token.token(), VerifierFixture.PAYLOAD.atPartner("tatooine"), ISSUER_NOT_ALLOWED);
    }
  }

  @Nested
  class Claims {
    @ParameterizedTest
    @CsvSource({"EL-4, organizationId", "EL-6, employeeId"})
    @Clause({"EL-4", "EL-6"})
    void withoutAnIdIsRefused(String clause, String claim) {
      Refusal refusal = at.refusePayload(TestPartner.exorliveToken().without(claim), CLAIM_MISSING);
      assertThat(refusal.detail()).as(clause).contains(claim);
      at.refusePayload(TestPartner.exorliveToken().claim(claim, ""), CLAIM_MISSING);
    }

    @Test
    @Clause("EL-8")
    void withoutTheContactsIdIsRefused() {
      at.refusePayload(TestPartner.exorliveToken().withoutNested("contact", "id"), CLAIM_MISSING);
      at.refusePayload(TestPartner.exorliveToken().nested("contact", "id", ""), CLAIM_MISSING);
      at.refusePayload(TestPartner.exorliveToken().without("contact"), CLAIM_MISSING);
      at.refusePayload(TestPartner.exorliveToken().claim("contact", "x"), CLAIM_MISSING);
    }

    @Test
    @Clause({"EL-5", "EL-7", "EL-8"})
    void namesAreWantedButTheirAbsenceIsAccepted() {
      LaunchContext context =
          at.acceptPayload(
              TestPartner.exorliveToken()
                  .without("organizationName")
                  .without("employeeFirstname")
                  .claim("employeeLastname", "")
                  .withoutNested("contact", "firstname")
                  .withoutNested("contact", "lastname"));
      assertThat(context.organization().orElseThrow().name()).isEmpty();
      assertThat(context.user().givenName()).isEmpty();
      assertThat(context.user().familyName()).isEmpty();
      assertThat(context.patient().orElseThrow().familyName()).isEmpty();
    }

    @Test
    @Clause("EL-9")
    void emptyTextsCountAsAbsent() {
      TokenBuilder token = TestPartner.exorliveToken();
      for (String name : List.of("birthdate", "ssn", "gender", "mobile", "diagnosis")) {
        token.nested("contact", name, "");
      }
      LaunchContext context = at.acceptPayload(token);
      assertThat(context.patient().orElseThrow().birthDate()).isEmpty();
      assertThat(context.patient().orElseThrow().nationalId()).isEmpty();
      assertThat(context.problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1969-02-30", "13-11-1969", "19691113", "1969-11-13T00:00:00Z", "1969-1-1", "x"})
    @Clause("EL-9")
    void aBirthDateThatIsNoCalendarDateIsRefused(String date) {
      at.refusePayload(
          TestPartner.exorliveToken().nested("contact", "birthdate", date), CLAIM_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "id",
          "ssn",
          "gender",
          "firstname",
          "middlename",
          "lastname",
          "mobile",
          "email",
          "diagnosis",
          "birthdate"
        })
    @Clause({"EL-8", "EL-9", "EL-10", "EL-11"})
    void aContactsClaimOfAnotherTypeIsRefused(String name) {
      at.refusePayload(TestPartner.exorliveToken().nested("contact", name, 7), CLAIM_MALFORMED);
      at.refusePayload(TestPartner.exorliveToken().nested("contact", name, null), CLAIM_MALFORMED);
    }

    @Test
    @Clause("EL-14")
    void theTrailingCommaOfThePrintedJsonIsRefused() {
      TokenBuilder token = TestPartner.exorliveToken();
      String json = token.payloadJson();
      at.refusePayload(
          token.rawPayload(json.substring(0, json.length() - 1) + ",}"), CLAIMS_MALFORMED);
    }
  }

  @Nested
  class TimeAndReplay {
    private final long now = VerifierFixture.NOW.getEpochSecond();

    @Test
    @Clause("EL-18")
    void theSameTokenIsADoubleSubmitFor60SecondsAndWelcomeAfterThem() {
      at.acceptPayload(TestPartner.exorliveToken());
      at.clock.advance(Duration.ofMinutes(1));
      at.refusePayload(TestPartner.exorliveToken(), REPLAYED);
      at.clock.advance(Duration.ofMillis(1));
      at.acceptPayload(TestPartner.exorliveToken());
    }

    @Test
    @Clause("EL-18")
    void anotherPatientWithinTheWindowIsAnotherLaunch() {
      at.acceptPayload(TestPartner.exorliveToken());
      at.acceptPayload(TestPartner.exorliveToken().nested("contact", "id", "other"));
    }

    @Test
    @Clause({"EL-18", "V-12"})
    void anotherSpellingOfTheSignatureIsTheSameLaunch() {
      KeyPair pair = TestPartner.ec(256);
      VerifierFixture fixture =
          new VerifierFixture(
              Partner.builder("tatooine", TestPartner.profile("exorlive"))
                  .keys(
                      List.of(PartnerKey.of("k", pair.getPublic(), Set.of(SigningAlgorithm.ES256))))
                  .build());
      TokenBuilder token =
          TestPartner.exorliveToken()
              .header("alg", "ES256")
              .header("kid", "k")
              .signedBy(pair.getPrivate());
      String first = token.token();
      String second = token.token();
      assertThat(second).isNotEqualTo(first);
      fixture.accept(first, VerifierFixture.PAYLOAD);
      fixture.refuse(second, VerifierFixture.PAYLOAD, REPLAYED);
    }

    @Test
    @Clause("EL-18")
    void aPartnersOwnWindowIsUsed() {
      VerifierFixture fixture =
          new VerifierFixture(
              Partner.builder(
                      "tatooine",
                      TestPartner.profile("exorlive").withDigestWindow(Duration.ofSeconds(5)))
                  .algorithms(Set.of(SigningAlgorithm.HS256))
                  .keys(TestPartner.exorlive().keys())
                  .build());
      fixture.acceptPayload(TestPartner.exorliveToken());
      fixture.clock.advance(Duration.ofMillis(5001));
      fixture.acceptPayload(TestPartner.exorliveToken());
    }

    @Test
    @Clause({"EL-18", "V-23"})
    void timeClaimsThatArePresentAreEnforced() {
      at.acceptPayload(TestPartner.exorliveToken().claim("iat", now - 300));
      at.refusePayload(TestPartner.exorliveToken().claim("iat", now - 301), TOKEN_TOO_OLD);
      at.refusePayload(TestPartner.exorliveToken().claim("iat", now + 31), TOKEN_NOT_YET_VALID);
      at.refusePayload(TestPartner.exorliveToken().claim("exp", now - 30), TOKEN_EXPIRED);
      at.refusePayload(TestPartner.exorliveToken().claim("nbf", now + 31), TOKEN_NOT_YET_VALID);
      at.refusePayload(TestPartner.exorliveToken().claim("exp", now + 86_401), LIFETIME_TOO_LONG);
    }

    @Test
    @Clause("EL-18")
    void aTokenWithExpIsRememberedUntilItCouldNoLongerBeAccepted() {
      TokenBuilder token = TestPartner.exorliveToken().claim("exp", now + 600);
      at.acceptPayload(token);
      at.clock.advance(Duration.ofSeconds(629));
      at.refusePayload(token, REPLAYED);
      at.clock.advance(Duration.ofSeconds(1));
      at.refusePayload(token, TOKEN_EXPIRED);
    }

    @Test
    @Clause("EL-18")
    void aJtiThatIsPresentTellsLaunchesApart() {
      at.acceptPayload(TestPartner.exorliveToken().claim("jti", "one"));
      at.acceptPayload(TestPartner.exorliveToken().claim("jti", "two"));
      at.refusePayload(
          TestPartner.exorliveToken().claim("jti", "one").claim("employeeUsername", "x"), REPLAYED);
      at.refusePayload(TestPartner.exorliveToken().claim("jti", 5), CLAIM_MALFORMED);
    }

    @Test
    @Clause({"EL-18", "V-22"})
    void whereFreshnessIsRequiredIatAndJtiAreDemanded() {
      VerifierFixture fresh =
          new VerifierFixture(
              Partner.builder("tatooine", TestPartner.profile("exorlive").withFreshnessRequired())
                  .algorithms(Set.of(SigningAlgorithm.HS256))
                  .keys(TestPartner.exorlive().keys())
                  .build());
      fresh.refusePayload(TestPartner.exorliveToken(), CLAIM_MISSING);
      fresh.refusePayload(TestPartner.exorliveToken().claim("iat", now), CLAIM_MISSING);
      fresh.refusePayload(TestPartner.exorliveToken().claim("jti", "j"), CLAIM_MISSING);
      fresh.acceptPayload(TestPartner.exorliveToken().claim("iat", now).claim("jti", "j"));
    }
  }
}
