package org.launchgate.servlet;

import java.time.Duration;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.Optional;

/** How old a partner's latest tokens were, by their {@code iat} and our clock. Thread-safe. */
final class ClockSkewMeter {
  private static final int WINDOW = 100;
  private static final double MILLIS = 1000;

  private final long[] latest = new long[WINDOW];
  private long tokens;

  synchronized void add(Duration age) {
    latest[(int) (tokens % WINDOW)] = age.toMillis();
    tokens++;
  }

  /** The figures; empty before the first token. */
  synchronized Optional<LaunchesMXBean.ClockSkew> figures() {
    if (tokens == 0) {
      return Optional.empty();
    }
    int size = (int) Math.min(tokens, WINDOW);
    LongSummaryStatistics window = Arrays.stream(latest, 0, size).summaryStatistics();
    return Optional.of(
        new LaunchesMXBean.ClockSkew(
            size,
            latest[(int) ((tokens - 1) % WINDOW)] / MILLIS,
            window.getMin() / MILLIS,
            window.getMax() / MILLIS,
            window.getAverage() / MILLIS));
  }
}
