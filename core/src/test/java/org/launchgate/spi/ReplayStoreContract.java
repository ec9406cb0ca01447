package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;

/**
 * What every replay store has to keep, whatever it keeps its launches in.
 *
 * <p>A store's own test extends this and hands over stores that are empty and read the given clock;
 * one that counts in larger steps says so by {@link #resolution}.
 */
public abstract class ReplayStoreContract {
  /** The instant at which every test starts. */
  protected static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final String LAUNCH = "Qm9vdHN0cmFwcGVkIGxhdW5jaCBpZCBvZiA0MyBjaGF";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int THREADS = 8;
  private static final int ROUNDS = 200;

  /** The clock of the stores under test. */
  protected final MovableClock clock = new MovableClock(NOW);

  /** An empty store with room for at least a thousand launches. */
  protected abstract ReplayStore emptyStore();

  @Test
  void firstClaimIsTrueAndEveryOtherFalse() {
    ReplayStore store = emptyStore();

    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isTrue();
    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
  }

  @Test
  void otherLaunchIsIndependent() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));

    assertThat(store.claim("xis", LAUNCH.toLowerCase(java.util.Locale.ROOT), NOW.plus(MINUTE)))
        .isTrue();
  }

  @Test
  void sameLaunchOfAnotherPartnerIsIndependent() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));

    assertThat(store.claim("his", LAUNCH, NOW.plus(MINUTE))).isTrue();
    assertThat(store.claim("his", LAUNCH, NOW.plus(MINUTE))).isFalse();
  }

  @Test
  void partnerAndLaunchAreNotRunTogether() {
    ReplayStore store = emptyStore();
    store.claim("xis", "a" + LAUNCH, NOW.plus(MINUTE));

    assertThat(store.claim("xisa", LAUNCH, NOW.plus(MINUTE))).isTrue();
  }

  @Test
  void launchIsRememberedUpToAndAtTheInstantItIsKeptUntil() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));

    clock.advance(MINUTE.minusNanos(1));
    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
  }

  @Test
  void launchIsForgottenAfterTheInstantItIsKeptUntil() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));

    clock.advance(MINUTE.plus(resolution()));

    assertThat(store.claim("xis", LAUNCH, clock.instant().plus(MINUTE))).isTrue();
    assertThat(store.claim("xis", LAUNCH, clock.instant().plus(MINUTE))).isFalse();
  }

  @Test
  void refusedClaimChangesNothingAboutHowLongALaunchIsKept() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));
    store.claim("xis", LAUNCH, NOW.plusSeconds(1));

    clock.advance(MINUTE);

    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
  }

  @Test
  void refusedClaimThatAsksForLongerDoesNotShortenHowLongALaunchIsKept() {
    ReplayStore store = emptyStore();
    store.claim("xis", LAUNCH, NOW.plus(MINUTE));
    store.claim("xis", LAUNCH, NOW.plus(MINUTE.multipliedBy(2)));

    clock.advance(MINUTE);

    assertThat(store.claim("xis", LAUNCH, NOW.plus(MINUTE))).isFalse();
  }

  @Test
  void launchMayBeKeptUntilTheEndOfTheYear9999() {
    ReplayStore store = emptyStore();
    Instant end = Instant.parse("9999-12-31T23:59:59Z");

    assertThat(store.claim("xis", LAUNCH, end)).isTrue();
    clock.advance(Duration.ofDays(365_000));
    assertThat(store.claim("xis", LAUNCH, end)).isFalse();
  }

  @Test
  void fullStoreGivesNoAnswerToANewLaunchAndForgetsNone() {
    Optional<ReplayStore> bounded = emptyStoreFor(3);
    assumeTrue(bounded.isPresent(), "this store has no bound of its own");
    ReplayStore store = bounded.orElseThrow();
    for (int i = 0; i < 3; i++) {
      assertThat(store.claim("xis", LAUNCH + i, NOW.plus(MINUTE))).isTrue();
    }

    assertThatThrownBy(() -> store.claim("xis", LAUNCH, NOW.plus(MINUTE)))
        .isInstanceOf(LaunchUnavailableException.class);
    assertThatThrownBy(() -> store.claim("his", LAUNCH, NOW.plus(MINUTE)))
        .isInstanceOf(LaunchUnavailableException.class);
    for (int i = 0; i < 3; i++) {
      assertThat(store.claim("xis", LAUNCH + i, NOW.plus(MINUTE))).isFalse();
    }
  }

  @Test
  void ofManyThreadsExactlyOneClaimsALaunch() throws Exception {
    ReplayStore store = emptyStore();

    for (int round = 0; round < ROUNDS; round++) {
      String launch = LAUNCH + round;
      assertThat(winners(() -> store.claim("xis", launch, NOW.plus(MINUTE)))).isEqualTo(1);
    }
  }

  @Test
  void ofManyThreadsExactlyOneClaimsALaunchThatWasForgotten() throws Exception {
    ReplayStore store = emptyStore();

    for (int round = 0; round < ROUNDS; round++) {
      Instant until = clock.instant().plus(MINUTE);
      assertThat(winners(() -> store.claim("xis", LAUNCH, until))).isEqualTo(1);
      clock.advance(MINUTE.plus(resolution()));
    }
  }

  /**
   * An empty store with room for exactly so many launches, all of which may be one partner's; empty
   * where the store has no bound of its own.
   */
  protected Optional<ReplayStore> emptyStoreFor(int launches) {
    return Optional.empty();
  }

  /** By how little the store can tell two instants apart; stores of milliseconds override it. */
  protected Duration resolution() {
    return Duration.ofNanos(1);
  }

  /** How many of the threads that ask at once get true. */
  private static int winners(Callable<Boolean> claim) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(
          Pool.THREADS.submit(
              () -> {
                start.await();
                return claim.call();
              }));
    }
    int winners = 0;
    for (Future<Boolean> answer : answers) {
      winners += answer.get() ? 1 : 0;
    }
    return winners;
  }

  /** Threads that are made once and keep no test from ending. */
  private static final class Pool {
    static final ExecutorService THREADS =
        Executors.newFixedThreadPool(
            ReplayStoreContract.THREADS,
            task -> {
              Thread thread = new Thread(task, "replay-contract");
              thread.setDaemon(true);
              return thread;
            });
  }
}
