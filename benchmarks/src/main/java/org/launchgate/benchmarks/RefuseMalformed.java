package org.launchgate.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.PartnersFile;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a token costs that is refused before its signature is looked at. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RefuseMalformed {
  /** As large as a token may be. */
  private static final int LIMIT = 16 * 1024;

  /** What is wrong with it. */
  @Param({
    "tooLarge",
    "badCharacterAtTheEnd",
    "dotsAlone",
    "headerDeep",
    "payloadDeep",
    "payloadFullOfMembers",
    "payloadFullOfLists",
    "longNumber",
    "unknownIssuer"
  })
  public String fault;

  private Optional<PartnersFile> partners = Optional.empty();
  private Optional<LaunchVerifier> verifier = Optional.empty();
  private String token = "";

  /** Loads ten partners and writes the token. */
  @Setup
  public void load() {
    PartnersFile file = PartnersFile.of(ConfigSource.file(PartnersOnDisk.write(10))).open();
    partners = Optional.of(file);
    verifier = Optional.of(LaunchVerifier.builder().partners(file).build());
    token = token();
  }

  /** Ends the watch of the file. */
  @TearDown
  public void close() {
    partners.ifPresent(PartnersFile::close);
  }

  /** Refuses it. */
  @Benchmark
  public Verdict refuse() {
    return verifier.orElseThrow().verify(token, Arrival.query("token"));
  }

  private String token() {
    return switch (fault) {
      case "tooLarge" -> "a".repeat(1024 * 1024);
      case "badCharacterAtTheEnd" -> "a".repeat(LIMIT - 1) + "=";
      case "dotsAlone" -> ".".repeat(LIMIT);
      case "headerDeep" -> token("{\"alg\":" + "[".repeat(11_000), "{}");
      case "payloadDeep" -> signed("{\"a\":" + "[".repeat(11_000));
      case "payloadFullOfMembers" -> signed("{" + members(1000) + "\"iss\":1}");
      case "payloadFullOfLists" -> signed("{\"a\":[" + "[],".repeat(3600) + "[]],\"iss\":1}");
      case "longNumber" -> signed("{\"a\":" + "9".repeat(11_000) + "}");
      case "unknownIssuer" -> signed("{\"iss\":\"Nobody\"}");
      default -> throw new IllegalArgumentException(fault);
    };
  }

  private static String members(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("\"m").append(i).append("\":1,");
    }
    return text.toString();
  }

  private static String signed(String payload) {
    return token("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k\"}", payload);
  }

  private static String token(String header, String payload) {
    return part(header) + "." + part(payload) + "." + part("x".repeat(256));
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
