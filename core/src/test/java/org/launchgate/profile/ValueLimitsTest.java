package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueLimitsTest {
  private static ValueLimits ignoringCase(String... named) {
    return new ValueLimits(Set.of(named), true, null, ValueLimits.USUAL_LENGTH, Set.of());
  }

  @Test
  void everyAsciiLetterIsFolded() {
    assertThat(ignoringCase("abcxyz").names("ABCXYZ")).isTrue();
    assertThat(ignoringCase("ABCXYZ").names("abcxyz")).isTrue();
  }

  @Test
  void neighboursOfTheLettersAreNot() {
    assertThat(ignoringCase("`").names("@")).isFalse();
    assertThat(ignoringCase("{").names("[")).isFalse();
  }
}
