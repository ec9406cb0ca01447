package org.launchgate.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * What an unverified request and token claim about their partner: good for looking a partner up,
 * proof of nothing.
 *
 * <p>{@link #toString()} says which of them are there, not what they hold: anybody may have written
 * them, and anything may be in them.
 *
 * @param path the partner that the launch path names
 * @param issuer the {@code iss} that the token claims
 * @param keyId the {@code kid} that the token's header names
 */
public record PartnerHints(Optional<String> path, Optional<String> issuer, Optional<String> keyId) {

  /** Refuses null; use empty for what is not there. */
  public PartnerHints {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(keyId, "keyId");
  }

  @Override
  public String toString() {
    return "PartnerHints[path="
        + path.isPresent()
        + ", issuer="
        + issuer.isPresent()
        + ", keyId="
        + keyId.isPresent()
        + "]";
  }
}
