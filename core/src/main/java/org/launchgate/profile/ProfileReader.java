package org.launchgate.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;

/** Reads a profile from its JSON object; every mistake names its place and what is allowed. */
final class ProfileReader {
  private static final long DAY = 86_400;
  private static final Set<String> PRESENCE = Set.of("required", "wanted", "optional");
  private static final Set<String> DEMAND = Set.of("required", "optional");

  private ProfileReader() {}

  static LaunchProfile read(ConfigObject json) {
    String name = json.requiredText("profile");
    ConfigObject here = json.at(json.place() + ": profile \"" + name + "\"");
    ConfigObject header = requiredObject(here, "header");
    Map<ContextField, ValueSource> context = context(requiredObject(here, "context"));
    LaunchProfile profile =
        new LaunchProfile(
            name,
            carriers(here),
            types(header),
            required(header, "kid"),
            algorithms(here),
            required(here, "issuer"),
            time(requiredObject(here, "time")),
            replay(requiredObject(here, "replay")),
            claims(here, context),
            together(here),
            context);
    header.finish();
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
    String field = json.requiredText("field");
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    for (String word : json.texts("in").orElse(List.of())) {
      channels.add(
          Channel.ofText(word).orElseThrow(() -> json.error("in", "may hold " + Channel.texts())));
    }
    if (channels.isEmpty()) {
      throw json.error("in", "is missing; it may hold " + Channel.texts());
    }
    json.finish();
    return new Carrier(field, channels);
  }

  private static Set<String> types(ConfigObject header) {
    return header.texts("typ").orElse(List.of("JWT")).stream()
        .map(type -> type.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
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

  private static TimeRules time(ConfigObject json) {
    boolean issuedAt = required(json, "iat");
    boolean expiry = required(json, "exp");
    Duration age = json.seconds("maxAge", 1, DAY).orElse(null);
    Duration lifetime = json.seconds("maxLifetime", 1, 30 * DAY).orElse(null);
    json.finish();
    try {
      return new TimeRules(issuedAt, expiry, age, lifetime);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(json.place() + ": " + e.getMessage(), e);
    }
  }

  private static ReplayRules replay(ConfigObject json) {
    Duration window = json.seconds("window", 1, 30 * DAY).orElse(Duration.ofHours(1));
    ReplayRules rules =
        new ReplayRules(
            required(json, "tokenId"),
            window,
            json.seconds("digestWindow", 1, 30 * DAY).orElse(window));
    json.finish();
    return rules;
  }

  private static Map<ContextField, ValueSource> context(ConfigObject json) {
    Map<ContextField, ValueSource> sources = new EnumMap<>(ContextField.class);
    for (ContextField field : ContextField.values()) {
      if (json.has(field.path())) {
        sources.put(field, source(json, field.path()));
      }
    }
    json.finish();
    for (ContextField field : List.of(ContextField.USER_SYSTEM, ContextField.USER_VALUE)) {
      if (!sources.containsKey(field)) {
        throw json.error(field.path(), "is missing; every launch has a user");
      }
    }
    return sources;
  }

  private static ValueSource source(ConfigObject json, String member) {
    if (json.value(member) instanceof String pointer) {
      return new ValueSource.Claim(pointer(json, member, pointer));
    }
    if (!(json.value(member) instanceof Map)) {
      throw json.error(
          member, "must be a JSON Pointer such as \"/contact/id\", or {\"constant\": \"...\"}");
    }
    ConfigObject constant = requiredObject(json, member);
    ValueSource source = new ValueSource.Constant(constant.requiredText("constant"));
    constant.finish();
    return source;
  }

  private static List<ClaimRule> claims(ConfigObject json, Map<ContextField, ValueSource> context) {
    Map<JsonPointer, ClaimRule> rules = new LinkedHashMap<>();
    json.object("claims")
        .ifPresent(
            claims -> {
              for (String pointer : claims.asMap().keySet()) {
                ClaimRule rule = claimRule(claims, pointer);
                rules.put(rule.claim(), rule);
              }
            });
    context.forEach(
        (field, source) -> {
          if (source instanceof ValueSource.Claim claim) {
            rules.computeIfAbsent(claim.pointer(), pointer -> ClaimRule.optional(pointer, field));
          }
        });
    requireDate(json, rules, context.get(ContextField.PATIENT_BIRTH_DATE));
    return new ArrayList<>(rules.values());
  }

  /** The context hands the birth date out as a date, so its claim is checked to be one. */
  private static void requireDate(
      ConfigObject json, Map<JsonPointer, ClaimRule> rules, @Nullable ValueSource birthDate) {
    if (birthDate == null) {
      return;
    }
    ClaimRule rule =
        birthDate instanceof ValueSource.Claim claim ? rules.get(claim.pointer()) : null;
    if (rule == null || rule.form() != Form.DATE) {
      throw json.error(
          ContextField.PATIENT_BIRTH_DATE.path(),
          "must come from a claim whose \"type\" is \"date\"");
    }
  }

  private static ClaimRule claimRule(ConfigObject claims, String pointer) {
    ConfigObject json = requiredObject(claims, pointer);
    ClaimRule rule =
        new ClaimRule(
            pointer(claims, pointer, pointer),
            Presence.valueOf(
                json.oneOf("presence", PRESENCE).orElse("optional").toUpperCase(Locale.ROOT)),
            Form.valueOf(
                json.oneOf("type", Set.of("text", "date")).orElse("text").toUpperCase(Locale.ROOT)),
            oneOf(json));
    json.finish();
    return rule;
  }

  /** The allowed values, empty for any: a list that allows nothing must not come to mean that. */
  private static Set<String> oneOf(ConfigObject rule) {
    List<String> values = rule.texts("oneOf").orElse(List.of());
    if (values.isEmpty() && rule.has("oneOf")) {
      throw rule.error("oneOf", "must name at least one value; leave it out to allow any");
    }
    return Set.copyOf(values);
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
        .map(pointer -> pointer(json, "together", String.valueOf(pointer)))
        .toList();
  }

  private static JsonPointer pointer(ConfigObject json, String member, String text) {
    try {
      return JsonPointer.parse(text);
    } catch (IllegalArgumentException e) {
      throw json.error(
          member, "must name a claim by a JSON Pointer such as \"/contact/id\" (RFC 6901)");
    }
  }
}
