package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextPatternTest {

  @Test
  void wholeTextHasToMatch() {
    TextPattern pattern = TextPattern.parse("[0-9]{2}");

    assertThat(pattern.matches("12")).isTrue();
    assertThat(pattern.matches("123")).isFalse();
    assertThat(pattern.matches("x12")).isFalse();
    assertThat(pattern.matches("12\n")).isFalse();
  }

  @Test
  void expressionThatWouldTakeForEverDoesNotMatch() {
    TextPattern pattern = TextPattern.parse("(.*a){20}b");
    String text = "a".repeat(255);

    assertThat(Assertions.assertTimeout(Duration.ofSeconds(5), () -> pattern.matches(text)))
        .isFalse();
  }

  /** To look at each character once is a step for each. */
  @Test
  void millionthStepIsTheLast() {
    TextPattern pattern = TextPattern.parse("a*");

    assertThat(pattern.matches("a".repeat(1_000_000))).isTrue();
    assertThat(pattern.matches("a".repeat(1_000_001))).isFalse();
  }

  @Test
  void workThatATextOfUsualLengthNeedsIsAllowed() {
    assertThat(TextPattern.parse("(?:[a-z]+[:/.])+").matches("ab.".repeat(85))).isTrue();
  }

  @Test
  void workThatALongTextNeedsIsAllowed() {
    assertThat(TextPattern.parse("[a-z]+[:/]\\S+").matches("urn:" + "x".repeat(4092))).isTrue();
  }

  @Test
  void stackThatIsExhaustedDoesNotMatch() throws InterruptedException {
    AtomicReference<Boolean> matched = new AtomicReference<>();
    String text = "ab".repeat(30_000);
    Thread small =
        new Thread(
            null, () -> matched.set(TextPattern.parse("(a|b)*").matches(text)), "small", 160_000);

    small.start();
    small.join();

    assertThat(matched.get()).isFalse();
  }

  @Test
  void equalTextsAreEqualPatterns() {
    assertThat(TextPattern.parse("a+"))
        .isEqualTo(TextPattern.parse("a+"))
        .hasSameHashCodeAs(TextPattern.parse("a+"))
        .isNotEqualTo(TextPattern.parse("a*"))
        .isNotEqualTo("a+")
        .hasToString("a+");
    assertThat(TextPattern.parse("a+")).doesNotHaveSameHashCodeAs(TextPattern.parse("a*"));
  }

  @Test
  void expressionHasUpToAThousandCharacters() {
    String longest = "a".repeat(1000);

    assertThat(TextPattern.parse(longest).matches(longest)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextPattern.parse(longest + "a"))
        .withMessage("longer than 1000 characters");
  }

  @Test
  void wrongExpressionIsRefusedWithTheReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextPattern.parse("[a"))
        .withMessage("Unclosed character class at index 1");
  }
}
