package org.launchgate.servlet;

import org.launchgate.LaunchAgainException;
import org.launchgate.LaunchContext;
import org.launchgate.Refusal;

/** What becomes of a launch. */
sealed interface LaunchDecision {

  /** The session holds it; the browser may go on. */
  record Enter(LaunchContext context) implements LaunchDecision {}

  /** This session redeemed it before and still shows its patient; the browser may go on. */
  record EnterAgain(LaunchContext context) implements LaunchDecision {}

  /** An expected "no". */
  record Refuse(Refusal refusal) implements LaunchDecision {}

  /** It may have been used before the store began to remember: a new launch helps, no waiting. */
  record LaunchAgain(LaunchAgainException cause) implements LaunchDecision {}

  /** No verdict could be reached, or it could not be kept. */
  record Unavailable(RuntimeException failure) implements LaunchDecision {}
}
