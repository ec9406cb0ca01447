package org.launchgate.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;

/** Reads what a profile asks of its claims. */
final class ClaimRuleReader {
  private static final long MAX_LENGTH = 4096;
  private static final Set<String> PRESENCE = Set.of("required", "wanted", "optional", "forbidden");

  private final ConfigObject json;
  private final Form form;

  private ClaimRuleReader(ConfigObject json) {
    this.json = json;
    this.form =
        Form.valueOf(json.oneOf("type", Form.words()).orElse("text").toUpperCase(Locale.ROOT));
  }

  /** The rules of the member {@code claims}, in the order of the file; empty when it is absent. */
  static Map<JsonPointer, ClaimRule> read(ConfigObject profile) {
    Map<JsonPointer, ClaimRule> rules = new LinkedHashMap<>();
    profile
        .object("claims")
        .ifPresent(
            claims -> {
              for (String pointer : claims.asMap().keySet()) {
                ClaimRule rule = rule(claims, pointer);
                rules.put(rule.claim(), rule);
              }
            });
    return rules;
  }

  private static ClaimRule rule(ConfigObject claims, String pointer) {
    JsonPointer claim = Pointers.read(claims, pointer, pointer);
    return claims
        .object(pointer)
        .map(json -> new ClaimRuleReader(json).rule(claim))
        .orElseThrow(() -> claims.error(pointer, "must be an object"));
  }

  private ClaimRule rule(JsonPointer claim) {
    Presence presence =
        Presence.valueOf(
            json.oneOf("presence", PRESENCE).orElse("optional").toUpperCase(Locale.ROOT));
    ClaimRule rule = new ClaimRule(claim, presence, form, limits(), false);
    json.finish();
    return rule;
  }

  private ValueLimits limits() {
    Set<String> values = oneOf();
    boolean ignoreCase = json.flag("ignoreCase", false);
    if (ignoreCase && values.isEmpty()) {
      throw json.error("ignoreCase", "goes with \"oneOf\"");
    }
    return new ValueLimits(values, ignoreCase, pattern(), maxLength(), resourceTypes());
  }

  /** The allowed values, empty for any: a list that allows nothing must not come to mean that. */
  private Set<String> oneOf() {
    List<String> values = json.texts("oneOf").orElse(List.of());
    if (values.isEmpty() && json.has("oneOf")) {
      throw json.error("oneOf", "must name at least one value; leave it out to allow any");
    }
    requireText("oneOf");
    return Set.copyOf(values);
  }

  private @Nullable TextPattern pattern() {
    requireText("pattern");
    String regex = json.text("pattern").orElse(null);
    try {
      return regex == null ? null : TextPattern.parse(regex);
    } catch (IllegalArgumentException e) {
      throw json.error(
          "pattern", "must be a regular expression as Java writes them: " + e.getMessage());
    }
  }

  private int maxLength() {
    if (!json.has("maxLength")) {
      return ValueLimits.USUAL_LENGTH;
    }
    if (form != Form.TEXT) {
      throw json.error("maxLength", "goes with the \"type\" text only");
    }
    return json.wholeNumber("maxLength", 1, MAX_LENGTH)
        .map(Long::intValue)
        .orElseThrow(
            () -> json.error("maxLength", "must be a whole number from 1 to " + MAX_LENGTH));
  }

  private Set<String> resourceTypes() {
    if (!json.has("resourceTypes")) {
      return Set.of();
    }
    if (form != Form.REFERENCE) {
      throw json.error("resourceTypes", "goes with the \"type\" reference only");
    }
    return ResourceTypes.read(json, "resourceTypes");
  }

  private void requireText(String member) {
    if (json.has(member) && !form.hasText()) {
      throw json.error(member, "goes with the \"type\" text, date, integer or reference only");
    }
  }
}
