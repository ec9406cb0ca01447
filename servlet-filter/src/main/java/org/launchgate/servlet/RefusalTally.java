package org.launchgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Keeps what anybody can send from filling the disk: of each kind of refusal so many a minute have
 * a line of their own, the rest is counted, and the count is told once with the first and the last
 * reference. Nothing is left out of both. Thread-safe.
 */
final class RefusalTally implements AutoCloseable {
  /** How many of one kind have a line of their own in one interval. */
  static final int LINES = 10;

  static final Duration INTERVAL = Duration.ofMinutes(1);

  /** Runs something later, once. */
  @FunctionalInterface
  interface Timer {
    void in(Duration delay, Runnable task);
  }

  /**
   * Refusals that have no line of their own.
   *
   * @param kind what they have in common; one of few
   * @param first the lowest reference among them
   * @param last the highest
   * @param since when the interval began
   * @param until when it ended
   */
  record Summary(
      String kind, long count, String first, String last, Instant since, Instant until) {}

  private final Clock clock;
  private final Timer timer;
  private final Consumer<Summary> summaries;
  private final Map<String, Interval> intervals = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * A tally without entries.
   *
   * @param timer sees to it that a count is told although nothing comes any more
   * @param summaries is told the counts
   */
  RefusalTally(Clock clock, Timer timer, Consumer<Summary> summaries) {
    this.clock = clock;
    this.timer = timer;
    this.summaries = summaries;
  }

  /** Whether this one has a line of its own; if not, it is counted. */
  boolean admits(String kind, String reference) {
    return closed
        || intervals.computeIfAbsent(kind, k -> new Interval(k, clock.instant())).admits(reference);
  }

  /** Tells all counts that are still to be told; from now on everything has its own line. */
  @Override
  public void close() {
    closed = true;
    intervals.values().forEach(Interval::tell);
  }

  /** The current interval of one kind. */
  private final class Interval {
    private final String kind;
    private Instant since;
    private int lines;
    private long count;
    private String first = "";
    private String last = "";

    Interval(String kind, Instant since) {
      this.kind = kind;
      this.since = since;
    }

    synchronized boolean admits(String reference) {
      Duration age = Duration.between(since, clock.instant());
      if (age.isNegative() || age.compareTo(INTERVAL) >= 0) {
        tell();
      }
      if (closed || lines < LINES) {
        lines++;
        return true;
      }
      if (count++ == 0) {
        Instant began = since;
        timer.in(INTERVAL.minus(age), () -> tellOf(began));
        first = reference;
        last = reference;
      }
      first = first.compareTo(reference) < 0 ? first : reference;
      last = last.compareTo(reference) > 0 ? last : reference;
      return false;
    }

    /** Does nothing when that interval has ended already. */
    private synchronized void tellOf(Instant began) {
      if (since.equals(began)) {
        tell();
      }
    }

    /** Ends the interval and begins the next. */
    synchronized void tell() {
      Instant now = clock.instant();
      if (count > 0) {
        summaries.accept(new Summary(kind, count, first, last, since, now));
      }
      since = now;
      lines = 0;
      count = 0;
    }
  }
}
