package org.launchgate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.LaunchProfile;

/**
 * What a token that a partner signed says about itself. What it does not say, or not in a form that
 * is fit, is null.
 */
record TokenMarks(
    @Nullable String issuer,
    @Nullable String keyId,
    @Nullable String algorithm,
    @Nullable String tokenId,
    @Nullable Instant issuedAt,
    @Nullable Instant expiresAt) {

  /** The marks of a token of which the header is checked and the claims may not be yet. */
  static TokenMarks of(CompactToken token, LaunchProfile profile) {
    return new TokenMarks(
        ClaimText.isFit(token.claims().get("iss")) ? (String) token.claims().get("iss") : null,
        token.header().keyId().orElse(null),
        token.header().algorithm(),
        tokenId(token, profile),
        instant(token, "iat"),
        instant(token, "exp"));
  }

  private static @Nullable String tokenId(CompactToken token, LaunchProfile profile) {
    Object id = profile.replay().claim().find(token.claims());
    return ClaimText.isFit(id) ? (String) id : null;
  }

  private static @Nullable Instant instant(CompactToken token, String claim) {
    return NumericDate.isFit(token.claims(), claim) ? NumericDate.of(token.claims(), claim) : null;
  }

  @Override
  public String toString() {
    return "TokenMarks[kid=" + keyId + ", alg=" + algorithm + "]";
  }
}
