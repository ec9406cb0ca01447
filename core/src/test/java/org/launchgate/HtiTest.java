package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.REPLAYED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both versions of HTI under one profile, told apart by {@code task}. */
class HtiTest {
  private final VerifierFixture at = new VerifierFixture(HtiPartner.builder("hti").build());
  private final long now = at.clock.instant().getEpochSecond();

  private void refuse(TokenBuilder token, RefusalReason reason) {
    at.refuse(token.token(), HtiPartner.TOKEN, reason);
  }

  @Test
  @Clause("HTI-18")
  void tokenWithTaskIsReadAs11AndOneWithoutAs20() {
    assertThat(at.accept(HtiPartner.version11(now).token(), HtiPartner.TOKEN).task())
        .contains("11");
    assertThat(at.accept(HtiPartner.version20(now).token(), HtiPartner.TOKEN).task())
        .contains("Task/11");
  }

  @Test
  @Clause("HTI-18")
  void emptyTaskIsNone() {
    assertThat(
            at.accept(HtiPartner.version20(now).claim("task", "").token(), HtiPartner.TOKEN).task())
        .contains("Task/11");
  }

  @Test
  @Clause("HTI-18")
  void tokenWithTaskKeepsTheRulesOf11Alone() {
    refuse(HtiPartner.version20(now).claim("task", "Task/11"), CLAIM_MALFORMED);
    refuse(HtiPartner.version20(now).claim("task", null), CLAIM_MALFORMED);
    refuse(HtiPartner.version11(now).withoutNested("task", "status"), CLAIM_MISSING);
  }

  @Test
  @Clause("HTI-18")
  void tokenWithoutTaskKeepsTheRulesOf20Alone() {
    refuse(HtiPartner.version20(now).without("resource"), CLAIM_MISSING);
    refuse(HtiPartner.version11(now).without("task"), CLAIM_MISSING);
  }

  @Test
  @Clause("HTI-17")
  void versionIsTheOneThatTheTokenIsReadAs() {
    at.accept(HtiPartner.version11(now).claim("hti-version", "1.1").token(), HtiPartner.TOKEN);
    at.accept(HtiPartner.version20(now).claim("hti-version", "2.0").token(), HtiPartner.TOKEN);
    refuse(HtiPartner.version11(now).claim("hti-version", "2.0"), CLAIM_NOT_ALLOWED);
    refuse(HtiPartner.version20(now).claim("hti-version", "1.1"), CLAIM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-6")
  void jtiIsUsedUpForBothVersions() {
    at.accept(HtiPartner.version11(now).claim("jti", "once").token(), HtiPartner.TOKEN);

    refuse(HtiPartner.version20(now).claim("jti", "once"), REPLAYED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "scope"})
  @Clause({"HTI-19", "V-32"})
  void otherTokenOfTheSameIssuerIsRefused(String claim) {
    refuse(HtiPartner.version11(now).claim(claim, "openid"), CLAIM_NOT_ALLOWED);
    refuse(HtiPartner.version20(now).claim(claim, "openid"), CLAIM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-8")
  void lifetimeIsLimitedInBothVersions() {
    refuse(HtiPartner.version11(now).claim("exp", now + 301), LIFETIME_TOO_LONG);
    refuse(HtiPartner.version20(now).claim("exp", now + 301), LIFETIME_TOO_LONG);
  }
}
