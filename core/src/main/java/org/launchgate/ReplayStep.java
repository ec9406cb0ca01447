package org.launchgate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.launchgate.profile.ReplayRules;
import org.launchgate.spi.ReplayStore;

/** The last check: the one use of a token, kept for as long as it could come again. Row 29. */
final class ReplayStep {
  /**
   * For how much longer than it could be accepted a launch is remembered: the store looks at the
   * clock later than we do, and on another node it may be another clock.
   */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final ReplayStore store;

  ReplayStep(ReplayStore store) {
    this.store = store;
  }

  /** Whether this is the first use, which it then was. */
  boolean claim(String partner, LaunchId launch, Retention retention, Instant now) {
    Instant keepUntil = retention.keepUntil(now);
    return Outside.ask("replay store", () -> store.claim(partner, launch.value(), keepUntil));
  }

  /**
   * When the store began to remember, if the token may have been used before and would still be
   * remembered; empty when nothing stands in the way of the claim.
   *
   * <p>{@code iat} has whole seconds, so the beginning is rounded down to one: a token of that very
   * second passes.
   */
  Optional<Instant> blindBefore(Instant issuedAt, Retention retention, Instant now) {
    Optional<Instant> since = Outside.ask("replay store", store::remembersSince);
    return since
        .map(start -> Instant.ofEpochSecond(start.getEpochSecond()))
        .filter(issuedAt::isBefore)
        // a store that had seen the use at the last moment before would have forgotten it since
        .filter(start -> !now.isAfter(retention.keepUntil(start)));
  }

  /** What decides for how long a token is remembered. */
  record Retention(TokenTimes times, ReplayRules rules, boolean hasTokenId) {

    /** Until when a token is remembered that is used at that moment. */
    Instant keepUntil(Instant used) {
      Instant byWindow = used.plus(hasTokenId ? rules.window() : rules.digestWindow());
      Stream<Instant> byTime = times.lastAcceptable().map(last -> last.plus(MARGIN)).stream();
      return Stream.concat(Stream.of(byWindow), byTime).max(Instant::compareTo).orElse(byWindow);
    }
  }
}
