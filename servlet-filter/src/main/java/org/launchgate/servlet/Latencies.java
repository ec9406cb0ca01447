package org.launchgate.servlet;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Times in buckets, two for each doubling from 16 microseconds to 67 seconds: a few hundred bytes,
 * whatever comes. Thread-safe; reading is no snapshot.
 */
final class Latencies {
  private static final long LEAST_NANOS = 16_000;
  private static final int BUCKETS = 45;
  private static final double NANOS_PER_MILLI = 1e6;

  private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS + 1);
  private final LongAdder total = new LongAdder();
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  void add(Duration time) {
    long nanos = Math.max(0, time.toNanos());
    buckets.incrementAndGet(bucket(nanos));
    total.add(nanos);
    longest.accumulate(nanos);
  }

  Times times() {
    long count = count();
    return new Times(
        count,
        total.sum() / NANOS_PER_MILLI,
        longest.get() / NANOS_PER_MILLI,
        percentile(count, 0.50),
        percentile(count, 0.95),
        percentile(count, 0.99));
  }

  private long count() {
    long count = 0;
    for (int i = 0; i < buckets.length(); i++) {
      count += buckets.get(i);
    }
    return count;
  }

  /** The upper bound of the bucket in which that share of all times ends. */
  private double percentile(long count, double share) {
    if (count == 0) {
      return 0;
    }
    long rank = (long) Math.ceil(count * share);
    long seen = 0;
    int bucket = -1;
    while (seen < rank && bucket < BUCKETS) {
      seen += buckets.get(++bucket);
    }
    double slowest = (double) longest.get();
    double bound = bucket == BUCKETS ? slowest : Math.min(bound(bucket), slowest);
    return bound / NANOS_PER_MILLI;
  }

  /** Times in milliseconds. */
  record Times(long count, double total, double max, double p50, double p95, double p99) {}

  private static int bucket(long nanos) {
    for (int i = 0; i < BUCKETS; i++) {
      if (nanos <= bound(i)) {
        return i;
      }
    }
    return BUCKETS;
  }

  private static double bound(int bucket) {
    return LEAST_NANOS * Math.pow(2, bucket / 2.0);
  }
}
