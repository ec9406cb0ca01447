package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
