package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.VerifierFixture.NOW;
import static org.launchgate.VerifierFixture.PAYLOAD;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Where the documents contradict themselves we read leniently, and each such reading is a setting
 * of the profile or the partner: {@code docs/profiles.md} has the table that these tests show, its
 * lines in their order.
 */
class LenientReadingsTest {
  private static final long NOW_SECONDS = NOW.getEpochSecond();

  private static VerifierFixture portal(String profile) {
    return new VerifierFixture(
        PartnersFiles.of(
            """
            {"partners": [{"id": "portal", "profile": %s, "issuer": "https://portal.example.com",
              "audience": "module.example.com", "keys": [{"pem": "%s", "kid": "portal-1"}]}]}
            """
                .formatted(profile, pem())));
  }

  private static VerifierFixture xis(String profile) {
    return new VerifierFixture(
        PartnersFiles.of(
            """
            {"partners": [{"id": "demo-xis", "profile": %s, "issuer": "Demo XIS",
              "keys": [{"pem": "%s", "kid": "0f379bb9-cbb6"}]}]}
            """
                .formatted(profile, pem())));
  }

  private static VerifierFixture tatooine(String profile, String members) {
    return new VerifierFixture(
        PartnersFiles.of(
            """
            {"partners": [{"id": "tatooine", "profile": %s, "algorithms": ["HS256"], %s
              "keys": [{"secret": "%s", "kid": "1329879584"}]}]}
            """
                .formatted(
                    profile, members, TokenBuilder.encode(TestPartner.SECRET.getEncoded()))));
  }

