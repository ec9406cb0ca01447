package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.profile.ClaimRule;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.ValueLimits;

/** The edges of what a text may hold. */
class ClaimTextTest {
  private static ClaimRule rule(Form form) {
    return new ClaimRule(
        JsonPointer.parse("/claim"), Presence.OPTIONAL, form, ValueLimits.NONE, false);
  }

  private static String around(int codePoint) {
    return "a" + Character.toString(codePoint) + "b";
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0x180B, 0x180F, 0xFE00, 0xFE0F, 0xFFF0, 0xFFF8, 0xE0000, 0xE0FFF, 0x200C, 0x200D})
  void firstAndLastOfEachRangeThatShowsNothingAreInNoIdentifier(int codePoint) {
    assertThat(ClaimText.isIdentifier(around(codePoint))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x180A, 0x1810, 0xFDFF, 0xFE10, 0xFFEF, 0x1F600, 0xE1000})
  void neighboursOfTheseRangesMayBeInAnIdentifier(int codePoint) {
    assertThat(ClaimText.isIdentifier(around(codePoint))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
  void codePointThatIsNoCharacterIsInNoText(int codePoint) {
    assertThat(ClaimText.isFit(around(codePoint))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFDCF, 0xFDF0, 0xFFFD})
  void neighboursOfThoseMayBeInAText(int codePoint) {
    assertThat(ClaimText.isFit(around(codePoint))).isTrue();
  }

  /** Both are dates to the JDK, which takes a sign before a year. */
  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01", "-0001-01-01"})
  void dateHasAYearOfFourDigitsWithoutASign(String text) {
    assertThat(ClaimText.isFit(text, rule(Form.DATE))).isFalse();
  }

  @Test
  void integerIsAtMostWhatEveryReaderReadsAlike() {
    long most = 9_007_199_254_740_991L;

    assertThat(ClaimText.isFit(most, rule(Form.INTEGER))).isTrue();
    assertThat(ClaimText.isFit(-most, rule(Form.INTEGER))).isTrue();
    assertThat(ClaimText.isFit(most + 1, rule(Form.INTEGER))).isFalse();
    assertThat(ClaimText.isFit(-most - 1, rule(Form.INTEGER))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200C, 0x200D})
  void invisibleCharacterThatJoinsMayBeInAText(int codePoint) {
    assertThat(ClaimText.isFit(around(codePoint))).isTrue();
    assertThat(ClaimText.isFit(Character.toString(codePoint))).isFalse();
  }

  @Test
  void expectationNamesThePatternWithoutShowingIt() {
    String json =
        """
        {"extends": "exorlive", "claims": {"/a": {"type": "reference", "pattern": "P.*"}}}
        """;
    ClaimRule patterned =
        Profiles.read("own.json", json.getBytes(StandardCharsets.UTF_8)).claims().stream()
            .filter(rule -> rule.claim().equals(JsonPointer.parse("/a")))
            .findFirst()
            .orElseThrow();

    assertThat(ClaimText.expectation(patterned))
        .isEqualTo("expected a reference such as Patient/123, in the profile's pattern");
  }

  @Test
  void expectationSaysTheFormAndNothingOfTheValue() {
    assertThat(ClaimText.expectation(rule(Form.DATE)))
        .isEqualTo("expected a calendar date such as 1969-11-13");
    assertThat(ClaimText.expectation(rule(Form.TEXT)))
        .isEqualTo("expected a text of at most 255 characters that all show");
  }
}
