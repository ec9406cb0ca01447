package org.launchgate.ticket;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.TicketStore;

/**
 * Keeps tickets in this process: the default, right for one node.
 *
 * <p>It never holds more than so many bytes, and where there is no room it refuses to take more
 * rather than drop what somebody is about to redeem. What has expired leaves with the next put.
 * Thread-safe.
 */
public final class InMemoryTicketStore implements TicketStore {
  /** What a key, its entry and its place in the queue take beside the content. */
  private static final int OVERHEAD = 400;

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Kept(String key, byte[] content, Instant expiresAt) {
    int size() {
      return content.length + OVERHEAD;
    }

    @Override
    public String toString() {
      return "Kept[" + content.length + " bytes until " + expiresAt + "]";
    }
  }

  private final Clock clock;
  private final long capacity;
  private final Lock lock = new ReentrantLock();
  private final Map<String, Kept> tickets = new HashMap<>();
  private final PriorityQueue<Kept> byExpiry =
      new PriorityQueue<>(Comparator.comparing(Kept::expiresAt));
  private long bytes;

  /**
   * An empty store.
   *
   * @param clock tells when a ticket has expired
   * @param capacity how many bytes it holds at most, some 400 of its own for each ticket included
   */
  public InMemoryTicketStore(Clock clock, long capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1 byte, not " + capacity);
    }
    this.clock = Objects.requireNonNull(clock, "clock");
    this.capacity = capacity;
  }

  @Override
  public void put(String key, byte[] content, Instant expiresAt) {
    Kept kept = new Kept(key, content.clone(), expiresAt);
    lock.lock();
    try {
      forgetExpired(clock.instant());
      if (bytes + kept.size() > capacity) {
        throw new LaunchUnavailableException(
            "the ticket store is full: " + tickets.size() + " launches wait to be redeemed");
      }
      if (tickets.putIfAbsent(key, kept) != null) {
        throw new IllegalArgumentException("the key of a ticket was used before");
      }
      byExpiry.add(kept);
      bytes += kept.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<byte[]> take(String key) {
    lock.lock();
    try {
      Kept kept = tickets.get(key);
      if (kept == null) {
        return Optional.empty();
      }
      byExpiry.remove(kept);
      forget(kept);
      return clock.instant().isBefore(kept.expiresAt())
          ? Optional.of(kept.content())
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** How many tickets are held, expired ones that have not left yet included. */
  public int size() {
    lock.lock();
    try {
      return tickets.size();
    } finally {
      lock.unlock();
    }
  }

  private void forgetExpired(Instant now) {
    for (@Nullable Kept next = byExpiry.peek();
        next != null && !now.isBefore(next.expiresAt());
        next = byExpiry.peek()) {
      byExpiry.remove();
      forget(next);
    }
  }

  private void forget(Kept kept) {
    tickets.remove(kept.key());
    bytes -= kept.size();
  }
}
