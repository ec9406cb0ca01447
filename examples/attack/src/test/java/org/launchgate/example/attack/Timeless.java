package org.launchgate.example.attack;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;

/** Takes old tokens, if nothing else is wrong with them: its clock shows when they were issued. */
final class Timeless implements Predicate<ReadToken> {
  private static final Pattern IAT = Pattern.compile("\"iat\":([0-9]{1,10})[,}]");

  private final ThreadLocal<Instant> then = ThreadLocal.withInitial(() -> Instant.EPOCH);
  private final LaunchVerifier verifier;

  Timeless(Path partners) {
    this.verifier =
        LaunchVerifier.builder()
            .partners(ConfiguredPartners.load(ConfigSource.file(partners)))
            .clock(new Then())
            .build();
  }

  @Override
  public boolean test(ReadToken token) {
    Matcher iat = IAT.matcher(token.payload());
    if (!iat.find()) {
      return false;
    }
    Instant issued = Instant.ofEpochSecond(Long.parseLong(iat.group(1)));
    then.set(issued);
    return issued.isBefore(Instant.now().minusSeconds(300))
        && verifier.verify(token.text(), Arrival.query("token")) instanceof Verdict.Accepted;
  }

  private final class Then extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return then.get();
    }
  }
}
