package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4648 section 3.5: the bits at the end that stand for nothing are zero. */
class Base64UrlTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "AQ", "AAA", "AAE", "AAAA", "AAAB"})
  void spellingThatEndsInZerosHasItsBytes(String digits) {
    assertThat(Base64UrlText.decode(digits)).hasSize(digits.length() * 3 / 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB", "AC", "AE", "AI", "AAB", "AAC", "A", "AAAAA"})
  void anyOtherSpellingHasNone(String digits) {
    assertThat(Base64UrlText.decode(digits)).isNull();
  }
}
