package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a log shows of a text of doubtful origin. */
class LogTextTest {

  @Test
  void quotesAtMost64Characters() {
    assertThat(LogText.quoted("x".repeat(64))).isEqualTo("\"" + "x".repeat(64) + "\"");
    assertThat(LogText.quoted("x".repeat(65))).isEqualTo("\"" + "x".repeat(64) + "…\"");
  }

  @Test
  void nameHasAtMost64Characters() {
    assertThat(LogText.name("x".repeat(64))).isEqualTo("\"" + "x".repeat(64) + "\"");
    assertThat(LogText.name("x".repeat(65))).isEqualTo("another (65 characters)");
  }
}
