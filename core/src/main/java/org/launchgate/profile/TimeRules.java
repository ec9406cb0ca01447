package org.launchgate.profile;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a profile asks of a token's times. Time claims that are present are checked always.
 *
 * @param issuedAtRequired whether {@code iat} has to be there
 * @param expiryRequired whether {@code exp} has to be there
 * @param age how old a token may be by {@code iat}, to the instant; null for no limit
 * @param lifetime how far ahead {@code exp} may lie, of {@code iat} or else of now; null for no
 *     limit
 */
public record TimeRules(
    boolean issuedAtRequired,
    boolean expiryRequired,
    @Nullable Duration age,
    @Nullable Duration lifetime) {

  /** Refuses rules by which a token whose time is demanded would be accepted for ever. */
  public TimeRules {
    if (issuedAtRequired && !expiryRequired && age == null) {
      throw new IllegalArgumentException(
          "\"maxAge\" is missing; a token with \"iat\" and without \"exp\" would never expire");
    }
  }

  /** The greatest age; empty for no limit. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(age);
  }

  /** The longest lifetime; empty for no limit. */
  public Optional<Duration> maxLifetime() {
    return Optional.ofNullable(lifetime);
  }

  /** The same rules with {@code iat} demanded. */
  public TimeRules withIssuedAtRequired() {
    return new TimeRules(true, expiryRequired, age, lifetime);
  }
}
