package org.launchgate.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;

/**
 * Remembers used launches in this process: the default, right for one node.
 *
 * <p>Bounded: when it is full of launches that are all still to be remembered, it refuses to answer
 * and never forgets one early; by as many launches as come at the same moment it may grow beyond
 * its bound. Several nodes need a shared store, or a token could be used once on each. Thread-safe.
 */
public final class InMemoryReplayStore implements ReplayStore {
  private static final long USUAL_SWEEP_SECONDS = 60;
  private static final long FULL_SWEEP_SECONDS = 1;

  private final Clock clock;
  private final int capacity;
  private final ConcurrentHashMap<Used, Instant> used = new ConcurrentHashMap<>();
  private final AtomicLong lastSweep;

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
    this.lastSweep = new AtomicLong(clock.instant().getEpochSecond());
  }

  @Override
  public boolean claim(String partner, String launchId, Instant keepUntil) {
    Instant now = clock.instant();
    Used launch = new Used(partner, launchId);
    if (isLive(used.get(launch), now)) {
      return false;
    }
    makeRoom(now);
    boolean[] first = {false};
    used.compute(
        launch,
        (same, until) -> {
          first[0] = !isLive(until, now);
          return first[0] ? keepUntil : until;
        });
    return first[0];
  }

  /** How many launches are remembered now, some of which may be forgotten at the next sweep. */
  public int size() {
    return used.size();
  }

  private static boolean isLive(@Nullable Instant until, Instant now) {
    return until != null && !until.isBefore(now);
  }

  private void makeRoom(Instant now) {
    long last = lastSweep.get();
    long pause = used.size() < capacity ? USUAL_SWEEP_SECONDS : FULL_SWEEP_SECONDS;
    long second = now.getEpochSecond();
    if (second - last >= pause && lastSweep.compareAndSet(last, second)) {
      used.values().removeIf(until -> !isLive(until, now));
    }
    if (used.size() >= capacity) {
      throw new LaunchUnavailableException(
          "the replay store is full: " + capacity + " launches are still to be remembered");
    }
  }

  /** One launch of one partner. */
  private record Used(String partner, String launchId) {}
}
