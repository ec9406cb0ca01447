package org.launchgate.profile;

import java.time.Duration;

/**
 * How a profile tells one token from another, and for how long each is remembered.
 *
 * @param tokenIdRequired whether {@code jti} has to be there
 * @param window how long a {@code jti} is remembered at least
 * @param digestWindow how long a token without {@code jti} is remembered at least, by a digest of
 *     what was signed
 */
public record ReplayRules(boolean tokenIdRequired, Duration window, Duration digestWindow) {

  /** The same rules with {@code jti} demanded. */
  public ReplayRules withTokenIdRequired() {
    return new ReplayRules(true, window, digestWindow);
  }

  /** The same rules with another window for tokens without {@code jti}. */
  public ReplayRules withDigestWindow(Duration other) {
    return new ReplayRules(tokenIdRequired, window, other);
  }
}