  private static String pem() {
    return TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded())
        .replace("\n", "\\n");
  }

  private static TokenBuilder hti() {
    return HtiPartner.version20(NOW_SECONDS);
  }

  @Nested
  class Hti {
    private final VerifierFixture usual = portal("\"hti-2.0\"");

    @Test
    @Clause("V-23")
    void lifetimeIs300SecondsOrWhatTheProfileSaysAndTheRefusalTellsBothNumbers() {
      VerifierFixture longer =
          portal("{\"extends\": \"hti-2.0\", \"time\": {\"maxLifetime\": 900}}");
      TokenBuilder printed = hti().claim("exp", NOW_SECONDS + 900);

      Refusal refusal = usual.refuse(printed.token(), HtiPartner.TOKEN, LIFETIME_TOO_LONG);
      longer.accept(printed.token(), HtiPartner.TOKEN);
      longer.refuse(
          hti().claim("exp", NOW_SECONDS + 901).token(), HtiPartner.TOKEN, LIFETIME_TOO_LONG);

      assertThat(refusal.detail()).contains("at most PT5M", "found PT15M");
    }

    @Test
    void versionMayBeAbsentUnlessTheProfileDemandsIt() {
      VerifierFixture strict =
          portal(
              "{\"extends\": \"hti-2.0\", \"claims\": {\"/hti-version\": {\"presence\": \"required\"}}}");

      usual.accept(hti().token(), HtiPartner.TOKEN);
      usual.refuse(hti().claim("hti-version", "1.1").token(), HtiPartner.TOKEN, CLAIM_NOT_ALLOWED);
      strict.refuse(hti().token(), HtiPartner.TOKEN, CLAIM_MISSING);
      strict.accept(hti().claim("hti-version", "2.0").token(), HtiPartner.TOKEN);
    }

    @Test
    void intentIsAnyTextUnlessTheProfileListsThem() {
      VerifierFixture strict =
          portal("{\"extends\": \"hti-2.0\", \"claims\": {\"/intent\": {\"oneOf\": [\"plan\"]}}}");

      usual.accept(hti().claim("intent", "anything").token(), HtiPartner.TOKEN);
      strict.refuse(hti().claim("intent", "anything").token(), HtiPartner.TOKEN, CLAIM_NOT_ALLOWED);
      strict.accept(hti().token(), HtiPartner.TOKEN);
    }

    @Test
    void definitionIsAnUrlOrAReferenceUnlessTheProfileSaysWhich() {
      VerifierFixture strict =
          portal(
              "{\"extends\": \"hti-2.0\", \"claims\": {\"/definition\": {\"pattern\": \"https://\\\\S+\"}}}");
      TokenBuilder reference = hti().claim("definition", "ActivityDefinition/7");

      usual.accept(reference.token(), HtiPartner.TOKEN);
      strict.refuse(reference.token(), HtiPartner.TOKEN, CLAIM_MALFORMED);
      strict.accept(hti().token(), HtiPartner.TOKEN);
    }
  }

  @Nested
  class ZorgDomein {
    @Test
    void organizationHasAnySystemOfTheTableUnlessTheProfileSaysWhich() {
      VerifierFixture usual = xis("\"zorgdomein\"");
      VerifierFixture strict =
          xis(
              "{\"extends\": \"zorgdomein\", \"claims\": {\"/org-id.system\": {\"oneOf\": [\"local\"]}}}");
      for (String system : new String[] {"local", "agb-z", "uzi-nr-pers", "big", "e-mail"}) {
        usual.accept(usual.zorgdomein().claim("org-id.system", system));
      }

      strict.accept(strict.zorgdomein().claim("org-id.system", "local"));
      strict.refuse(strict.zorgdomein().claim("org-id.system", "agb-z"), CLAIM_NOT_ALLOWED);
    }
  }

  @Nested
  class ExorLive {
    private final VerifierFixture usual = tatooine("\"exorlive\"", "");

    @Test
    void trailingCommaOfTheExampleIsRefused() {
      String json = TestPartner.exorliveToken().payloadJson();

      usual.refusePayload(
          TestPartner.exorliveToken().rawPayload(json.substring(0, json.length() - 1) + ",}"),
          CLAIMS_MALFORMED);
    }

    @Test
    void emptyTextCountsAsAbsentSoThatARequiredOneIsMissing() {
      TokenBuilder nameless = TestPartner.exorliveToken().claim("employeeFirstname", "");
      VerifierFixture strict =
          tatooine(
              "{\"extends\": \"exorlive\", \"claims\": {\"/employeeFirstname\": {\"presence\": \"required\"}}}",
              "");

      usual.acceptPayload(nameless);
      strict.refusePayload(nameless, CLAIM_MISSING);
      strict.acceptPayload(TestPartner.exorliveToken());
    }

    @Test
    @Clause("V-22")
    void timeAndIdMayBeAbsentUnlessThePartnerOrTheProfileDemandsThem() {
      VerifierFixture fresh = tatooine("\"exorlive\"", "\"freshness\": \"required\",");
      VerifierFixture expiring =
          tatooine("{\"extends\": \"exorlive\", \"time\": {\"exp\": \"required\"}}", "");
      TokenBuilder complete =
          TestPartner.exorliveToken().claim("iat", NOW_SECONDS).claim("jti", "once");

      usual.acceptPayload(TestPartner.exorliveToken());
      fresh.refusePayload(TestPartner.exorliveToken(), CLAIM_MISSING);
      fresh.acceptPayload(complete);
      expiring.refusePayload(TestPartner.exorliveToken(), CLAIM_MISSING);
      expiring.acceptPayload(TestPartner.exorliveToken().claim("exp", NOW_SECONDS + 60));
    }

    @Test
    @Clause("V-12")
    void windowOfTokensWithoutIdIs60SecondsOrWhatTheProfileSays() {
      VerifierFixture longer =
          tatooine("{\"extends\": \"exorlive\", \"replay\": {\"digestWindow\": 3600}}", "");
      String token = TestPartner.exorliveToken().token();
      for (VerifierFixture at : new VerifierFixture[] {usual, longer}) {
        at.accept(token, PAYLOAD);
        at.refuse(token, PAYLOAD, REPLAYED);
        at.clock.advance(Duration.ofSeconds(61));
      }

      usual.accept(token, PAYLOAD);
      longer.refuse(token, PAYLOAD, REPLAYED);
    }
  }
}
