package org.launchgate.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;

/**
 * Remembers used launches in this process: the default, right for one node.
 *
 * <p>Bounded: when it is full of launches that are all still to be remembered, it refuses to answer
 * and never forgets one early. Several nodes need a shared store, or a token could be used once on
 * each. Thread-safe.
 */
public final class InMemoryReplayStore implements ReplayStore {
  private static final long SWEEP_SECONDS = 60;

  private final Clock clock;
  private final int capacity;
  private final ConcurrentHashMap<Used, Instant> used = new ConcurrentHashMap<>();
  private final AtomicReference<Instant> nextSweep;

  /**
   * An empty store.
   *
   * @param clock tells when a launch may be forgotten
   * @param capacity how many launches it remembers at most, at least 1; some 150 bytes each
   */
  public InMemoryReplayStore(Clock clock, int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, not " + capacity);
    }
    this.clock = Objects.requireNonNull(clock, "clock");
    this.capacity = capacity;
    this.nextSweep = new AtomicReference<>(clock.instant().plusSeconds(SWEEP_SECONDS));
  }

  @Override
  public boolean claim(String partner, String launchId, Instant keepUntil) {
    Instant now = clock.instant();
    makeRoom(now);
    boolean[] first = {false};
    used.compute(
        new Used(partner, launchId),
        (launch, until) -> {
          first[0] = until == null || until.isBefore(now);
          return first[0] ? keepUntil : until;
        });
    return first[0];
  }

  /** How many launches are remembered now, some of which may be forgotten at the next sweep. */
  public int size() {
    return used.size();
  }

  private void makeRoom(Instant now) {
    Instant due = nextSweep.get();
    boolean full = used.size() >= capacity;
    if ((full || now.isAfter(due)) && nextSweep.compareAndSet(due, now.plusSeconds(1))) {
      used.values().removeIf(until -> until.isBefore(now));
      nextSweep.set(now.plusSeconds(SWEEP_SECONDS));
    }
    if (used.size() >= capacity) {
      throw new LaunchUnavailableException(
          "the replay store is full: " + capacity + " launches are still to be remembered");
    }
  }

  /** One launch of one partner. */
  private record Used(String partner, String launchId) {}
}
