package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.PARTNER_REPORT_ONLY;
import static org.launchgate.RefusalReason.REPLAYED;

import org.junit.jupiter.api.Test;

/** A partner whose launches are verified to the end and let nobody in. */
class ReportOnlyTest {
  private final VerifierFixture at =
      new VerifierFixture(TestPartner.zorgdomeinBuilder().reportOnly(true).build());

  @Test
  void launchInOrderIsReportedWithItsFieldsAndNoneOfTheirValues() {
    Verdict.Refused verdict =
        (Verdict.Refused) at.verifier.verify(at.zorgdomein().token(), VerifierFixture.QUERY);

    Refusal refusal = verdict.refusal();
    assertThat(refusal.reason()).isEqualTo(PARTNER_REPORT_ONLY);
    assertThat(refusal.partner()).contains("demo-xis");
    assertThat(refusal.detail())
        .startsWith("verified, not switched on yet: the launch is in order and would give [")
        .contains("patient.id")
        .doesNotContain("01029999", "5a4fc42a");
    assertThat(verdict.record()).isPresent();
    assertThat(verdict.launchId()).isPresent();
  }

  @Test
  void launchIsUsedUpByTheReport() {
    TokenBuilder token = at.zorgdomein();
    at.refuse(token, PARTNER_REPORT_ONLY);
    at.refuse(token, REPLAYED);
  }

  @Test
  void whatIsWrongIsSaidAsItAlwaysIs() {
    at.refuse(at.zorgdomein().claim("iss", 1), CLAIM_MALFORMED);
  }
}
