package org.launchgate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ClaimRule;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.ContextIdentifier;
import org.launchgate.profile.ContextRules;
import org.launchgate.profile.IdentifierSource;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.ValueSource;

/**
 * Whom and what a genuine token that is refused is about, as far as each claim by itself keeps its
 * rule: a claim that is not fit may be anything, so it goes into no record. An identifier of which
 * a half is missing or not fit is left out as a whole, or it would count in another system.
 */
final class FitDetails {
  private static final Set<ContextField> RECORDED =
      Set.of(
          ContextField.USER_SYSTEM,
          ContextField.USER_VALUE,
          ContextField.ORGANIZATION_SYSTEM,
          ContextField.ORGANIZATION_VALUE,
          ContextField.RESPONSIBLE_SYSTEM,
          ContextField.RESPONSIBLE_VALUE,
          ContextField.PATIENT_ID,
          ContextField.PATIENT_NATIONAL_ID,
          ContextField.TASK,
          ContextField.TRANSACTION_ID);

  private final LaunchProfile profile;
  private final Map<String, @Nullable Object> claims;
  private final Map<JsonPointer, ClaimRule> rules;

  private FitDetails(LaunchProfile profile, Map<String, @Nullable Object> claims) {
    this.profile = profile;
    this.claims = claims;
    this.rules =
        profile.claims().stream()
            .collect(Collectors.toMap(ClaimRule::claim, Function.identity(), (a, b) -> a));
  }

  static LaunchDetails of(LaunchProfile profile, Map<String, @Nullable Object> claims) {
    FitDetails fit = new FitDetails(profile, claims);
    ContextRules rules =
        new ContextRules(fit.fields(), fit.identifiers(), profile.context().personal());
    return ContextMapping.map(rules, claims);
  }

  private Map<ContextField, ValueSource> fields() {
    Map<ContextField, ValueSource> fields = new HashMap<>(profile.context().fields());
    fields.keySet().retainAll(RECORDED);
    for (ContextIdentifier identifier : ContextIdentifier.values()) {
      if (!isFit(fields, identifier.system())) {
        fields.remove(identifier.value());
      }
    }
    fields.values().removeIf(source -> !isFit(source));
    return fields;
  }

  private boolean isFit(Map<ContextField, ValueSource> fields, ContextField field) {
    ValueSource source = fields.get(field);
    return source == null || isFit(source);
  }

  private Map<ContextIdentifier, List<IdentifierSource>> identifiers() {
    Map<ContextIdentifier, List<IdentifierSource>> identifiers =
        new HashMap<>(profile.context().identifiers());
    identifiers.values().removeIf(sources -> !sources.stream().allMatch(this::isFit));
    return identifiers;
  }

  private boolean isFit(IdentifierSource source) {
    if (source instanceof IdentifierSource.Pair pair) {
      return isFit(pair.system()) && isFit(pair.value());
    }
    return isFit((IdentifierSource.Element) source);
  }

  private boolean isFit(IdentifierSource.Element element) {
    return isFit(element.list()) && IdentifierChecks.isFit(element, claims);
  }

  private boolean isFit(ValueSource source) {
    return source.each().allMatch(this::isFitByItself);
  }

  private boolean isFitByItself(ValueSource source) {
    if (source instanceof ValueSource.Listed listed) {
      return isFit(listed.element());
    }
    if (source instanceof ValueSource.Claim claim) {
      return isFit(claim.pointer());
    }
    return !(source instanceof ValueSource.Part part) || isFit(part.pointer());
  }

  private boolean isOfIncompleteGroup(JsonPointer claim) {
    return profile.together().stream()
        .filter(group -> group.contains(claim))
        .anyMatch(group -> group.stream().map(this::isAbsent).distinct().count() > 1);
  }

  private boolean isAbsent(JsonPointer claim) {
    return ClaimChecks.isAbsent(claim.find(claims), claim.isPresent(claims));
  }

  private boolean isFit(JsonPointer claim) {
    if (isOfIncompleteGroup(claim)) {
      return false;
    }
    if (isAbsent(claim)) {
      return true;
    }
    Object value = claim.find(claims);
    ClaimRule rule = rules.get(claim);
    return rule == null ? ClaimText.isFit(value) : ClaimChecks.keeps(rule, value);
  }
}
