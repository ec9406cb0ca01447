package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.spi.Partner;

/** ZorgDomein's document: how old a token may be, and how often it may come. */
class ZorgDomeinFreshnessTest {
  private final VerifierFixture at = new VerifierFixture();

  @Nested
  class Time {
    @Test
    @Clause({"ZD-19", "V-24"})
    void exactly300SecondsOldIsAcceptedAndAMillisecondMoreIsRefused() {
      String atEdge = at.zorgdomein().token();
      String late = at.zorgdomein().token();
      at.clock.advance(Duration.ofMinutes(5));
      at.accept(atEdge, VerifierFixture.QUERY);
      at.clock.advance(Duration.ofMillis(1));
      Refusal refusal = at.refuse(late, VerifierFixture.QUERY, TOKEN_TOO_OLD);
      assertThat(refusal.detail()).contains("at most 300 s").contains("PT5M0.001S");
    }

    @Test
    @Clause({"ZD-9", "V-25", "V-27"})
    void theSkewWidensTheFutureAndIsExactAtItsEdge() {
      long now = VerifierFixture.NOW.getEpochSecond();
      at.accept(TestPartner.zorgdomeinToken("edge", now + 30));
      at.refuse(TestPartner.zorgdomeinToken("over", now + 31), TOKEN_NOT_YET_VALID);
      at.refuse(
          TestPartner.zorgdomeinToken("fraction", 0).claim("iat", now + 30.5), TOKEN_NOT_YET_VALID);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"\"1475482548\"", "true", "null", "[]", "{}", "-1", "1e30", "253402300800"})
    @Clause({"ZD-9", "V-26"})
    void anIatThatIsNoNumericDateIsRefused(String iat) {
      TokenBuilder token = at.zorgdomein().claim("iat", 424242);
      at.refuse(token.rawPayload(token.payloadJson().replace("424242", iat)), CLAIM_MALFORMED);
    }

    @Test
    @Clause("ZD-9")
    void anIatWithAFractionIsAccepted() {
      LaunchContext context =
          at.accept(at.zorgdomein().claim("iat", VerifierFixture.NOW.getEpochSecond() - 0.5));
      assertThat(context.issuedAt()).contains(VerifierFixture.NOW.minusMillis(500));
    }

    @Test
    @Clause({"ZD-19", "V-23"})
    void anExpThatIsPresentIsEnforcedToo() {
      long now = VerifierFixture.NOW.getEpochSecond();
      at.accept(TestPartner.zorgdomeinToken("e1", now - 60).claim("exp", now - 29));
      at.refuse(TestPartner.zorgdomeinToken("e2", now - 60).claim("exp", now - 30), TOKEN_EXPIRED);
      at.refuse(TestPartner.zorgdomeinToken("e3", now).claim("exp", now), CLAIM_MALFORMED);
      at.refuse(TestPartner.zorgdomeinToken("e4", now).claim("nbf", now + 31), TOKEN_NOT_YET_VALID);
    }
  }

  @Nested
  class Replay {
    @Test
    @Clause({"ZD-8", "V-29"})
    void theSameJtiIsRefusedForAnHourAndFreeAfterIt() {
      at.accept(TestPartner.zorgdomeinToken("same", at.clock.instant().getEpochSecond()));
      at.clock.advance(Duration.ofHours(1));
      at.refuse(TestPartner.zorgdomeinToken("same", at.clock.instant().getEpochSecond()), REPLAYED);
      at.clock.advance(Duration.ofSeconds(1));
      at.accept(TestPartner.zorgdomeinToken("same", at.clock.instant().getEpochSecond()));
    }

    @Test
    @Clause("ZD-8")
    void theSameJtiOfAnotherPartnerIsAnotherLaunch() {
      Partner other =
          Partner.builder("other-xis", TestPartner.profile("zorgdomein"))
              .issuer("Other XIS")
              .keys(TestPartner.zorgdomein().keys())
              .build();
      VerifierFixture two =
          new VerifierFixture(ConfiguredPartners.of(List.of(TestPartner.zorgdomein(), other)));
      long now = VerifierFixture.NOW.getEpochSecond();
      two.accept(TestPartner.zorgdomeinToken("same", now));
      two.accept(TestPartner.zorgdomeinToken("same", now).claim("iss", "Other XIS"));
    }

    @Test
    @Clause({"ZD-8", "V-30"})
    void aRefusedTokenDoesNotUseUpItsJti() {
      long now = VerifierFixture.NOW.getEpochSecond();
      at.refuse(
          TestPartner.zorgdomeinToken("kept", now).claim("org-id.value", "05029998"),
          ORGANIZATION_NOT_ALLOWED);
      at.accept(TestPartner.zorgdomeinToken("kept", now));
    }

    @Test
    @Clause("ZD-8")
    void aReplayNamesTheLaunchThatItRepeats() {
      String token = at.zorgdomein().token();
      LaunchContext first = at.accept(token, VerifierFixture.QUERY);
      Verdict second = at.verifier.verify(token, VerifierFixture.QUERY);
      assertThat(((Verdict.Refused) second).launchId()).contains(first.launchId());
      Verdict tampered =
          at.verifier.verify(
              token.substring(0, token.length() - 8) + "AAAAAAAA", VerifierFixture.QUERY);
      assertThat(((Verdict.Refused) tampered).launchId()).isEmpty();
    }
  }
}
