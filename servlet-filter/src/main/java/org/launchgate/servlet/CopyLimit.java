package org.launchgate.servlet;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many copies of a used launch may wait for their browser in one minute. Somebody who reloads
 * needs a few; without a limit, one token sent over and over would fill the ticket store, and
 * nobody could launch. Thread-safe.
 */
final class CopyLimit {
  static final int COPIES = 10;
  static final int LAUNCHES = 10_000;

  private final Clock clock;
  private final Lock lock = new ReentrantLock();
  private final Map<String, Integer> copies = new HashMap<>();
  private Instant until = Instant.MIN;

  CopyLimit(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more copy of the launch of that digest may wait. */
  boolean admits(String launch) {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (!now.isBefore(until)) {
        copies.clear();
        until = now.plus(LaunchTickets.LIFETIME);
      }
      int known = copies.getOrDefault(launch, 0);
      if (known >= COPIES || (known == 0 && copies.size() >= LAUNCHES)) {
        return false;
      }
      copies.put(launch, known + 1);
      return true;
    } finally {
      lock.unlock();
    }
  }
}
