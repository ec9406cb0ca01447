package org.launchgate.jwks;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When launches may start a fetch of one partner's sets: one within the pause, however many sets
 * there are, so that a flood of unknown keys makes no more of a partner that has many. The sets
 * take turns. Thread-safe.
 */
final class DemandPause {
  private final Duration pause;

  // guarded by this
  private @Nullable Instant lastStart;
  private int sets = 1;

  DemandPause(Duration pause) {
    this.pause = pause;
  }

  /** From now on so many sets take turns. */
  synchronized void shareAmong(int count) {
    sets = count;
  }

  /** Whether a launch may start a fetch now; then it has. */
  synchronized boolean take(Instant now) {
    Instant last = lastStart;
    if (last != null && !now.isBefore(last) && now.isBefore(last.plus(pause))) {
      return false;
    }
    lastStart = now;
    return true;
  }

  /** How long it takes until each set has had its turn: what was asked within it counts. */
  synchronized Duration round() {
    return pause.multipliedBy(sets);
  }
}
