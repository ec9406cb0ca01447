package org.launchgate.servlet;

import java.io.Serializable;
import java.time.Instant;
import org.launchgate.LaunchPrincipal;

/**
 * Whose a session is.
 *
 * @param principal the user of all its windows
 * @param since when the session became theirs
 * @param hasPersonalId whether records show the partner's id for them as a digest only
 */
record SessionUser(LaunchPrincipal principal, Instant since, boolean hasPersonalId)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
