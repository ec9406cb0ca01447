package org.launchgate.servlet;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchRecord;
import org.launchgate.Refusal;

/** What becomes of a launch. */
sealed interface LaunchDecision {

  /**
   * The session holds it; the browser may go on.
   *
   * @param before what the browser's session held before; null for nothing
   */
  record Enter(LaunchContext context, @Nullable LaunchSession before) implements LaunchDecision {}

  /** This session redeemed it before and still shows its patient; the browser may go on. */
  record EnterAgain(LaunchContext context) implements LaunchDecision {}

  /**
   * An expected "no".
   *
   * @param record what a partner signed; empty where no signature was found good
   */
  record Refuse(Refusal refusal, Optional<LaunchRecord> record) implements LaunchDecision {}

  /** It may have been used before the store began to remember: a new launch helps, no waiting. */
  record LaunchAgain(LaunchAgainException cause) implements LaunchDecision {}

  /** No verdict could be reached, or it could not be kept. */
  record Unavailable(Exception failure) implements LaunchDecision {

    /** What somebody else's exception says may be anything. */
    @Override
    public String toString() {
      return "Unavailable[" + failure.getClass().getName() + "]";
    }
  }
}
