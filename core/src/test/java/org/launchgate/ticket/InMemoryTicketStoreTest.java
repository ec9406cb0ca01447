package org.launchgate.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.TicketStore;
import org.launchgate.spi.TicketStoreContract;

/** The contract of every store, and what happens when memory runs out. */
class InMemoryTicketStoreTest extends TicketStoreContract {
  /** What a ticket takes beside its content. */
  private static final int OVERHEAD = 400;

  private static final Instant SOON = NOW.plusSeconds(60);

  @Override
  protected TicketStore emptyStore() {
    return store(16L * 1024 * 1024);
  }

  @Override
  protected Optional<TicketStore> emptyStoreFor(int tickets) {
    return Optional.of(store(tickets * (OVERHEAD + 15L)));
  }

  private InMemoryTicketStore store(long capacity) {
    return new InMemoryTicketStore(clock, capacity);
  }

  private static void isFull(InMemoryTicketStore store, int bytes) {
    assertThatThrownBy(() -> store.put("one more", new byte[bytes], SOON))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the ticket store is full: %d launches wait to be redeemed", store.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void capacityBelowOneIsRefused(long capacity) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store(capacity))
        .withMessage("capacity must be at least 1 byte, not " + capacity);
  }

  @Test
  void contentThatFillsTheStoreToTheByteIsTaken() {
    InMemoryTicketStore store = store(OVERHEAD + 100);
    store.put(KEY, new byte[100], SOON);

    isFull(store, 0);
    assertThat(store.take(KEY)).isPresent();
  }

  @Test
  void contentOfOneByteMoreThanThereIsRoomForIsNot() {
    InMemoryTicketStore store = store(OVERHEAD + 100);

    isFull(store, 101);
    assertThat(store.size()).isZero();
  }

  @Test
  void bytesAreGivenBackHoweverATicketLeaves() {
    InMemoryTicketStore store = store(2 * OVERHEAD + 100);
    for (int round = 0; round < 100; round++) {
      store.put("taken", new byte[50], clock.instant().plusSeconds(1));
      store.put("late", new byte[50], clock.instant().plusSeconds(1));
      store.take("taken");
      clock.advance(Duration.ofSeconds(1));
      assertThat(store.take("late")).isEmpty();
      store.put("swept", new byte[OVERHEAD + 100], clock.instant().plusSeconds(1));
      clock.advance(Duration.ofSeconds(1));
    }

    store.put("last", new byte[OVERHEAD + 100], clock.instant().plusSeconds(1));
    isFull(store, 0);
  }

  @Test
  void expiredTicketsLeaveWithTheNextPutAndNoOtherDoes() {
    InMemoryTicketStore store = store(1_000_000);
    for (int i = 0; i < 100; i++) {
      store.put("short " + i, new byte[1], NOW.plusSeconds(10));
    }
    store.put("long", new byte[1], NOW.plusSeconds(10).plusNanos(1));
    clock.advance(Duration.ofSeconds(10));

    store.put(KEY, new byte[1], SOON);

    assertThat(store.size()).isEqualTo(2);
    assertThat(store.take("long")).isPresent();
  }

  @Test
  void keyThatIsInUseIsAMistakeThatChangesNothing() {
    InMemoryTicketStore store = store(2 * OVERHEAD + 2);
    store.put(KEY, new byte[] {1}, SOON);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> store.put(KEY, new byte[] {2}, SOON))
        .withMessage("the key of a ticket was used before");

    store.put("another", new byte[] {3}, SOON);
    assertThat(store.take(KEY)).hasValue(new byte[] {1});
  }

  @Test
  void contentIsAsItWasWhenItWasPut() {
    InMemoryTicketStore store = store(1000);
    byte[] content = {1, 2, 3};
    store.put(KEY, content, SOON);

    content[0] = 9;

    assertThat(store.take(KEY)).hasValue(new byte[] {1, 2, 3});
  }

  @Test
  void manyThreadsPutExactlyAsManyAsThereIsRoomFor() {
    InMemoryTicketStore store = store(100 * (OVERHEAD + 15));
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger unanswered = new AtomicInteger();

    IntStream.range(0, 2000)
        .parallel()
        .forEach(
            i -> {
              try {
                store.put("ticket " + i, new byte[15], SOON);
                kept.incrementAndGet();
              } catch (LaunchUnavailableException e) {
                unanswered.incrementAndGet();
              }
            });

    assertThat(kept.get()).isEqualTo(100);
    assertThat(unanswered.get()).isEqualTo(1900);
    assertThat(store.size()).isEqualTo(100);
  }
}
