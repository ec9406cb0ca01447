package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** RFC 7519 section 2: seconds since 1970, which end somewhere. */
class NumericDateTest {
  private static final long LAST_OF_THE_YEAR_9999 = 253_402_300_799L;

  private static boolean isFit(@Nullable Object seconds) {
    Map<String, @Nullable Object> claims = new HashMap<>();
    claims.put("iat", seconds);
    return NumericDate.isFit(claims, "iat");
  }

  @Test
  void goesFromTheFirstSecondOf1970ToTheLastOf9999() {
    assertThat(isFit(0L)).isTrue();
    assertThat(isFit(-1L)).isFalse();
    assertThat(isFit(-0.001)).isFalse();
    assertThat(isFit(LAST_OF_THE_YEAR_9999)).isTrue();
    assertThat(isFit(LAST_OF_THE_YEAR_9999 + 1)).isFalse();
  }

  @Test
  void isANumberAndNothingElse() {
    assertThat(isFit("0")).isFalse();
    assertThat(isFit(null)).isFalse();
    assertThat(isFit(true)).isFalse();
  }
}
