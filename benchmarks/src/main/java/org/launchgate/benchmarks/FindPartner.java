package org.launchgate.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether finding a partner depends on how many there are. It must not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FindPartner {
  /** How many partners. */
  @Param({"10", "100", "1000"})
  public int partners;

  private Optional<ConfiguredPartners> loaded = Optional.empty();
  private PartnerHints hints =
      new PartnerHints(Optional.empty(), Optional.empty(), Optional.empty());

  /** Loads them and chooses one in the middle. */
  @Setup
  public void load() {
    loaded =
        Optional.of(ConfiguredPartners.load(ConfigSource.file(PartnersOnDisk.write(partners))));
    hints =
        new PartnerHints(Optional.empty(), Optional.of("Issuer " + partners / 2), Optional.empty());
  }

  /** Finds it. */
  @Benchmark
  public Optional<Partner> byIssuer() {
    return loaded.orElseThrow().find(hints);
  }
}
