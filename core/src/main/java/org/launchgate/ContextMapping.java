package org.launchgate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.ContextIdentifier;
import org.launchgate.profile.ContextRules;
import org.launchgate.profile.IdentifierSource;

/** Fills the context's fields from claims that were checked. */
final class ContextMapping {
  /** The system of an identifier whose sender names none. */
  private static final String NO_SYSTEM = "local";

  private final Map<String, @Nullable Object> claims;
  private final Map<ContextField, String> values = new EnumMap<>(ContextField.class);

  private ContextMapping(Map<String, @Nullable Object> claims) {
    this.claims = claims;
  }

  static LaunchDetails map(ContextRules rules, Map<String, @Nullable Object> claims) {
    ContextMapping mapping = new ContextMapping(claims);
    rules
        .fields()
        .forEach((field, source) -> mapping.put(field, SourceValues.text(source, claims)));
    rules.identifiers().forEach(mapping::put);
    for (ContextIdentifier identifier : ContextIdentifier.values()) {
      mapping.completeSystem(identifier);
    }
    return new LaunchDetails(mapping.values, rules.personal());
  }

  private void put(ContextField field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  private void put(ContextIdentifier identifier, List<IdentifierSource> sources) {
    Optional<SourceValues.Identity> found =
        sources.stream()
            .map(source -> SourceValues.identity(source, claims))
            .filter(Objects::nonNull)
            .findFirst();
    found.ifPresent(
        identity -> {
          values.put(identifier.value(), identity.value());
          put(identifier.system(), identity.system());
        });
  }

  private void completeSystem(ContextIdentifier identifier) {
    if (values.containsKey(identifier.value())) {
      values.putIfAbsent(identifier.system(), NO_SYSTEM);
    } else {
      values.remove(identifier.system());
    }
  }
}
