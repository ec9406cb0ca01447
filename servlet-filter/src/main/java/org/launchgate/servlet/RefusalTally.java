package org.launchgate.servlet;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchEvent;

/**
 * Refusals that anybody can cause, as a count by reason for each minute, so that nobody can fill a
 * disk with them. For one thread.
 */
final class RefusalTally {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private @Nullable Instant begin;

  void add(LaunchEvent event) {
    begin = begin == null ? event.time() : begin;
    counts
        .computeIfAbsent(event.reason().orElse(""), reason -> new Count(reason, event))
        .add(event);
  }

  /** Gives out what was counted when a minute is over. */
  void giveOut(Instant now, Consumer<Count> to) {
    if (begin != null && (now.isBefore(begin) || !now.isBefore(begin.plus(INTERVAL)))) {
      giveOut(to);
    }
  }

  /** Gives out what was counted. */
  void giveOut(Consumer<Count> to) {
    counts.values().forEach(to);
    counts.clear();
    begin = null;
  }

  /** The refusals of one reason. */
  static final class Count {
    private final String reason;
    private final LaunchEvent first;
    private LaunchEvent last;
    private long number;

    private Count(String reason, LaunchEvent first) {
      this.reason = reason;
      this.first = first;
      this.last = first;
    }

    private void add(LaunchEvent event) {
      last = event;
      number++;
    }

    String reason() {
      return reason;
    }

    long number() {
      return number;
    }

    Instant firstTime() {
      return first.time();
    }

    Instant lastTime() {
      return last.time();
    }

    Optional<String> firstReference() {
      return first.reference();
    }

    Optional<String> lastReference() {
      return last.reference();
    }
  }
}
