package org.launchgate;

import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.TimeRules;

/**
 * The times of a token against a profile's rules and the clock.
 *
 * <p>The skew widens "in the future" and {@code exp} only; the greatest age is exact, as ZorgDomein
 * prints it.
 */
record TokenTimes(
    @Nullable Instant issuedAt,
    @Nullable Instant notBefore,
    @Nullable Instant expiry,
    TimeRules rules,
    Duration skew) {
  private static final List<String> CLAIMS = List.of("iat", "nbf", "exp");

  /**
   * The times of a token.
   *
   * @param deploymentSkew the skew that counts where the rules name none
   */
  static TokenTimes of(
      Map<String, @Nullable Object> claims, TimeRules rules, Duration deploymentSkew) {
    return new TokenTimes(
        NumericDate.of(claims, "iat"),
        NumericDate.of(claims, "nbf"),
        NumericDate.of(claims, "exp"),
        rules,
        rules.skewOr(deploymentSkew));
  }

  /** Whether the claims are numbers at all; to be asked before {@link #of}. */
  static @Nullable Refusal checkForm(Map<String, @Nullable Object> claims) {
    for (String name : CLAIMS) {
      if (!NumericDate.isFit(claims, name)) {
        return Refusal.of(
            CLAIM_MALFORMED, name + ": expected seconds since 1970, up to the year 9999");
      }
    }
    return null;
  }

  /** What no later and no earlier moment could mend, and a time in the future. */
  @Nullable Refusal check(Instant now) {
    return Checks.first(this::checkPresence, () -> checkFuture(now), () -> checkSpan(now));
  }

  /** Whether the token comes too late. Asked last: it may be one that was accepted in time. */
  @Nullable Refusal checkLateness(Instant now) {
    return Checks.first(() -> checkAge(now), () -> checkExpiry(now));
  }

  /** The last instant at which the token could be accepted; empty when it never ends. */
  Optional<Instant> lastAcceptable() {
    Instant byAge = issuedAt != null && rules.age() != null ? issuedAt.plus(rules.age()) : null;
    Instant byExpiry = expiry != null ? expiry.plus(skew) : null;
    return Stream.of(Optional.ofNullable(byAge), Optional.ofNullable(byExpiry))
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private @Nullable Refusal checkPresence() {
    if (rules.issuedAtRequired() && issuedAt == null) {
      return Refusal.of(CLAIM_MISSING, "iat: expected the time of issue, found none");
    }
    if (rules.expiryRequired() && expiry == null) {
      return Refusal.of(CLAIM_MISSING, "exp: expected an expiry, found none");
    }
    return null;
  }

  private @Nullable Refusal checkFuture(Instant now) {
    Instant latest = now.plus(skew);
    if (issuedAt != null && issuedAt.isAfter(latest)) {
      return Refusal.of(
          TOKEN_NOT_YET_VALID, "iat: " + comparedTo("at the latest", latest, issuedAt));
    }
    if (notBefore != null && notBefore.isAfter(latest)) {
      return Refusal.of(
          TOKEN_NOT_YET_VALID, "nbf: " + comparedTo("at the latest", latest, notBefore));
    }
    return null;
  }

  private @Nullable Refusal checkAge(Instant now) {
    if (issuedAt == null || rules.age() == null) {
      return null;
    }
    Duration age = Duration.between(issuedAt, now);
    return age.compareTo(rules.age()) <= 0
        ? null
        : Refusal.of(
            TOKEN_TOO_OLD,
            "iat: expected an age of at most " + rules.age().toSeconds() + " s, found " + age);
  }

  private @Nullable Refusal checkExpiry(Instant now) {
    return expiry == null || now.isBefore(expiry.plus(skew))
        ? null
        : Refusal.of(TOKEN_EXPIRED, "exp: " + comparedTo("after", now.minus(skew), expiry));
  }

  private @Nullable Refusal checkSpan(Instant now) {
    if (expiry == null) {
      return null;
    }
    if (issuedAt != null && !expiry.isAfter(issuedAt)) {
      return Refusal.of(CLAIM_MALFORMED, "exp: expected a time after iat");
    }
    Duration lifetime = Duration.between(issuedAt != null ? issuedAt : now, expiry);
    return rules.lifetime() == null || lifetime.compareTo(rules.lifetime()) <= 0
        ? null
        : Refusal.of(
            LIFETIME_TOO_LONG,
            "exp: expected a lifetime of at most " + rules.lifetime() + ", found " + lifetime);
  }

  private static String comparedTo(String relation, Instant bound, Instant found) {
    return "expected " + relation + " " + bound + ", found " + found;
  }
}
