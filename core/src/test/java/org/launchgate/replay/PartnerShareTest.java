package org.launchgate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.MovableClock;
import org.launchgate.spi.LaunchUnavailableException;

/** No partner's launches shut the others out. */
class PartnerShareTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

  private int next;

  private InMemoryReplayStore store(int capacity, int share) {
    return InMemoryReplayStore.builder(clock).capacity(capacity).partnerShare(share).open();
  }

  private void claim(InMemoryReplayStore store, String partner, int launches, Duration keep) {
    for (int i = 0; i < launches; i++) {
      assertThat(store.claim(partner, "launch " + next++, clock.instant().plus(keep))).isTrue();
    }
  }

  private void isFull(InMemoryReplayStore store, String partner, String message) {
    assertThatThrownBy(() -> store.claim(partner, "one more", clock.instant().plus(HOUR)))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage(message);
  }

  @Test
  @Clause("V-29")
  void partnerThatHasFilledItsShareShutsNoOtherOut() {
    InMemoryReplayStore store = store(10, 50);
    claim(store, "flood", 5, HOUR);

    isFull(
        store,
        "flood",
        "partner flood has filled its share of the replay store: 5 of 10 launches, all still to be"
            + " remembered; replayPartnerShare and replayCapacity say how many may be");
    claim(store, "xis", 5, HOUR);
  }

  @Test
  void wholeStoreIsFullForEverybody() {
    InMemoryReplayStore store = store(10, 50);
    claim(store, "a", 5, HOUR);
    claim(store, "b", 5, HOUR);

    isFull(
        store,
        "c",
        "the replay store is full: 10 launches are still to be remembered; replayCapacity says how"
            + " many may be");
  }

  @Test
  void halfIsTheShareUnlessSaidOtherwise() {
    InMemoryReplayStore store = InMemoryReplayStore.builder(clock).capacity(10).open();
    claim(store, "flood", 5, HOUR);

    assertThatThrownBy(() -> claim(store, "flood", 1, HOUR))
        .hasMessageContaining("5 of 10 launches");
  }

  @Test
  void thereIsRoomForAMillionUnlessSaidOtherwise() {
    InMemoryReplayStore store = InMemoryReplayStore.builder(clock).partnerShare(1).open();
    claim(store, "flood", 10_000, HOUR);

    assertThatThrownBy(() -> claim(store, "flood", 1, HOUR))
        .hasMessageContaining("10000 of 1000000 launches");
  }

  @ParameterizedTest
  @CsvSource({"1,1,1", "10,1,1", "199,1,1", "200,1,2", "3,50,1", "3,99,2", "3,100,3"})
  void shareIsRoundedDownAndIsAtLeastOneLaunch(int capacity, int percent, int launches) {
    InMemoryReplayStore store = store(capacity, percent);
    claim(store, "xis", launches, HOUR);

    assertThatThrownBy(() -> store.claim("xis", "one more", clock.instant().plus(HOUR)))
        .hasMessageContaining("%d of %d launches".formatted(launches, capacity));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 101})
  void shareOutsideOneToAHundredPercentIsRefused(int percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store(10, percent))
        .withMessage("partnerShare must be from 1 to 100 percent, not " + percent);
  }

  /** What is over leaves sixteen at a time, the others' first here: the share must not wait. */
  @Test
  void placeOfALaunchThatMayBeForgottenIsFreeAtOnceHoweverMuchOfOthersIsOver() {
    InMemoryReplayStore store = store(200, 50);
    claim(store, "others", 100, Duration.ofSeconds(1));
    claim(store, "xis", 100, Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(3));

    claim(store, "xis", 1, HOUR);

    assertThat(store.size()).isEqualTo(200 - 16);
  }

  @Test
  void partnerWhoseLaunchesAreAllForgottenStartsAfresh() {
    InMemoryReplayStore store = store(4, 50);
    for (int round = 0; round < 5; round++) {
      claim(store, "xis", 2, Duration.ofSeconds(1));
      assertThatThrownBy(() -> claim(store, "xis", 1, HOUR))
          .isInstanceOf(LaunchUnavailableException.class);
      clock.advance(Duration.ofSeconds(2));
    }
    claim(store, "his", 1, HOUR);
    assertThat(store.size()).isEqualTo(1);
  }
}
