package org.launchgate.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;

/**
 * Sees to it that every claim that fills the context has a rule by which its value is fit for that:
 * the one that the profile gives it, else one that lets it be absent.
 */
final class MappedClaims {
  /** Times are no texts, so every token would be refused; parties are the same in all tokens. */
  private static final Set<String> NO_TOKEN_IDS = Set.of("/aud", "/exp", "/iat", "/iss", "/nbf");

  private static final String TEXTUAL = "text, date, integer or reference";

  private final ConfigObject profile;
  private final ContextRules context;
  private final Map<JsonPointer, ClaimRule> rules;

  MappedClaims(
      ConfigObject profile, ContextRules context, Map<JsonPointer, ClaimRule> writtenRules) {
    this.profile = profile;
    this.context = context;
    this.rules = new LinkedHashMap<>(writtenRules);
  }

  /** All rules: those that were written, in their order, and those of other mapped claims. */
  List<ClaimRule> withRules(ReplayRules replay) {
    List<Use> uses = uses().toList();
    // A claim of which a half is taken is a reference also where all of it is taken.
    uses.stream().filter(use -> use.form != Form.TEXT).forEach(this::addRule);
    uses.forEach(this::addRule);
    uses.stream()
        .filter(Use::identifies)
        .forEach(use -> rules.computeIfPresent(use.claim, (claim, rule) -> rule.identifying()));
    uses.forEach(this::check);
    checkTokenId(replay);
    return new ArrayList<>(rules.values());
  }

  private void addRule(Use use) {
    rules.computeIfAbsent(use.claim, claim -> ClaimRule.optional(claim, use.form));
  }

  private void check(Use use) {
    ClaimRule rule = Objects.requireNonNull(rules.get(use.claim), "each use has a rule by now");
    if (use.form == Form.TEXT ? !rule.form().hasText() : rule.form() != use.form) {
      throw error(
          use,
          "must come from a claim whose \"type\" is "
              + (use.form == Form.TEXT ? TEXTUAL : "\"" + use.form.word() + "\""));
    }
    if (rule.presence() == Presence.FORBIDDEN) {
      throw error(use, "cannot come from a claim that is forbidden");
    }
    if (rule.limits().maxLength() > ValueLimits.USUAL_LENGTH) {
      throw error(
          use, "must come from a claim whose \"maxLength\" is at most " + ValueLimits.USUAL_LENGTH);
    }
  }

  /** The token's id is checked to be a text, so a rule must not demand something else. */
  private void checkTokenId(ReplayRules replay) {
    if (NO_TOKEN_IDS.contains(replay.claim().toString())) {
      throw profile.error(
          "replay",
          "must name a \"claim\" that each token has of its own, which is none of "
              + String.join(", ", new TreeSet<>(NO_TOKEN_IDS)));
    }
    ClaimRule rule = rules.get(replay.claim());
    if (rule != null
        && (!rule.form().hasText()
            || rule.form() == Form.INTEGER
            || rule.presence() == Presence.FORBIDDEN)) {
      throw profile.error(
          "replay", "must name a \"claim\" that may be there and whose \"type\" is \"text\"");
    }
  }

  private IllegalArgumentException error(Use use, String remedy) {
    return profile.error(use.path, remedy);
  }

  private Stream<Use> uses() {
    return Stream.concat(
        context.fields().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(entry -> ofField(entry.getKey(), entry.getValue())),
        context.identifiers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .flatMap(source -> ofIdentifier(entry.getKey().path(), source))));
  }

  private Stream<Use> ofField(ContextField field, ValueSource source) {
    return source
        .each()
        .flatMap(
            one ->
                field == ContextField.PATIENT_BIRTH_DATE
                    ? Stream.of(date(field.path(), one))
                    : of(field.path(), one));
  }

  /** The context hands the birth date out as a date, so its claim is checked to be one. */
  private Use date(String path, ValueSource source) {
    if (source instanceof ValueSource.Claim claim) {
      return new Use(path, claim.pointer(), Form.DATE);
    }
    throw profile.error(path, "must come from a claim whose \"type\" is \"date\"");
  }

  private static Stream<Use> ofIdentifier(String path, IdentifierSource source) {
    if (source instanceof IdentifierSource.Pair pair) {
      return Stream.of(pair.system(), pair.value())
          .flatMap(ValueSource::each)
          .flatMap(one -> of(path, one));
    }
    return Stream.of(list(path, (IdentifierSource.Element) source));
  }

  private static Use list(String path, IdentifierSource.Element source) {
    return new Use(path, source.list(), Form.LIST);
  }

  private static Stream<Use> of(String path, ValueSource source) {
    if (source instanceof ValueSource.Part part) {
      return Stream.of(new Use(path, part.pointer(), Form.REFERENCE));
    }
    if (source instanceof ValueSource.Listed listed) {
      return Stream.of(list(path, listed.element()));
    }
    return source instanceof ValueSource.Claim claim
        ? Stream.of(new Use(path, claim.pointer(), Form.TEXT))
        : Stream.empty();
  }

  /**
   * One use of a claim.
   *
   * @param path the field that it fills
   * @param claim the claim
   * @param form the type that it has to have there; text for every type that has a text
   */
  private record Use(String path, JsonPointer claim, Form form) {

    boolean identifies() {
      return ContextField.ofPath(path).map(ContextField::identifies).orElse(true);
    }
  }
}
