package org.launchgate.jwks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the next fetch of one set may start: never within the pause after the start of the one
 * before, whoever wants it. Not thread-safe.
 *
 * <p>A clock that was put back does not hold a set up: whatever lies in the future is over.
 */
final class FetchSchedule {
  private final Limits limits;
  private @Nullable Instant lastStart;
  private Instant refreshAt = Instant.MIN;
  private int failures;

  FetchSchedule(Limits limits) {
    this.limits = limits;
  }

  /** Whether a launch that needs a key may start a fetch. */
  boolean mayStart(Instant now) {
    return lastStart == null
        || now.isBefore(lastStart)
        || !now.isBefore(lastStart.plus(limits.pause()));
  }

  /** Whether the keys are to be fetched in the background, for the first time or anew. */
  boolean isRefreshDue(Instant now) {
    return lastStart == null
        || now.isBefore(lastStart)
        || (mayStart(now) && !now.isBefore(refreshAt));
  }

  /** When the last fetch started; the earliest instant of all when there was none. */
  Instant lastStart() {
    return lastStart == null ? Instant.MIN : lastStart;
  }

  void started(Instant now) {
    lastStart = now;
  }

  /** A server that fails leaves at least half of the time for which keys are kept to mend it. */
  void succeeded(Instant now, Duration lifetime, Duration keptFor) {
    Duration half = keptFor.dividedBy(2);
    failures = 0;
    refreshAt = now.plus(lifetime.compareTo(half) < 0 ? lifetime : half);
  }

  /** The pause, doubled with every failure, up to the longest. */
  void failed(Instant now) {
    Duration pause = limits.pause();
    for (int i = 0; i < failures && pause.compareTo(limits.longestPause()) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    failures++;
    boolean longest = pause.compareTo(limits.longestPause()) > 0;
    refreshAt = now.plus(longest ? limits.longestPause() : pause);
  }

  /** Whether the last fetch that ended failed. */
  boolean isFailing() {
    return failures > 0;
  }

  /** With other settings a fetch that failed may succeed: the next one is due after the pause. */
  void settingsChanged() {
    if (isFailing()) {
      refreshAt = Instant.MIN;
    }
  }
}
