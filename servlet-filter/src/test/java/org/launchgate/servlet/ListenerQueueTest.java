package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.servlet.ListenerQueue.Places;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** What listeners get, what is dropped, and that nothing which they do comes back. */
@Timeout(60)
class ListenerQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CAPACITY = 10;

  private final EventsHeard heard = new EventsHeard();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final MovableClock clock = new MovableClock(NOW);
  private final LogCapture log = new LogCapture();

  @AfterEach
  void stop() {
    gate.countDown();
    log.close();
  }

  private ListenerQueue queue(boolean required, Duration patience, LaunchListener... listeners) {
    AuditSettings settings =
        new AuditSettings(true, CAPACITY, required, Optional.empty(), false, false);
    return new ListenerQueue("launch", List.of(listeners), settings, clock, patience);
  }

  /** A listener that stands still until the test opens the gate. */
  private void wait(LaunchEvent event) {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static LaunchEvent event(int number) {
    return LaunchEvent.builder(LaunchEvent.Kind.ACCEPTED, NOW).reference("R" + number).build();
  }

  private static void fill(ListenerQueue queue, int events) {
    IntStream.range(0, events).forEach(i -> queue.put(event(i)));
  }

  private List<String> references() {
    return heard.all().stream().map(event -> event.reference().orElse("")).toList();
  }

  @Test
  void everyListenerHearsEveryEventInItsOrder() {
    EventsHeard second = new EventsHeard();
    ListenerQueue queue = queue(false, PATIENCE, heard, second);
    fill(queue, CAPACITY);
    queue.close();
    assertThat(references())
        .containsExactly("R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9");
    assertThat(second.all()).isEqualTo(heard.all());
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void threadIsADaemonNamedAfterTheFilterAndEndsWithTheQueue() {
    List<Thread> threads = new ArrayList<>();
    ListenerQueue queue = queue(false, PATIENCE, event -> threads.add(Thread.currentThread()));
    fill(queue, 2);
    queue.close();
    assertThat(threads).hasSize(2);
    assertThat(threads.get(0)).isSameAs(threads.get(1));
    assertThat(threads.get(0).getName()).isEqualTo("launchgate-listeners-launch");
    assertThat(threads.get(0).isDaemon()).isTrue();
    assertThat(threads.get(0).isAlive()).isFalse();
  }

  @Test
  void eventsBeyondTheCapacityAreDroppedAndCountedExactly() {
    ListenerQueue queue = queue(false, PATIENCE, this::wait, heard);
    fill(queue, CAPACITY + 7);
    assertThat(queue.dropped()).isEqualTo(7);
    assertThat(queue.depth()).isEqualTo(CAPACITY);
    gate.countDown();
    queue.close();
    assertThat(references()).hasSize(CAPACITY).contains("R0", "R9").doesNotContain("R10");
    assertThat(queue.dropped()).isEqualTo(7);
    assertThat(queue.depth()).isZero();
  }

  @Test
  void dropsAreLoggedOnceAMinuteWithTheirCount() {
    ListenerQueue queue = queue(false, PATIENCE, this::wait);
    fill(queue, CAPACITY + 3);
    assertThat(log.lines("WARNING events were dropped"))
        .containsExactly(
            "WARNING events were dropped, 1 since the last such line, 1 in all: the listeners'"
                + " queue is full");
    clock.advance(Duration.ofSeconds(59));
    fill(queue, 1);
    assertThat(log.lines("WARNING events were dropped")).hasSize(1);
    clock.advance(Duration.ofSeconds(1));
    fill(queue, 1);
    assertThat(log.lines("WARNING events were dropped"))
        .hasSize(2)
        .last()
        .asString()
        .contains("4 since the last such line, 5 in all");
    gate.countDown();
    queue.close();
    assertThat(log.lines("WARNING 5 events reached no listener")).hasSize(1);
  }

  @Test
  void whereRecordsAreRequiredALaunchHasItsPlacesBeforeItBegins() {
    ListenerQueue queue = queue(true, PATIENCE, this::wait, heard);
    List<Places> inside = new ArrayList<>();
    for (int i = 0; i < CAPACITY / 2; i++) {
      inside.add(queue.forLaunch().orElseThrow());
    }
    assertThat(queue.forLaunch()).isEmpty();
    assertThat(queue.turnedAway()).isEqualTo(1);
    inside.get(0).put(event(0));
    inside.get(0).put(event(1));
    inside.get(0).close();
    assertThat(queue.forLaunch()).as("both places are taken").isEmpty();
    inside.get(1).close();
    Places freed = queue.forLaunch().orElseThrow();
    freed.put(event(2));
    freed.close();
    assertThat(queue.depth()).isEqualTo(9);
    gate.countDown();
    queue.close();
    assertThat(references()).containsExactly("R0", "R1", "R2");
    assertThat(queue.dropped()).isZero();
    assertThat(queue.turnedAway()).isEqualTo(2);
  }

  @Test
  void logoutIsRecordedAlsoWhereRequiredRecordsHaveNoRoom() {
    ListenerQueue queue = queue(true, PATIENCE, this::wait, heard);
    for (int i = 0; i < CAPACITY / 2; i++) {
      assertThat(queue.forLaunch()).isPresent();
    }
    queue.put(event(7));
    gate.countDown();
    queue.close();
    assertThat(references()).containsExactly("R7");
    assertThat(queue.dropped()).isZero();
  }

  @Test
  void whereRecordsAreNotRequiredALaunchAlwaysMayBegin() {
    ListenerQueue queue = queue(false, PATIENCE, this::wait);
    fill(queue, CAPACITY);
    try (Places places = queue.forLaunch().orElseThrow()) {
      places.put(event(99));
    }
    assertThat(queue.dropped()).isEqualTo(1);
    gate.countDown();
    queue.close();
  }

  @Test
  void listenerThatThrowsKeepsNothingFromTheOthersAndItsWordsAreNotLogged() {
    ListenerQueue queue =
        queue(
            false,
            PATIENCE,
            event -> {
              throw new IllegalStateException("secret " + event.reference());
            },
            event -> {
              throw new AssertionError("secret too");
            },
            heard);
    fill(queue, 5);
    queue.close();
    assertThat(heard.all()).hasSize(5);
    assertThat(queue.failures()).isEqualTo(10);
    assertThat(log.lines("SEVERE a listener failed, 1 times since the last such line: "))
        .hasSize(1);
    assertThat(log.all()).contains("IllegalStateException").doesNotContain("secret");
  }

  /** Kotlin and Groovy do that, and so does Lombok. */
  @ParameterizedTest
  @ValueSource(classes = {IOException.class, InterruptedException.class})
  void listenerThatThrowsACheckedExceptionUndeclaredKeepsNothingFromTheOthers(
      Class<? extends Exception> kind) throws Exception {
    Exception failure = kind.getConstructor().newInstance();
    ListenerQueue queue =
        queue(
            false,
            PATIENCE,
            event -> {
              throw ListenerQueueTest.<RuntimeException>undeclared(failure);
            },
            heard);
    fill(queue, 5);
    queue.close();
    assertThat(heard.all()).hasSize(5);
    assertThat(queue.failures()).isEqualTo(5);
    assertThat(queue.depth()).isZero();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E undeclared(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void listenerThatInterruptsItsThreadHearsTheNextEvent() {
    ListenerQueue queue =
        queue(false, PATIENCE, event -> Thread.currentThread().interrupt(), heard);
    fill(queue, 3);
    queue.close();
    assertThat(heard.all()).hasSize(3);
  }

  @Test
  void closingGivesUpOnAListenerThatStandsStillAndSaysWhatIsLost() {
    ListenerQueue queue = queue(false, Duration.ofMillis(1), this::wait, heard);
    CountDownLatch reached = new CountDownLatch(1);
    ListenerQueue other =
        queue(
            false,
            Duration.ofMillis(1),
            event -> {
              reached.countDown();
              wait(event);
            });
    fill(other, 4);
    await(reached);
    other.close();
    assertThat(log.lines("SEVERE a listener did not return within 1 ms")).hasSize(1);
    assertThat(log.lines("WARNING 3 events reached no listener")).hasSize(1);
    assertThat(other.dropped()).isEqualTo(3);
    queue.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatComesAfterTheEndIsCountedAsDropped() {
    ListenerQueue queue = queue(false, PATIENCE, heard);
    queue.close();
    queue.put(event(1));
    assertThat(heard.all()).isEmpty();
    assertThat(queue.dropped()).isEqualTo(1);
  }

  @Test
  void whatComesAfterTheEndWhereRecordsAreRequiredIsTurnedAway() {
    ListenerQueue queue = queue(true, PATIENCE, heard);
    queue.close();
    assertThat(queue.forLaunch()).isEmpty();
  }
}
