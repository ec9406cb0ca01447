package org.launchgate;

import static org.launchgate.RefusalReason.CLAIM_MALFORMED;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.JsonPointer;

/**
 * The claim by which a token says its user's roles. It can choose among the partner's roles, and
 * never give another one.
 */
final class RoleClaim {
  private RoleClaim() {}

  /**
   * Null when the claim is absent, or a text or list of texts that show what they hold.
   *
   * @param claim the profile's; null where it takes roles from none
   */
  static @Nullable Refusal check(
      @Nullable JsonPointer claim, Map<String, @Nullable Object> claims) {
    return claim == null || named(claim, claims).stream().allMatch(ClaimText::isIdentifier)
        ? null
        : Refusal.of(
            CLAIM_MALFORMED,
            claim + ": expected a role or a list of roles, texts of at most 255 characters");
  }

  /** The roles of the user of a token that was checked. */
  static Set<String> roles(
      @Nullable JsonPointer claim, Map<String, @Nullable Object> claims, Set<String> partners) {
    if (claim == null) {
      return partners;
    }
    Set<String> roles = new HashSet<>(partners);
    roles.retainAll(named(claim, claims));
    return roles;
  }

  private static List<?> named(JsonPointer claim, Map<String, @Nullable Object> claims) {
    Object value = claim.find(claims);
    if (ClaimChecks.isAbsent(value, claim.isPresent(claims))) {
      return List.of();
    }
    return value instanceof List<?> list ? list : Collections.singletonList(value);
  }
}
