package org.launchgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Says one thing at most once a minute, with how often it was there to be said. Thread-safe. */
final class Complaint {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private @Nullable Instant said;
  private long unsaid;

  Complaint(Clock clock) {
    this.clock = clock;
  }

  /** One more; how many there are to be told of, when it is time to tell. */
  synchronized OptionalLong more() {
    unsaid++;
    Instant now = clock.instant();
    if (said != null && now.isBefore(said.plus(PAUSE)) && !now.isBefore(said)) {
      return OptionalLong.empty();
    }
    said = now;
    long count = unsaid;
    unsaid = 0;
    return OptionalLong.of(count);
  }
}
