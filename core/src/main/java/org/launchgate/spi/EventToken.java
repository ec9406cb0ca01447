package org.launchgate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What a {@link LaunchEvent} says of a token whose signature was good; never the token itself.
 * {@link #toString()} shows key id and algorithm.
 *
 * @param keyId the {@code kid} of its header; empty when it has none
 * @param algorithm the algorithm of its signature; empty for a launch that an older version stored
 * @param id its {@code jti}; empty when it has none
 * @param issuedAt its {@code iat}, by the partner's clock; empty when it does not say
 * @param expiresAt its {@code exp}; empty when it does not say
 */
public record EventToken(
    Optional<String> keyId,
    Optional<String> algorithm,
    Optional<String> id,
    Optional<Instant> issuedAt,
    Optional<Instant> expiresAt) {
  private static final String URN = "urn:ietf:params:oauth:jti:";

  /** The id as IHE's Basic Audit Log Patterns write it; empty when the token has none. */
  public Optional<String> urn() {
    return id.map(text -> URN + text);
  }

  @Override
  public String toString() {
    return "EventToken[kid=" + keyId.orElse(null) + ", alg=" + algorithm.orElse(null) + "]";
  }
}
