package org.launchgate.profile;

import java.time.Duration;

/**
 * How a profile tells one token from another, and for how long each is remembered.
 *
 * @param claim the claim that is the token's id, {@code /jti} by default
 * @param tokenIdRequired whether that claim has to be there
 * @param window how long a token id is remembered at least
 * @param digestWindow how long a token without id is remembered at least, by a digest of what was
 *     signed
 */
public record ReplayRules(
    JsonPointer claim, boolean tokenIdRequired, Duration window, Duration digestWindow) {

  /** Where a token's id stands unless a profile says otherwise (RFC 7519 section 4.1.7). */
  public static final JsonPointer TOKEN_ID = JsonPointer.parse("/jti");

  /** The same rules with the token's id demanded. */
  public ReplayRules withTokenIdRequired() {
    return new ReplayRules(claim, true, window, digestWindow);
  }

  /** The same rules with another window for tokens without id. */
  public ReplayRules withDigestWindow(Duration other) {
    return new ReplayRules(claim, tokenIdRequired, window, other);
  }
}
