package org.launchgate.servlet;

import java.io.Serializable;
import java.time.Instant;
import org.launchgate.LaunchPrincipal;

/**
 * Whose a session is.
 *
 * @param principal the user of all its windows
 * @param since when the session became theirs
 */
record SessionUser(LaunchPrincipal principal, Instant since) implements Serializable {
  private static final long serialVersionUID = 1L;
}
