package org.launchgate;

import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_INCOMPLETE;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ClaimRule;
import org.launchgate.profile.ClaimRule.Presence;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.ValueLimits;
import org.launchgate.spi.Partner;

/** The claims of a token whose signature is good, against its partner and profile. */
final class ClaimChecks {
  private final Map<String, @Nullable Object> claims;
  private final Partner partner;
  private final LaunchProfile profile;

  /**
   * Checks of one token.
   *
   * @param profile the partner's profile for this token
   */
  ClaimChecks(Map<String, @Nullable Object> claims, Partner partner, LaunchProfile profile) {
    this.claims = claims;
    this.partner = partner;
    this.profile = profile;
  }

  /** Null when the token's issuer is the partner's: both absent, or exactly the same text. */
  @Nullable Refusal issuer() {
    Object found = claims.get("iss");
    boolean absent = !claims.containsKey("iss") || "".equals(found);
    if (partner.issuers().isEmpty()) {
      return absent ? null : Refusal.of(ISSUER_NOT_ALLOWED, "iss: expected none, found one");
    }
    return found instanceof String issuer && partner.issuers().contains(issuer)
        ? null
        : Refusal.of(
            ISSUER_NOT_ALLOWED,
            "iss: expected " + oneOf(partner.issuers()) + ", found another or none");
  }

  /** Null when the token is meant for us, or for nobody in particular and that was agreed. */
  @Nullable Refusal audience() {
    if (partner.audiences().isEmpty()) {
      return claims.containsKey("aud")
          ? Refusal.of(
              AUDIENCE_NOT_ALLOWED,
              "aud: expected none, found one; if it names this application, configure the"
                  + " partner's \"audience\"")
          : null;
    }
    if (!names(claims.get("aud"), partner.audiences())) {
      return Refusal.of(
          AUDIENCE_NOT_ALLOWED,
          "aud: expected " + oneOf(partner.audiences()) + ", found another or none");
    }
    return profile.parties().otherAudiencesAllowed() || namesNoOther(claims.get("aud"))
        ? null
        : Refusal.of(
            AUDIENCE_NOT_ALLOWED,
            "aud: expected " + oneOf(partner.audiences()) + " alone, found others beside it");
  }

  private static boolean names(@Nullable Object audience, Set<String> receivers) {
    if (audience instanceof List<?> list) {
      return list.stream().allMatch(String.class::isInstance)
          && list.stream().anyMatch(receivers::contains);
    }
    return audience instanceof String text && receivers.contains(text);
  }

  private boolean namesNoOther(@Nullable Object audience) {
    return !(audience instanceof List<?> list)
        || list.stream().allMatch(partner.audiences()::contains);
  }

  private static String oneOf(Set<String> texts) {
    return texts.stream().sorted().map(LogText::quoted).collect(Collectors.joining(" or "));
  }

  /** Null when the token's id is fit, or absent where it may be. */
  @Nullable Refusal tokenId() {
    JsonPointer claim = profile.replay().claim();
    if (isAbsent(claim)) {
      return profile.replay().tokenIdRequired()
          ? Refusal.of(CLAIM_MISSING, claim + ": expected the token's id, found none")
          : null;
    }
    return ClaimText.isFit(claim.find(claims))
        ? null
        : Refusal.of(CLAIM_MALFORMED, claim + ": expected a text of at most 255 characters");
  }

  /**
   * Null when every claim of the profile is as its rule asks.
   *
   * @param wantedButAbsent is told of claims that are wanted and not there
   */
  @Nullable Refusal profile(Consumer<JsonPointer> wantedButAbsent) {
    for (ClaimRule rule : profile.claims()) {
      Refusal refusal = check(rule, wantedButAbsent);
      if (refusal != null) {
        return refusal;
      }
    }
    for (List<JsonPointer> group : profile.together()) {
      long present = group.stream().filter(claim -> !isAbsent(claim)).count();
      if (present != 0 && present != group.size()) {
        return Refusal.of(CLAIMS_INCOMPLETE, "expected all or none of " + group);
      }
    }
    return null;
  }

  private @Nullable Refusal check(ClaimRule rule, Consumer<JsonPointer> wantedButAbsent) {
    if (rule.presence() == Presence.FORBIDDEN) {
      return rule.claim().isPresent(claims)
          ? Refusal.of(CLAIM_NOT_ALLOWED, rule.claim() + ": expected none, found one")
          : null;
    }
    if (!isAbsent(rule.claim())) {
      return checkValue(rule, rule.claim().find(claims));
    }
    if (rule.presence() == Presence.WANTED) {
      wantedButAbsent.accept(rule.claim());
    }
    return rule.presence() == Presence.REQUIRED
        ? Refusal.of(CLAIM_MISSING, rule.claim() + ": expected a value, found none")
        : null;
  }

  /** The value is not shown: a sender's mistake may have put a name or a national id there. */
  private static @Nullable Refusal checkValue(ClaimRule rule, @Nullable Object value) {
    if (!ClaimText.isFit(value, rule)) {
      return Refusal.of(CLAIM_MALFORMED, rule.claim() + ": " + ClaimText.expectation(rule));
    }
    ValueLimits limits = rule.limits();
    if (!limits.names(ClaimText.of(value))) {
      return Refusal.of(
          CLAIM_NOT_ALLOWED, rule.claim() + ": expected one of " + new TreeSet<>(limits.oneOf()));
    }
    return limits.leadsToAllowedType(ClaimText.of(value))
        ? null
        : Refusal.of(
            CLAIM_NOT_ALLOWED,
            rule.claim()
                + ": expected a reference to one of "
                + new TreeSet<>(limits.resourceTypes()));
  }

  /** Whether a value that is present, and may be, keeps its rule. */
  static boolean keeps(ClaimRule rule, @Nullable Object value) {
    return checkValue(rule, value) == null;
  }

  private boolean isAbsent(JsonPointer claim) {
    return isAbsent(claim.find(claims), claim.isPresent(claims));
  }

  /** Senders that have no value send {@code ""}; a JSON null is a value, and never a fit one. */
  static boolean isAbsent(@Nullable Object value, boolean present) {
    return !present || "".equals(value);
  }
}
