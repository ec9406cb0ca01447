package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;

/**
 * What every ticket store has to keep, whatever it keeps its tickets in.
 *
 * <p>A store's own test extends this and hands over stores that are empty and read the given clock;
 * one that counts in larger steps says so by {@link #resolution}.
 */
public abstract class TicketStoreContract {
  /** The instant at which every test starts. */
  protected static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** A key as the filter makes them: a digest in base64url. */
  protected static final String KEY = "VGlja2V0IGtleSBvZiA0MyBiYXNlNjR1cmwgY2hhcnM";

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final byte[] CONTENT = "a parked launch".getBytes(StandardCharsets.US_ASCII);
  private static final int THREADS = 8;
  private static final int ROUNDS = 200;

  /** The clock of the stores under test. */
  protected final MovableClock clock = new MovableClock(NOW);

  /** An empty store with room for at least a thousand tickets of four kilobytes. */
  protected abstract TicketStore emptyStore();

  @Test
  void ticketIsTakenOnce() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    assertThat(store.take(KEY)).hasValue(CONTENT);
    assertThat(store.take(KEY)).isEmpty();
    assertThat(store.take(KEY)).isEmpty();
  }

  @Test
  void ticketThatNobodyPutIsNotThere() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    assertThat(store.take(KEY.toLowerCase(java.util.Locale.ROOT))).isEmpty();
    assertThat(store.take(KEY.substring(1))).isEmpty();
    assertThat(store.take(KEY)).isPresent();
  }

  @Test
  void ticketsAreIndependent() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));
    store.put("another", new byte[] {1}, NOW.plus(MINUTE));

    assertThat(store.take("another")).hasValue(new byte[] {1});
    assertThat(store.take(KEY)).hasValue(CONTENT);
  }

  @Test
  void everyByteComesBack() {
    TicketStore store = emptyStore();
    byte[] content = new byte[4096];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) i;
    }
    store.put(KEY, content, NOW.plus(MINUTE));

    assertThat(store.take(KEY)).hasValue(content);
  }

  @Test
  void ticketIsTakenUntilJustBeforeItExpires() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    clock.advance(MINUTE.minus(resolution()));

    assertThat(store.take(KEY)).isPresent();
  }

  @Test
  void ticketIsNotTakenAtTheInstantAtWhichItExpires() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    clock.advance(MINUTE);

    assertThat(store.take(KEY)).isEmpty();
  }

  @Test
  void ticketIsNotTakenLongAfterItHasExpired() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    clock.advance(Duration.ofDays(1));

    assertThat(store.take(KEY)).isEmpty();
  }

  @Test
  void ticketOutlivesOneThatExpiresBefore() {
    TicketStore store = emptyStore();
    store.put(KEY, CONTENT, NOW.plus(MINUTE.multipliedBy(10)));
    store.put("short", CONTENT, NOW.plus(MINUTE));

    clock.advance(MINUTE);
    store.put("later", CONTENT, clock.instant().plus(MINUTE));

    assertThat(store.take("short")).isEmpty();
    assertThat(store.take(KEY)).isPresent();
    assertThat(store.take("later")).isPresent();
  }

  @Test
  void fullStoreTakesNoMoreAndDropsNothing() {
    TicketStore store = boundedStore();
    for (int i = 0; i < 3; i++) {
      store.put(KEY + i, CONTENT, NOW.plus(MINUTE));
    }

    assertThatThrownBy(() -> store.put(KEY, CONTENT, NOW.plus(MINUTE)))
        .isInstanceOf(LaunchUnavailableException.class);
    assertThat(store.take(KEY)).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(store.take(KEY + i)).hasValue(CONTENT);
    }
  }

  @Test
  void fullStoreHasRoomAgainOnceATicketIsTaken() {
    TicketStore store = boundedStore();
    for (int i = 0; i < 3; i++) {
      store.put(KEY + i, CONTENT, NOW.plus(MINUTE));
    }
    store.take(KEY + 1);

    store.put(KEY, CONTENT, NOW.plus(MINUTE));

    assertThat(store.take(KEY)).isPresent();
  }

  @Test
  void fullStoreHasRoomAgainOnceATicketHasExpired() {
    TicketStore store = boundedStore();
    store.put(KEY + 0, CONTENT, NOW.plus(MINUTE));
    store.put(KEY + 1, CONTENT, NOW.plus(MINUTE.multipliedBy(2)));
    store.put(KEY + 2, CONTENT, NOW.plus(MINUTE.multipliedBy(2)));
    clock.advance(MINUTE);

    store.put(KEY, CONTENT, clock.instant().plus(MINUTE));

    assertThat(store.take(KEY)).isPresent();
    assertThat(store.take(KEY + 1)).isPresent();
  }

  @Test
  void ofManyThreadsExactlyOneTakesATicket() throws Exception {
    TicketStore store = emptyStore();

    for (int round = 0; round < ROUNDS; round++) {
      String key = KEY + round;
      store.put(key, CONTENT, NOW.plus(MINUTE));
      List<byte[]> taken = takenAtOnce(store, key);
      assertThat(taken).hasSize(1);
      assertThat(taken.get(0)).isEqualTo(CONTENT);
    }
  }

  @Test
  void manyThreadsLoseNoTicketOfEachOther() throws Exception {
    TicketStore store = emptyStore();
    List<Future<Boolean>> rounds = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      String own = KEY + thread;
      rounds.add(Pool.THREADS.submit(() -> putAndTake(store, own)));
    }
    for (Future<Boolean> round : rounds) {
      assertThat(round.get()).isTrue();
    }
  }

  private static boolean putAndTake(TicketStore store, String own) {
    for (int round = 0; round < ROUNDS; round++) {
      byte[] content = {(byte) round};
      store.put(own + "-" + round, content, NOW.plus(MINUTE));
      if (!Arrays.equals(store.take(own + "-" + round).orElse(null), content)) {
        return false;
      }
    }
    return true;
  }

  /**
   * An empty store with room for exactly so many tickets of 15 bytes under keys of 44 characters;
   * empty where the store has no bound of its own.
   */
  protected Optional<TicketStore> emptyStoreFor(int tickets) {
    return Optional.empty();
  }

  /** By how little the store can tell two instants apart; stores of milliseconds override it. */
  protected Duration resolution() {
    return Duration.ofNanos(1);
  }

  private TicketStore boundedStore() {
    Optional<TicketStore> bounded = emptyStoreFor(3);
    assumeTrue(bounded.isPresent(), "this store has no bound of its own");
    return bounded.orElseThrow();
  }

  /** What threads that ask at once get. */
  private static List<byte[]> takenAtOnce(TicketStore store, String key) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Optional<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      answers.add(
          Pool.THREADS.submit(
              () -> {
                start.await();
                return store.take(key);
              }));
    }
    List<byte[]> taken = new ArrayList<>();
    for (Future<Optional<byte[]>> answer : answers) {
      answer.get().ifPresent(taken::add);
    }
    return taken;
  }

  /** Threads that are made once and keep no test from ending. */
  private static final class Pool {
    static final ExecutorService THREADS =
        Executors.newFixedThreadPool(
            TicketStoreContract.THREADS,
            task -> {
              Thread thread = new Thread(task, "ticket-contract");
              thread.setDaemon(true);
              return thread;
            });
  }
}
