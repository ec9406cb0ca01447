package org.launchgate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;
import org.launchgate.spi.ReplayStoreContract;

/** The contract of every store, and what happens when memory runs out. */
class InMemoryReplayStoreTest extends ReplayStoreContract {
  private static final Duration HOUR = Duration.ofHours(1);

  @Override
  protected ReplayStore emptyStore() {
    return store(10_000);
  }

  @Override
  protected Optional<ReplayStore> emptyStoreFor(int launches) {
    return Optional.of(store(launches));
  }

  @Override
  protected Duration resolution() {
    return Duration.ofSeconds(1);
  }

  private InMemoryReplayStore store(int capacity) {
    return new InMemoryReplayStore(clock, capacity);
  }

  private boolean claim(InMemoryReplayStore store, String launch, Duration keep) {
    return store.claim("xis", launch, clock.instant().plus(keep));
  }

  private void isFull(InMemoryReplayStore store, int capacity) {
    assertThatThrownBy(() -> claim(store, "one more", HOUR))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage(
            "partner xis has filled its share of the replay store: %d of %d launches, all still to"
                    .formatted(capacity, capacity)
                + " be remembered; replayPartnerShare and replayCapacity say how many may be");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void capacityBelowOneIsRefused(int capacity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store(capacity))
        .withMessage("capacity must be at least 1, not " + capacity);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 100})
  void asManyLaunchesAsItsCapacityAreClaimedAndThenItAnswersNoMore(int capacity) {
    InMemoryReplayStore store = store(capacity);
    for (int i = 0; i < capacity; i++) {
      assertThat(claim(store, "launch " + i, HOUR)).isTrue();
    }

    isFull(store, capacity);
    assertThat(store.size()).isEqualTo(capacity);
  }

  @Test
  void fullStoreForgetsNoLaunchEarly() {
    InMemoryReplayStore store = store(3);
    claim(store, "a", Duration.ofMinutes(1));
    claim(store, "b", HOUR);
    claim(store, "c", HOUR);
    isFull(store, 3);

    clock.advance(Duration.ofMinutes(2));

    assertThat(claim(store, "b", HOUR)).isFalse();
    assertThat(claim(store, "c", HOUR)).isFalse();
  }

  @Test
  void fullStoreStillKnowsALaunchThatItRemembers() {
    InMemoryReplayStore store = store(1);
    claim(store, "a", HOUR);

    assertThat(claim(store, "a", HOUR)).isFalse();
    assertThatThrownBy(() -> claim(store, "b", HOUR))
        .isInstanceOf(LaunchUnavailableException.class);
  }

  @Test
  void fullStoreHasRoomAgainOnceALaunchMayBeForgotten() {
    InMemoryReplayStore store = store(2);
    claim(store, "a", Duration.ofSeconds(5));
    claim(store, "b", HOUR);
    clock.advance(Duration.ofSeconds(5));
    isFull(store, 2);

    clock.advance(Duration.ofNanos(1));

    assertThat(claim(store, "c", HOUR)).isTrue();
    isFull(store, 2);
  }

  @Test
  void launchKeptUntilAWholeSecondIsForgottenANanosecondLater() {
    InMemoryReplayStore store = store(1);
    claim(store, "a", Duration.ofSeconds(5));

    clock.advance(Duration.ofSeconds(5));
    assertThat(claim(store, "a", HOUR)).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(claim(store, "a", HOUR)).isTrue();
  }

  @Test
  void launchKeptUntilAFractionOfASecondIsForgottenAfterThatWholeSecond() {
    InMemoryReplayStore store = store(1);
    claim(store, "a", Duration.ofNanos(1));

    clock.advance(Duration.ofSeconds(1));
    assertThat(claim(store, "a", HOUR)).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(claim(store, "a", HOUR)).isTrue();
  }

  @Test
  void launchesThatMayBeForgottenLeaveSixteenWithEachClaim() {
    InMemoryReplayStore store = store(10_000);
    for (int i = 0; i < 100; i++) {
      claim(store, "launch " + i, Duration.ofSeconds(1));
    }
    clock.advance(Duration.ofSeconds(2));

    claim(store, "later", HOUR);
    assertThat(store.size()).isEqualTo(100 - 16 + 1);
    for (int i = 0; i < 6; i++) {
      claim(store, "later " + i, HOUR);
    }
    assertThat(store.size()).isEqualTo(7);
  }

  @Test
  void launchUsedAnewBeforeItsFirstUseHasLeftIsRemembered() {
    InMemoryReplayStore store = store(10_000);
    for (int i = 0; i < 20; i++) {
      claim(store, "launch " + i, Duration.ofSeconds(1));
    }
    claim(store, "twice", Duration.ofSeconds(2));
    clock.advance(Duration.ofSeconds(3));

    assertThat(claim(store, "twice", HOUR)).isTrue();
    assertThat(claim(store, "another", HOUR)).isTrue();
    assertThat(store.size()).isEqualTo(2);
    assertThat(claim(store, "twice", HOUR)).isFalse();
  }

  @Test
  void sizeStaysBoundedWhileShortLivedLaunchesComeAndGo() {
    InMemoryReplayStore store = store(10_000);
    int largest = 0;
    for (int second = 0; second < 3600; second++) {
      claim(store, "launch " + second, Duration.ofMinutes(1));
      largest = Math.max(largest, store.size());
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(largest).isEqualTo(61);
  }

  @Test
  void sweepForgetsNoLaunchEarly() {
    InMemoryReplayStore store = store(10_000);
    claim(store, "kept", HOUR);
    claim(store, "short", Duration.ofSeconds(1));
    for (int minute = 0; minute < 59; minute++) {
      clock.advance(Duration.ofMinutes(1));
      claim(store, "other " + minute, Duration.ofSeconds(1));
    }

    assertThat(claim(store, "kept", HOUR)).isFalse();
  }

  @Test
  void manyThreadsClaimExactlyAsManyAsThereIsRoomFor() {
    InMemoryReplayStore store = store(100);
    AtomicInteger claimed = new AtomicInteger();
    AtomicInteger unanswered = new AtomicInteger();

    IntStream.range(0, 2000)
        .parallel()
        .forEach(
            i -> {
              try {
                if (claim(store, "launch " + i, HOUR)) {
                  claimed.incrementAndGet();
                }
              } catch (LaunchUnavailableException e) {
                unanswered.incrementAndGet();
              }
            });

    assertThat(claimed.get()).isEqualTo(100);
    assertThat(unanswered.get()).isEqualTo(1900);
    assertThat(store.size()).isEqualTo(100);
  }

  @Test
  void storeWithoutFenceSaysThatNothingWasLost() {
    assertThat(store(1).remembersSince()).isEmpty();
  }

  @Test
  void storeOfTheBuilderSaysWhenItStarted() {
    InMemoryReplayStore store = InMemoryReplayStore.builder(clock).open();
    clock.advance(HOUR);

    assertThat(store.remembersSince()).contains(NOW);
  }

  /** The clock of a machine that boots may be hours ahead until it is set. */
  @Test
  void startThatWasToldByAClockThatRanAheadIsWhenThatIsNoticed() {
    InMemoryReplayStore store = InMemoryReplayStore.builder(clock).open();
    clock.advance(HOUR.negated());

    assertThat(store.remembersSince()).contains(NOW.minus(HOUR));
    clock.advance(Duration.ofSeconds(10));
    assertThat(store.remembersSince()).contains(NOW.minus(HOUR));
  }

  @Test
  void askingWhenItStartedHoldsUpNoClaim() {
    InMemoryReplayStore store = InMemoryReplayStore.builder(clock).open();
    store.remembersSince();

    assertThat(CompletableFuture.supplyAsync(() -> claim(store, "a", HOUR)))
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo(true);
  }

  @Test
  void askingForTheSizeHoldsUpNoClaim() {
    InMemoryReplayStore store = store(10);
    store.size();

    assertThat(CompletableFuture.supplyAsync(() -> claim(store, "a", HOUR)))
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo(true);
  }

  @Test
  void closedStoreAnswersNoClaim() {
    InMemoryReplayStore store = store(10);
    claim(store, "a", HOUR);
    store.close();

    assertThatThrownBy(() -> claim(store, "a", HOUR))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the replay store is closed: its application stops");
  }
}
