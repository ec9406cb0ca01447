package org.launchgate.concurrency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;

/** Claims, and the words for what came of them. */
final class Claims {
  static final String FIRST = "first";
  static final String USED = "used";
  static final String NO_ANSWER = "no answer";

  /** The time at which everything begins. */
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static final Duration KEPT = Duration.ofMinutes(1);

  private Claims() {}

  /** A clock that stands still. */
  static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  /** What a claim of that launch comes to. */
  static String claim(ReplayStore store, String launch) {
    try {
      return store.claim("clinic", launch, NOW.plus(KEPT)) ? FIRST : USED;
    } catch (LaunchUnavailableException e) {
      return NO_ANSWER;
    }
  }
}
