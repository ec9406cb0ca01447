package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a handler may decide, and how it may say it. */
class HandlerDecisionTest {

  @Test
  void noTextOfADecisionShowsWhatItHolds() {
    assertThat(HandlerDecision.proceed().leadingTo("/charts/anna").with("name", "Anna"))
        .hasToString("Proceed");
    assertThat(HandlerDecision.refuse("no_chart", "Anna has none")).hasToString("Refuse[no_chart]");
    assertThat(HandlerDecision.unavailable("down")).hasToString("Unavailable[down]");
    assertThat(Handed.of(HandlerDecision.proceed().with("name", "Anna"))).hasToString("Handed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Born Otherwise",
        "a-b",
        "ä",
        "1234567890123456789012345678901234567890123456789012345678901234x"
      })
  void reasonOfAnotherFormIsNone(String reason) {
    assertThatIllegalArgumentException().isThrownBy(() -> HandlerDecision.refuse(reason, "No."));
    assertThatIllegalArgumentException().isThrownBy(() -> HandlerDecision.unavailable(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "charts",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/a/../b",
        "/a#b",
        "/a b",
        "/%2e%2e/b",
        "/a\r\nX: y"
      })
  void targetThatIsNoPathOfThisApplicationIsNone(String target) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HandlerDecision.proceed().leadingTo(target));
  }

  @Test
  void publicTextHasOneToThousandCharacters() {
    assertThatIllegalArgumentException().isThrownBy(() -> HandlerDecision.refuse("no", " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HandlerDecision.refuse("no", "x".repeat(1001)));
    assertThat(HandlerDecision.refuse("no", "x".repeat(1000))).isNotNull();
  }
}
