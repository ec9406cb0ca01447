package org.launchgate.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a million used launches cost at a stop and a start, and what memory they take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 1)
@Measurement(iterations = 4)
public class HandOnLaunches {
  private static final int LAUNCHES = 1_000_000;

  private final Path file = temporary().resolve("used.bin");

  private static Path temporary() {
    try {
      return Files.createTempDirectory("launchgate-used");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InMemoryReplayStore open() {
    return InMemoryReplayStore.builder(Clock.systemUTC()).partnerShare(100).file(file).open();
  }

  /** Fills a store, says what it takes, and stops it. */
  @Setup
  public void fill() {
    long before = used();
    InMemoryReplayStore store = open();
    Instant until = Instant.now().plusSeconds(3600);
    for (int i = 0; i < LAUNCHES; i++) {
      store.claim("demo-xis", "launch " + i, until);
    }
    System.out.printf("%d bytes a launch%n", (used() - before) / store.size());
    store.close();
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** A start that reads them and a stop that writes them. */
  @Benchmark
  public int startAndStop() {
    InMemoryReplayStore store = open();
    store.close();
    return store.size();
  }
}
