package org.launchgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events over to the listeners, on one thread of its own, through a queue that is bounded.
 *
 * <p>An event keeps its place until every listener has had it. Where there is none, an event is
 * dropped and counted; or, where records are required, a launch gets its places before its token is
 * looked at, and none means that it has to wait outside. Thread-safe.
 */
final class ListenerQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  /** A launch is accepted, and it changes the patient or the user. */
  private static final int EVENTS_OF_A_LAUNCH = 2;

  private final List<LaunchListener> listeners;
  private final int capacity;
  private final boolean required;
  private final Duration patience;
  private final BlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final Semaphore places;
  private final LongAdder dropped = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final Complaint drops;
  private final Complaint failing;
  private final Thread thread;
  private volatile boolean closed;
  private volatile boolean abandoned;

  /**
   * A queue, with its thread running.
   *
   * @param name of the filter, for the thread
   * @param patience how long closing waits for what is in the queue
   */
  ListenerQueue(
      String name,
      List<LaunchListener> listeners,
      AuditSettings settings,
      Clock clock,
      Duration patience) {
    this.listeners = List.copyOf(listeners);
    this.capacity = settings.queue();
    this.required = settings.required();
    this.patience = patience;
    places = new Semaphore(capacity);
    drops = new Complaint(clock);
    failing = new Complaint(clock);
    thread = new Thread(null, this::deliverAll, "launchgate-listeners-" + name, 0, false);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Places for the events of one launch, to be closed after it; empty when there is no room and
   * records are required.
   */
  Optional<Places> forLaunch() {
    if (!required) {
      return Optional.of(new Places(0));
    }
    if (!closed && places.tryAcquire(EVENTS_OF_A_LAUNCH)) {
      return Optional.of(new Places(EVENTS_OF_A_LAUNCH));
    }
    turnedAway.increment();
    return Optional.empty();
  }

  /**
   * An event that no place was kept for. Where records are required it gets in all the same: only
   * who has launched can log out, so there are no more of them than there were launches.
   */
  void put(LaunchEvent event) {
    if (closed || (!required && !places.tryAcquire())) {
      drop();
    } else {
      queue.add(new Entry(event, !required));
    }
  }

  private void drop() {
    dropped.increment();
    drops
        .more()
        .ifPresent(
            count ->
                LOG.warn(
                    "events were dropped, {} since the last such line, {} in all: the listeners'"
                        + " queue is full",
                    count,
                    dropped.sum()));
  }

  /** How many events wait or are being delivered. */
  int depth() {
    return Math.max(queue.size(), capacity - places.availablePermits());
  }

  int capacity() {
    return capacity;
  }

  /** How many events no listener got, since the start. */
  long dropped() {
    return dropped.sum();
  }

  /** How many launches were answered 503 for want of room, since the start. */
  long turnedAway() {
    return turnedAway.sum();
  }

  /** How often a listener threw something, since the start. */
  long failures() {
    return failures.sum();
  }

  private void deliverAll() {
    while (!abandoned) {
      try {
        Entry next = queue.take();
        if (next.event == null) {
          return;
        }
        deliver(next.event, next.hasPlace ? 1 : 0);
      } catch (InterruptedException e) {
        // by a listener, or because closing has waited long enough, which is then in abandoned
      } catch (RuntimeException | Error e) {
        // by the log, which was to tell of a listener: the next event may fare better
      }
    }
  }

  private void deliver(LaunchEvent event, int itsPlaces) {
    try {
      listeners.forEach(listener -> tell(listener, event));
    } finally {
      places.release(itsPlaces);
    }
  }

  private void tell(LaunchListener listener, LaunchEvent event) {
    try {
      listener.on(event);
    } catch (Throwable e) { // a checked exception, too: other languages throw it undeclared
      failures.increment();
      failing
          .more()
          .ifPresent(
              count ->
                  LOG.error(
                      "a listener failed, {} times since the last such line: {}",
                      count,
                      listener.getClass().getName(),
                      new BareTrace(e)));
    }
  }

  /** Delivers what is there, within bounds of time; says what was lost. */
  @Override
  public void close() {
    closed = true;
    queue.add(new Entry(null, false));
    try {
      thread.join(patience.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      abandoned = true;
      thread.interrupt();
      LOG.error("a listener did not return within {} ms", patience.toMillis());
    }
    dropped.add(queue.stream().filter(entry -> entry.event != null).count());
    if (dropped.sum() > 0) {
      LOG.warn("{} events reached no listener, since the start", dropped.sum());
    }
  }

  /** The places that one launch has for its events. Not thread-safe. */
  final class Places implements AutoCloseable {
    private int left;

    private Places(int left) {
      this.left = left;
    }

    void put(LaunchEvent event) {
      if (left == 0 || closed) {
        ListenerQueue.this.put(event);
      } else {
        left--;
        queue.add(new Entry(event, true));
      }
    }

    /** Gives back the places that were not needed. */
    @Override
    public void close() {
      places.release(left);
      left = 0;
    }
  }

  /**
   * What is in the queue.
   *
   * @param event the event; null for the end
   * @param hasPlace whether it holds one of the places
   */
  private record Entry(@Nullable LaunchEvent event, boolean hasPlace) {}
}
