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
 * @param skew how far the sender's clock may be off; null for what the deployment allows
 */
public record TimeRules(
    boolean issuedAtRequired,
    boolean expiryRequired,
    @Nullable Duration age,
    @Nullable Duration lifetime,
    @Nullable Duration skew) {

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

  /** The skew that counts, where the deployment allows this one. */
  public Duration skewOr(Duration deployment) {
    return skew == null ? deployment : skew;
  }

  /** Whether every token says something that limits how long it can be used. */
  public boolean limited() {
    return issuedAtRequired || expiryRequired;
  }

  /** The same rules with {@code iat} demanded. */
  public TimeRules withIssuedAtRequired() {
    return new TimeRules(true, expiryRequired, age, lifetime, skew);
  }
}
