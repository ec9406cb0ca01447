package org.launchgate.spi;

import org.launchgate.LaunchContext;

/**
 * Says which account of the application a launch's user has.
 *
 * <p>Without one the token's user is the account, as {@code partner|system|value}. Called once for
 * each launch that is let into a session, after everything else about it was checked, and before
 * the session is chosen: two launches belong to one user when they have one account. It may create
 * the account. Thread-safe.
 */
@FunctionalInterface
public interface AccountResolver {

  /**
   * The account of the user who launches.
   *
   * @throws LaunchUnavailableException when it cannot tell at the moment: the launch gets 503, as
   *     it does for whatever else is thrown
   */
  AccountResolution resolve(LaunchContext context);
}
