package org.launchgate.profile;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;

/** Reads a profile from its JSON object; every mistake names its place and what is allowed. */
final class ProfileReader {
  private static final long DAY = 86_400;
  private static final long MAX_SKEW = 120;
  private static final Set<String> DEMAND = Set.of("required", "optional");

  private static final Set<ClaimRule.Form> ROLES = Set.of(ClaimRule.Form.TEXT, ClaimRule.Form.LIST);

  /** The identifiers of which records are made, by whose they are. */
  private static final Map<String, ContextField> IDENTIFIERS =
      Map.of(
          "user", ContextField.USER_VALUE,
          "organization", ContextField.ORGANIZATION_VALUE,
          "responsible", ContextField.RESPONSIBLE_VALUE,
          "patient", ContextField.PATIENT_ID);

  private ProfileReader() {}

  static LaunchProfile read(ConfigObject json) {
    String name = json.requiredText("profile");
    ConfigObject here = json.at(json.place() + ": profile \"" + name + "\"");
    ContextRules context = ContextReader.read(requiredObject(here, "context"), personal(here));
    ReplayRules replay = replay(requiredObject(here, "replay"));
    Map<JsonPointer, ClaimRule> claims = ClaimRuleReader.read(here);
    LaunchProfile profile =
        new LaunchProfile(
            name,
            carriers(here),
            header(requiredObject(here, "header")),
            algorithms(here),
            parties(here),
            time(requiredObject(here, "time")),
            replay,
            new MappedClaims(here, context, claims).withRules(replay),
            together(here),
            context,
            roles(here, claims),
            null);
    here.finish();
    return profile;
  }

  private static ConfigObject requiredObject(ConfigObject json, String member) {
    return json.object(member)
        .orElseThrow(() -> json.error(member, "is missing; it must be an object"));
  }

  private static boolean required(ConfigObject json, String member) {
    return json.oneOf(member, DEMAND).orElse("optional").equals("required");
  }

  private static List<Carrier> carriers(ConfigObject json) {
    List<Carrier> carriers = json.objects("carriers").stream().map(ProfileReader::carrier).toList();
    if (carriers.isEmpty()) {
      throw json.error("carriers", "is missing; it must say where tokens travel");
    }
    return carriers;
  }

  private static Carrier carrier(ConfigObject json) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    for (String word : json.texts("in").orElse(List.of())) {
      channels.add(
          Channel.ofText(word).orElseThrow(() -> json.error("in", "may hold " + Channel.texts())));
    }
    if (channels.isEmpty()) {
      throw json.error("in", "is missing; it may hold " + Channel.texts());
    }
    boolean bodyOnly = channels.equals(Set.of(Channel.BODY));
    String field = bodyOnly ? json.text("field").orElse("") : json.requiredText("field");
    json.finish();
    return new Carrier(field, channels);
  }

  private static HeaderRules header(ConfigObject json) {
    Set<String> types =
        json.texts("typ").orElse(List.of("JWT")).stream()
            .map(type -> type.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    HeaderRules rules =
        new HeaderRules(required(json, "kid"), types, required(json, "typPresence"));
    if (rules.typeRequired() && types.isEmpty()) {
      throw json.error("typ", "must name at least one value where \"typPresence\" is required");
    }
    json.finish();
    return rules;
  }

  private static Set<SigningAlgorithm> algorithms(ConfigObject json) {
    Set<SigningAlgorithm> algorithms = EnumSet.noneOf(SigningAlgorithm.class);
    for (String name : json.texts("algorithms").orElse(List.of())) {
      algorithms.add(
          SigningAlgorithm.of(name)
              .orElseThrow(() -> json.error("algorithms", "may hold " + SigningAlgorithm.names())));
    }
    if (algorithms.isEmpty()) {
      throw json.error("algorithms", "is missing; it may hold " + SigningAlgorithm.names());
    }
    return algorithms;
  }

  private static PartyRules parties(ConfigObject json) {
    return new PartyRules(
        required(json, "issuer"),
        required(json, "audience"),
        json.oneOf("otherAudiences", Set.of("allowed", "refused"))
            .orElse("allowed")
            .equals("allowed"));
  }

  /** A claim of another type would be refused in every token. */
  private static @Nullable JsonPointer roles(
      ConfigObject json, Map<JsonPointer, ClaimRule> claims) {
    JsonPointer claim =
        json.text("roles").map(pointer -> Pointers.read(json, "roles", pointer)).orElse(null);
    ClaimRule rule = claim == null ? null : claims.get(claim);
    if (rule != null
        && (rule.presence() == ClaimRule.Presence.FORBIDDEN || !ROLES.contains(rule.form()))) {
      throw json.error(
          "roles",
          "must name a claim that may be there and whose \"type\" is \"text\" or \"list\"");
    }
    return claim;
  }

  private static Set<ContextField> personal(ConfigObject json) {
    Set<ContextField> fields = EnumSet.noneOf(ContextField.class);
    for (String word : json.texts("personal").orElse(List.of())) {
      ContextField field = IDENTIFIERS.get(word);
      if (field == null) {
        throw json.error("personal", "may hold " + IDENTIFIERS.keySet().stream().sorted().toList());
      }
      fields.add(field);
    }
    return fields;
  }

  private static TimeRules time(ConfigObject json) {
    boolean issuedAt = required(json, "iat");
    boolean expiry = required(json, "exp");
    Duration age = json.seconds("maxAge", 1, DAY).orElse(null);
    Duration lifetime = json.seconds("maxLifetime", 1, 30 * DAY).orElse(null);
    Duration skew = json.seconds("skew", 0, MAX_SKEW).orElse(null);
    json.finish();
    try {
      return new TimeRules(issuedAt, expiry, age, lifetime, skew);
    } catch (IllegalArgumentException e) {
      throw json.mistake(String.valueOf(e.getMessage()));
    }
  }

  private static ReplayRules replay(ConfigObject json) {
    Duration window = json.seconds("window", 1, 30 * DAY).orElse(Duration.ofHours(1));
    ReplayRules rules =
        new ReplayRules(
            json.text("claim")
                .map(pointer -> Pointers.read(json, "claim", pointer))
                .orElse(ReplayRules.TOKEN_ID),
            required(json, "tokenId"),
            window,
            json.seconds("digestWindow", 1, 30 * DAY).orElse(window));
    json.finish();
    return rules;
  }

  private static List<List<JsonPointer>> together(ConfigObject json) {
    if (!json.has("together")) {
      return List.of();
    }
    if (!(json.value("together") instanceof List<?> groups)) {
      throw json.error("together", "must be a list of lists of pointers");
    }
    return groups.stream().map(group -> group(json, group)).toList();
  }

  private static List<JsonPointer> group(ConfigObject json, Object group) {
    if (!(group instanceof List<?> pointers)) {
      throw json.error("together", "must be a list of lists of pointers");
    }
    if (pointers.size() < 2) {
      throw json.error("together", "must hold lists of at least two pointers");
    }
    return pointers.stream()
        .map(pointer -> Pointers.read(json, "together", String.valueOf(pointer)))
        .toList();
  }
}
