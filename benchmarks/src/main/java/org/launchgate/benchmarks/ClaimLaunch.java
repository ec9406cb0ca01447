package org.launchgate.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the one use of a token costs, with few and with many launches remembered: the average, and
 * by sampling the slowest. Run it with {@code -t 2} for threads that wait for each other.
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClaimLaunch {
  private static final long KEPT_SECONDS = 3600;

  /** How many launches are remembered from the start. */
  @Param({"1000", "1000000"})
  public int remembered;

  private final AtomicLong next = new AtomicLong();
  private final Instant until = Instant.now().plusSeconds(KEPT_SECONDS);
  private InMemoryReplayStore store = new InMemoryReplayStore(Clock.systemUTC(), 1);

  /** A store with that many launches. */
  @Setup(Level.Iteration)
  public void fill() {
    store = new InMemoryReplayStore(Clock.systemUTC(), Integer.MAX_VALUE);
    for (int i = 0; i < remembered; i++) {
      firstUse();
    }
  }

  /** A token that comes for the first time. */
  @Benchmark
  public boolean firstUse() {
    return store.claim("demo-xis", "launch " + next.getAndIncrement(), until);
  }
}
