package org.launchgate.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;
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

/** How long the partners file takes to load in a JVM that has just started, as at a start. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadPartners {
  /** How many partners, with five keys each. */
  @Param({"1000"})
  public int partners;

  private Path file = Path.of("");

  /** Writes the file. */
  @Setup(Level.Trial)
  public void write() {
    file = PartnersOnDisk.write(partners);
  }

  /** Loads it. */
  @Benchmark
  public ConfiguredPartners load() {
    return ConfiguredPartners.load(ConfigSource.file(file));
  }
}
