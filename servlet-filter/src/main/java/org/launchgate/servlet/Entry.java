package org.launchgate.servlet;

import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchPrincipal;

/** What became of an admission. */
sealed interface Entry {

  /**
   * A window of the session shows it.
   *
   * @param user whose session it is
   * @param window the window
   * @param before what the browser's session held before; null for nothing
   * @param replaced the window of the same user that it took the place of; null for none
   */
  record Entered(
      LaunchPrincipal user,
      LaunchWindow window,
      @Nullable LaunchSession before,
      @Nullable LaunchWindow replaced)
      implements Entry {}

  /** Nothing yet: somebody else is logged in here, and has to agree. */
  record OtherUser(LaunchSession held) implements Entry {}
}
