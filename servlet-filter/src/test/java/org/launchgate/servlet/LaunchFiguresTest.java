package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;

/** Counts, times and clock skews. */
class LaunchFiguresTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final LaunchFigures figures = new LaunchFigures();

  private static LaunchEvent.Builder event(Kind kind, String partner) {
    return LaunchEvent.builder(kind, NOW).partner(partner);
  }

  /** A launch whose token was issued so long before now. */
  private static LaunchEvent.Builder aged(Kind kind, Duration age) {
    return event(kind, "a")
        .token(
            new EventToken(
                Optional.empty(),
                Optional.of("RS256"),
                Optional.empty(),
                Optional.of(NOW.minus(age)),
                Optional.empty()));
  }

  private void count(LaunchEvent.Builder event) {
    figures.count(event.build());
  }

  private LaunchesMXBean.Launches row(String key) {
    return figures.launches().get(key);
  }

  @Test
  void launchesAreCountedByPartnerAndResult() {
    count(event(Kind.ACCEPTED, "a"));
    count(event(Kind.ACCEPTED, "a"));
    count(event(Kind.ACCEPTED, "b"));
    count(event(Kind.REFUSED, "a").reason("signature_invalid"));
    count(event(Kind.REPLAYED, "a").reason("replayed"));
    count(event(Kind.REFUSED, null).reason("token_missing"));
    assertThat(figures.launches().keySet())
        .containsExactly(
            "-|token_missing", "a|accepted", "a|replayed", "a|signature_invalid", "b|accepted");
    assertThat(row("a|accepted").getCount()).isEqualTo(2);
    assertThat(row("a|accepted").getPartner()).isEqualTo("a");
    assertThat(row("a|accepted").getResult()).isEqualTo("accepted");
    assertThat(row("-|token_missing").getCount()).isEqualTo(1);
  }

  @Test
  void partnersBeyondTheBoundCountTogether() {
    for (int i = 0; i < LaunchFigures.MAX_PARTNERS + 5; i++) {
      count(event(Kind.ACCEPTED, "partner-" + i));
    }
    count(event(Kind.ACCEPTED, null));
    assertThat(figures.launches()).hasSize(LaunchFigures.MAX_PARTNERS + 2);
    assertThat(row("*|accepted").getCount()).isEqualTo(5);
    assertThat(row("-|accepted").getCount()).isEqualTo(1);
  }

  @Test
  void percentilesAreUpperBoundsOfAtMostFortyTwoPercentMore() {
    for (int i = 1; i <= 100; i++) {
      count(event(Kind.ACCEPTED, "a").verification(Duration.ofMillis(i)));
    }
    LaunchesMXBean.Launches row = row("a|accepted");
    assertThat(row.getVerified()).isEqualTo(100);
    assertThat(row.getTotalMillis()).isEqualTo(5050);
    assertThat(row.getMaxMillis()).isEqualTo(100);
    assertThat(row.getP50Millis()).isBetween(50.0, 50 * 1.42);
    assertThat(row.getP95Millis()).isBetween(95.0, 100.0);
    assertThat(row.getP99Millis()).isBetween(99.0, 100.0);
  }

  @Test
  void timesAtTheEdgesOfTheHistogramAreKept() {
    count(event(Kind.ACCEPTED, "a").verification(Duration.ZERO));
    assertThat(row("a|accepted").getP99Millis()).isZero();
    count(event(Kind.ACCEPTED, "b").verification(Duration.ofNanos(16_000)));
    assertThat(row("b|accepted").getP50Millis()).isEqualTo(0.016);
    count(event(Kind.ACCEPTED, "c").verification(Duration.ofHours(1)));
    assertThat(row("c|accepted").getP50Millis()).isEqualTo(3_600_000);
    count(event(Kind.ACCEPTED, "d"));
    assertThat(row("d|accepted").getVerified()).isZero();
    assertThat(row("d|accepted").getP50Millis()).isZero();
  }

  @Test
  void clockSkewIsOurTimeLessIssuedAt() {
    count(aged(Kind.ACCEPTED, Duration.ofSeconds(4)));
    count(aged(Kind.REFUSED, Duration.ofMinutes(10)).reason("token_too_old"));
    count(aged(Kind.REFUSED, Duration.ofMillis(-1500)).reason("token_not_yet_valid"));
    LaunchesMXBean.ClockSkew skew = figures.clockSkews().get("a");
    assertThat(skew.getTokens()).isEqualTo(3);
    assertThat(skew.getLastSeconds()).isEqualTo(-1.5);
    assertThat(skew.getMinSeconds()).isEqualTo(-1.5);
    assertThat(skew.getMaxSeconds()).isEqualTo(600);
    assertThat(skew.getMeanSeconds()).isEqualTo(200.833, within(0.001));
  }

  @Test
  void clockSkewIsThatOfTheLastHundredTokens() {
    count(aged(Kind.ACCEPTED, Duration.ofHours(2)));
    for (int i = 0; i < 99; i++) {
      count(aged(Kind.ACCEPTED, Duration.ofSeconds(1)));
    }
    assertThat(figures.clockSkews().get("a").getMaxSeconds()).isEqualTo(7200);
    count(aged(Kind.ACCEPTED, Duration.ZERO));
    LaunchesMXBean.ClockSkew skew = figures.clockSkews().get("a");
    assertThat(skew.getTokens()).isEqualTo(100);
    assertThat(skew.getMaxSeconds()).isEqualTo(1);
    assertThat(skew.getMinSeconds()).isZero();
    assertThat(skew.getLastSeconds()).isZero();
  }

  @Test
  void whatComesAgainOrIsUnsignedSaysNothingAboutTheClock() {
    count(aged(Kind.REPLAYED, Duration.ofHours(1)).reason("replayed"));
    count(aged(Kind.REPEATED, Duration.ofHours(1)));
    count(aged(Kind.PATIENT_CHANGED, Duration.ofHours(1)));
    count(aged(Kind.LOGOUT, Duration.ofHours(1)));
    count(event(Kind.REFUSED, "a").reason("signature_invalid"));
    assertThat(figures.clockSkews()).isEmpty();
  }
}
