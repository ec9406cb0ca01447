package org.launchgate.spi;

import org.launchgate.LaunchContext;

/** Remembers which account a launch's user has. */
public interface AccountLinks extends AccountResolver {

  /**
   * Links the user of a launch to an account.
   *
   * @return whether the user has that account now; false when they have another one already
   * @throws LaunchUnavailableException when the link cannot be kept
   */
  boolean link(LaunchContext context, String account);
}
