package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;
import org.launchgate.servlet.RefusalTally.Summary;

class RefusalTallyTest {
  private static final Instant START = Instant.parse("2026-11-25T12:00:00Z");
  private static final String KIND = "signature_invalid";

  private final MovableClock clock = new MovableClock(START);
  private final List<Duration> delays = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();
  private final List<Summary> told = new ArrayList<>();
  private final RefusalTally tally =
      new RefusalTally(
          clock,
          (delay, task) -> {
            delays.add(delay);
            tasks.add(task);
          },
          told::add);

  private long admitted(String kind, int from, int to) {
    long admitted = 0;
    for (int i = from; i < to; i++) {
      admitted += tally.admits(kind, "R%04d".formatted(i)) ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void tenOfAKindHaveALineOfTheirOwnAndTheRestIsCounted() {
    assertThat(admitted(KIND, 0, 1000)).isEqualTo(10);
    tally.close();
    assertThat(told).containsExactly(new Summary(KIND, 990, "R0010", "R0999", START, START));
  }

  @Test
  void tenAreNotCountedAndNothingIsTold() {
    assertThat(admitted(KIND, 0, 10)).isEqualTo(10);
    tally.close();
    assertThat(told).isEmpty();
    assertThat(tasks).isEmpty();
  }

  @Test
  void kindsDoNotTakeEachOthersLines() {
    admitted(KIND, 0, 100);
    assertThat(admitted("key_unknown", 100, 110)).isEqualTo(10);
  }

  @Test
  void nextIntervalBeginsExactlyAfterAMinute() {
    admitted(KIND, 0, 11);
    clock.advance(RefusalTally.INTERVAL.minusMillis(1));
    assertThat(admitted(KIND, 11, 12)).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(admitted(KIND, 12, 23)).isEqualTo(10);
    assertThat(told)
        .containsExactly(
            new Summary(KIND, 2, "R0010", "R0011", START, START.plus(RefusalTally.INTERVAL)));
  }

  @Test
  void countIsToldAtTheEndOfItsMinuteAlthoughNothingMoreComes() {
    clock.advance(Duration.ofSeconds(5));
    admitted(KIND, 0, 10);
    clock.advance(Duration.ofSeconds(20));
    admitted(KIND, 10, 30);
    assertThat(delays).containsExactly(Duration.ofSeconds(40));
    clock.advance(Duration.ofSeconds(40));
    tasks.get(0).run();
    assertThat(told)
        .extracting(Summary::count, Summary::first, Summary::last)
        .containsExactly(tuple(20L, "R0010", "R0029"));
  }

  @Test
  void everyIntervalHasACountAndAnAlarmOfItsOwn() {
    admitted(KIND, 0, 15);
    clock.advance(RefusalTally.INTERVAL);
    tasks.get(0).run();
    admitted(KIND, 15, 28);
    clock.advance(RefusalTally.INTERVAL);
    tasks.get(1).run();
    assertThat(told)
        .extracting(Summary::count, Summary::first, Summary::last)
        .containsExactly(tuple(5L, "R0010", "R0014"), tuple(3L, "R0025", "R0027"));
  }

  @Test
  void alarmOfAnIntervalThatHasEndedDoesNotEndTheNext() {
    admitted(KIND, 0, 11);
    clock.advance(RefusalTally.INTERVAL);
    assertThat(admitted(KIND, 11, 31)).isEqualTo(10);
    tasks.get(0).run();
    assertThat(admitted(KIND, 31, 41)).isZero();
    assertThat(told).hasSize(1);
  }

  @Test
  void clockThatGoesBackBeginsANewInterval() {
    admitted(KIND, 0, 20);
    clock.advance(Duration.ofHours(-1));
    assertThat(admitted(KIND, 20, 30)).isEqualTo(10);
    assertThat(told).hasSize(1);
  }

  @Test
  void rangeHoldsReferencesThatCameOutOfOrder() {
    admitted(KIND, 0, 10);
    tally.admits(KIND, "R0500");
    tally.admits(KIND, "R0300");
    tally.admits(KIND, "R0400");
    tally.close();
    assertThat(told)
        .extracting(Summary::first, Summary::last)
        .containsExactly(tuple("R0300", "R0500"));
  }

  @Test
  void afterTheCloseEverythingHasItsOwnLine() {
    admitted(KIND, 0, 20);
    tally.close();
    assertThat(admitted(KIND, 20, 40)).isEqualTo(20);
  }

  @Test
  void ofManyThreadsEveryRefusalIsLoggedOrCounted() {
    long admitted =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(i -> tally.admits(KIND, "R%05d".formatted(i)))
            .count();
    tally.close();
    assertThat(admitted).isEqualTo(10);
    assertThat(told).extracting(Summary::count).containsExactly(19_990L);
  }
}
