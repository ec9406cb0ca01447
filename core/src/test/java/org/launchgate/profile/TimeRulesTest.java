package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeRulesTest {
  private static final Duration AGE = Duration.ofMinutes(5);

  @Test
  void aTimeThatIsDemandedAndLimitsNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeRules(true, false, null, null, null))
        .withMessageContaining("maxAge");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeRules(false, false, null, AGE, null).withIssuedAtRequired());
  }

  @Test
  void aTokenIsLimitedByATimeThatIsDemandedAndByNoOther() {
    assertThat(new TimeRules(true, false, AGE, null, null).limited()).isTrue();
    assertThat(new TimeRules(false, true, null, null, null).limited()).isTrue();
    assertThat(new TimeRules(false, false, AGE, AGE, null).limited()).isFalse();
  }

  @Test
  void aGreatestAgeOrADemandedExpiryIsEnough() {
    assertThatCode(() -> new TimeRules(true, false, AGE, null, null)).doesNotThrowAnyException();
    assertThatCode(() -> new TimeRules(true, true, null, null, null)).doesNotThrowAnyException();
    assertThatCode(() -> new TimeRules(false, false, null, null, null)).doesNotThrowAnyException();
  }
}
