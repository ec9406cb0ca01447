package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;

/** How many copies of one used launch may wait in a minute. */
class CopyLimitTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T12:00:00Z"));
  private final CopyLimit limit = new CopyLimit(clock);

  private static String launch(int number) {
    return "launch " + number;
  }

  private void fill(int launch) {
    for (int copy = 0; copy < CopyLimit.COPIES; copy++) {
      assertThat(limit.admits(launch(launch))).isTrue();
    }
    assertThat(limit.admits(launch(launch))).isFalse();
  }

  @Test
  void tenCopiesOfALaunchWaitAndNoMore() {
    fill(1);
    assertThat(limit.admits(launch(1))).isFalse();
  }

  @Test
  void copiesOfOneLaunchLeaveTheOthersAlone() {
    fill(1);
    fill(2);
  }

  @Test
  void thereIsRoomAgainAfterAMinute() {
    fill(1);
    clock.advance(LaunchTickets.LIFETIME.minusNanos(1));
    assertThat(limit.admits(launch(1))).isFalse();

    clock.advance(Duration.ofNanos(1));
    fill(1);
  }

  @Test
  void copiesOfSoManyLaunchesAreKnownAtMost() {
    for (int each = 0; each < CopyLimit.LAUNCHES; each++) {
      assertThat(limit.admits(launch(each))).isTrue();
    }

    assertThat(limit.admits(launch(CopyLimit.LAUNCHES))).isFalse();
    assertThat(limit.admits(launch(0))).isTrue();
  }
}
