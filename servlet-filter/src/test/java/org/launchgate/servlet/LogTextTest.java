package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.Refusal;
import org.launchgate.RefusalReason;

/** What gets into the log, and how little of it is as somebody outside wrote it. */
class LogTextTest {

  @Test
  void lineIsOneLine() {
    assertThat(CleanText.line("a\r\nb\u2028c\u202ed\u0085\u00e6")).isEqualTo("a..b.c.d.\u00e6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2001:db8::1", "[::1]", "fe80::1%eth0", "::ffff:192.0.2.1"})
  void addressIsShown(String address) {
    assertThat(CleanText.address(address)).isEqualTo(address);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "canary", "1.2.3.4\nlaunch accepted", "unknown", "\"[::1]:80\""})
  void whatIsNoAddressIsNot(String address) {
    assertThat(CleanText.address(address)).isEqualTo("?");
  }

  private static String refusedAt(String path) {
    try (LogCapture log = new LogCapture()) {
      new LaunchLog("demo-xis"::equals, Clock.systemUTC(), (delay, task) -> {})
          .refused(
              "REF",
              Refusal.of(RefusalReason.TOKEN_MISSING, "none\nat all"),
              Optional.ofNullable(path),
              "192.0.2.1");
      return log.all();
    }
  }

  @Test
  void partnerOfThePathIsShownOnlyWhereItIsOne() {
    String line = "WARNING launch refused ref=REF reason=token_missing partner=%s from=192.0.2.1";
    assertThat(refusedAt("demo-xis")).startsWith(line.formatted("demo-xis"));
    assertThat(refusedAt("13116900216")).startsWith(line.formatted("?")).doesNotContain("131");
    assertThat(refusedAt(null)).startsWith(line.formatted("-")).endsWith("detail=none.at all");
  }

  @Test
  void bareTraceHoldsClassesAndPlacesButNoWords() {
    Exception failure =
        new IllegalStateException("canary", new IllegalArgumentException("canary-2"));
    failure.addSuppressed(new IllegalStateException("canary-3"));
    StringWriter text = new StringWriter();
    new BareTrace(failure).printStackTrace(new PrintWriter(text, true));
    assertThat(text.toString())
        .contains("java.lang.IllegalStateException", "java.lang.IllegalArgumentException")
        .contains(LogTextTest.class.getName())
        .doesNotContain("canary");
  }

  @Test
  void endlessChainOfCausesIsCutOff() {
    Exception a = new IllegalStateException("a");
    a.initCause(new IllegalStateException("b", a));
    assertThat(new BareTrace(a)).hasRootCauseInstanceOf(BareTrace.class);
  }
}
