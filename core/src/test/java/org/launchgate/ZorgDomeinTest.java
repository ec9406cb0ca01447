package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_INCOMPLETE;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.KEY_ID_MISSING;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** ZorgDomein's document, clause by clause. */
class ZorgDomeinTest {
  private final VerifierFixture at = new VerifierFixture();

  @Test
  @Clause({"ZD-21", "ZD-2"})
  void exampleAsPrintedIsAccepted() {
    LaunchContext context =
        at.accept(
            TestPartner.zorgdomeinToken(
                "4a006a12-dc2b-470a-b031-a3682b653ba7", VerifierFixture.NOW.getEpochSecond()));

    assertThat(context.partner()).isEqualTo("demo-xis");
    assertThat(context.issuer()).contains("Demo XIS");
    assertThat(context.tokenId()).contains("4a006a12-dc2b-470a-b031-a3682b653ba7");
    assertThat(context.issuedAt()).contains(VerifierFixture.NOW);
    assertThat(context.user().identifier()).isEqualTo(new Identifier("agb-z", "01029999"));
    assertThat(context.organization().orElseThrow().identifier())
        .isEqualTo(new Identifier("agb-z", "05029999"));
    assertThat(context.patient().orElseThrow().id())
        .contains("5a4fc42a-1847-4862-a5da-7af86ac23968");
    assertThat(context.problem()).contains("T90");
    assertThat(context.transactionId()).contains("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
    assertThat(context.responsible()).isEmpty();
    assertThat(context.task()).isEmpty();
    assertThat(context.roles()).containsExactly("practitioner");
  }

  @Test
  @Clause("ZD-2")
  void tokenInFormFieldTokenIsAccepted() {
    at.accept(at.zorgdomein().token(), Arrival.form("token"));
  }

  @Test
  @Clause("ZD-2")
  void tokenInFieldOfAnotherNameIsRefused() {
    at.refuse(at.zorgdomein().token(), Arrival.form("payload"), ARRIVAL_NOT_ALLOWED);
    at.refuse(at.zorgdomein().token(), Arrival.query("payload"), ARRIVAL_NOT_ALLOWED);
  }

  @Nested
  class Signature {
    @Test
    @Clause("ZD-1")
    void byAnotherKeyThanThePartnersIsRefused() {
      at.refuse(at.zorgdomein().signedBy(TestPartner.otherRsa().getPrivate()), SIGNATURE_INVALID);
    }

    @Test
    @Clause("ZD-1")
    void ofAChangedPayloadIsRefused() {
      String[] good = at.zorgdomein().token().split("\\.", -1);
      String[] other = at.zorgdomein().claim("user-id.value", "01029998").token().split("\\.", -1);
      at.refuse(good[0] + "." + other[1] + "." + good[2], VerifierFixture.QUERY, SIGNATURE_INVALID);
    }

    @Test
    @Clause("ZD-1")
    void ofAChangedHeaderIsRefused() {
      String[] good = at.zorgdomein().token().split("\\.", -1);
      String[] other = at.zorgdomein().header("x", "y").token().split("\\.", -1);
      at.refuse(other[0] + "." + good[1] + "." + good[2], VerifierFixture.QUERY, SIGNATURE_INVALID);
    }

    @Test
    @Clause({"ZD-1", "V-19"})
    void byTheKeyOfAnotherXisIsRefused() {
      var otherKey = TestPartner.otherRsa();
      Partner other =
          Partner.builder("other-xis", TestPartner.profile("zorgdomein"))
              .issuer("Other XIS")
              .keys(
                  List.of(
                      PartnerKey.of(
                          "other-key", otherKey.getPublic(), Set.of(SigningAlgorithm.RS256))))
              .build();
      VerifierFixture two = new VerifierFixture(TestPartner.zorgdomein(), other);

      two.refuse(
          two.zorgdomein().header("kid", "other-key").signedBy(otherKey.getPrivate()), KEY_UNKNOWN);
      two.refuse(two.zorgdomein().claim("iss", "Other XIS"), KEY_UNKNOWN);
      two.accept(
          two.zorgdomein()
              .claim("iss", "Other XIS")
              .header("kid", "other-key")
              .signedBy(otherKey.getPrivate()));
    }
  }

  @Nested
  class Header {
    @Test
    @Clause("ZD-5")
    void withoutKidIsRefused() {
      at.refuse(at.zorgdomein().withoutHeader("kid"), KEY_ID_MISSING);
    }

    @Test
    @Clause("ZD-5")
    void withUnknownKidIsRefusedAndFallsBackToNoOtherKey() {
      at.refuse(at.zorgdomein().header("kid", "0f379bb9-cbb7"), KEY_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256", "ES256", "HS256", "none", "rs256", "RS256 "})
    @Clause({"ZD-6", "V-7"})
    void withAnotherAlgorithmThanRs256IsRefused(String algorithm) {
      at.refuse(at.zorgdomein().header("alg", algorithm), ALGORITHM_NOT_ALLOWED);
    }

    @Test
    @Clause({"ZD-6", "V-31"})
    void typMayBeAbsentButNotAnother() {
      at.accept(at.zorgdomein().withoutHeader("typ"));
      at.refuse(at.zorgdomein().header("typ", "at+jwt"), TYPE_NOT_ALLOWED);
      at.refuse(at.zorgdomein().header("typ", "JOSE"), TYPE_NOT_ALLOWED);
    }
  }

  @Nested
  class Table1 {
    @ParameterizedTest
    @CsvSource({
      "ZD-9, iat",
      "ZD-8, jti",
      "ZD-10, org-id.system",
      "ZD-11, org-id.value",
      "ZD-12, user-id.system",
      "ZD-13, user-id.value"
    })
    @Clause({"ZD-8", "ZD-9", "ZD-10", "ZD-11", "ZD-12", "ZD-13"})
    void withoutARequiredClaimIsRefused(String clause, String claim) {
      Refusal refusal = at.refuse(at.zorgdomein().without(claim), CLAIM_MISSING);
      assertThat(refusal.detail()).as(clause).contains(claim);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"jti", "org-id.system", "org-id.value", "user-id.system", "user-id.value"})
    @Clause({"ZD-8", "ZD-10", "ZD-11", "ZD-12", "ZD-13"})
    void aRequiredClaimThatIsEmptyCountsAsAbsent(String claim) {
      at.refuse(at.zorgdomein().claim(claim, ""), CLAIM_MISSING);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "jti",
          "org-id.system",
          "org-id.value",
          "user-id.system",
          "user-id.value",
          "responsible-id.system",
          "responsible-id.value",
          "context.patient-id",
          "context.icpc",
          "context.xis-transaction-id"
        })
    @Clause({
      "ZD-8", "ZD-10", "ZD-11", "ZD-12", "ZD-13", "ZD-14", "ZD-15", "ZD-16", "ZD-17", "ZD-18"
    })
    void aStringClaimOfAnotherTypeIsRefusedEvenWhereItIsOptional(String claim) {
      at.refuse(at.zorgdomein().claim(claim, 7), CLAIM_MALFORMED);
      at.refuse(at.zorgdomein().claim(claim, null), CLAIM_MALFORMED);
      at.refuse(at.zorgdomein().claim(claim, List.of("a")), CLAIM_MALFORMED);
      at.refuse(at.zorgdomein().claim(claim, Map.of("a", "b")), CLAIM_MALFORMED);
      at.refuse(at.zorgdomein().claim(claim, true), CLAIM_MALFORMED);
    }

    @Test
    @Clause("ZD-7")
    void withoutIssIsRefused() {
      at.refuse(at.zorgdomein().without("iss"), PARTNER_UNKNOWN);
      at.refuse(at.zorgdomein().claim("iss", ""), PARTNER_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Demo XIS 2", "demo xis", "Demo", "Demo XIS ", "https://demo"})
    @Clause({"ZD-7", "V-19"})
    void withAnotherIssThanThePartnersIsRefused(String issuer) {
      at.refuse(at.zorgdomein().claim("iss", issuer), PARTNER_UNKNOWN);
      at.refuse(
          at.zorgdomein().claim("iss", issuer).token(),
          VerifierFixture.QUERY.atPartner("demo-xis"),
          RefusalReason.ISSUER_NOT_ALLOWED);
    }

    @Test
    @Clause("ZD-7")
    void withAnIssThatIsNoTextIsRefused() {
      at.refuse(at.zorgdomein().claim("iss", 1), CLAIM_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agb-z", "uzi-nr-pers", "big", "local", "e-mail"})
    @Clause({"ZD-10", "ZD-12", "ZD-14", "ZD-22"})
    void everySystemOfTable2IsAccepted(String system) {
      LaunchContext context =
          at.accept(
              at.zorgdomein()
                  .claim("user-id.system", system)
                  .claim("org-id.system", system)
                  .claim("responsible-id.system", system)
                  .claim("responsible-id.value", "01234567"));
      assertThat(context.user().identifier().system()).isEqualTo(system);
      assertThat(context.organization().orElseThrow().identifier().system()).isEqualTo(system);
      assertThat(context.responsible()).contains(new Identifier(system, "01234567"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AGB-Z", "agb", "uzi", "bsn", "agb-z ", "email"})
    @Clause({"ZD-10", "ZD-12", "ZD-14", "ZD-22"})
    void aSystemThatIsNotInTable2IsRefused(String system) {
      at.refuse(at.zorgdomein().claim("user-id.system", system), CLAIM_NOT_ALLOWED);
      at.refuse(at.zorgdomein().claim("org-id.system", system), CLAIM_NOT_ALLOWED);
      at.refuse(
          at.zorgdomein()
              .claim("responsible-id.system", system)
              .claim("responsible-id.value", "01234567"),
          CLAIM_NOT_ALLOWED);
    }

    @Test
    @Clause("ZD-11")
    void anOrganizationThatWasNotExchangedIsRefused() {
      at.refuse(at.zorgdomein().claim("org-id.value", "05029998"), ORGANIZATION_NOT_ALLOWED);
    }

    @Test
    @Clause("ZD-11")
    void everyOrganizationIsAcceptedWhereNoneAreConfigured() {
      Partner open =
          Partner.builder("open", TestPartner.profile("zorgdomein"))
              .issuer("Demo XIS")
              .keys(TestPartner.zorgdomein().keys())
              .build();
      VerifierFixture any = new VerifierFixture(open);
      any.accept(any.zorgdomein().claim("org-id.value", "99999999"));
    }

    @Test
    @Clause({"ZD-14", "ZD-15"})
    void halfOfTheResponsiblePractitionerIsRefused() {
      at.refuse(at.zorgdomein().claim("responsible-id.system", "agb-z"), CLAIMS_INCOMPLETE);
      at.refuse(at.zorgdomein().claim("responsible-id.value", "01234567"), CLAIMS_INCOMPLETE);
    }

    @Test
    @Clause({"ZD-14", "ZD-15", "ZD-16", "ZD-17", "ZD-18"})
    void withoutTheOptionalClaimsIsAccepted() {
      LaunchContext context =
          at.accept(
              at.zorgdomein()
                  .without("context.patient-id")
                  .without("context.icpc")
                  .without("context.xis-transaction-id"));
      assertThat(context.patient()).isEmpty();
      assertThat(context.problem()).isEmpty();
      assertThat(context.transactionId()).isEmpty();
      assertThat(context.responsible()).isEmpty();
    }
  }
}
