package org.launchgate.spi;

import org.launchgate.LaunchContext;

/**
 * Says whether the application knows the organisation for which a launch's user works, on top of
 * the partner's {@code organizations}.
 *
 * <p>Without one, every organisation that the partner may launch for is let in. It may take a new
 * one in on the way ("auto-activation"). Asked once for each launch that was verified and is not a
 * repetition, before the {@link AccountResolver}, also for a launch that names no organisation:
 * whether a user of none may come in is for the policy to say. Thread-safe.
 */
@FunctionalInterface
public interface OrganizationPolicy {

  /**
   * Whether the organisation of a launch may use the application.
   *
   * @param launch whose {@link LaunchContext#organization()} is empty where it names none
   * @throws LaunchUnavailableException when it cannot tell at the moment: the launch gets 503, as
   *     it does for whatever else is thrown
   */
  boolean admits(LaunchContext launch);
}
