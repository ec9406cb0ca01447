package org.launchgate.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.launchgate.internal.config.ConfigObject;

/** Reads which claims fill which fields of the launch context. */
final class ContextReader {
  private final ConfigObject json;
  private final Map<ContextField, ValueSource> fields = new EnumMap<>(ContextField.class);
  private final Map<ContextIdentifier, List<IdentifierSource>> identifiers =
      new EnumMap<>(ContextIdentifier.class);

  private ContextReader(ConfigObject json) {
    this.json = json;
  }

  static ContextRules read(ConfigObject json) {
    return new ContextReader(json).read();
  }

  private ContextRules read() {
    for (ContextField field : ContextField.values()) {
      if (json.has(field.path())) {
        fields.put(
            field,
            field.isPatientIdentifier()
                ? SourceReader.readWithLists(json, field.path())
                : SourceReader.read(json, field.path()));
      }
    }
    for (ContextIdentifier identifier : ContextIdentifier.values()) {
      if (json.has(identifier.path())) {
        identifiers.put(identifier, alternatives(identifier));
      }
    }
    json.finish();
    requireUser();
    return new ContextRules(fields, identifiers);
  }

  private void requireUser() {
    for (ContextField half : List.of(ContextField.USER_SYSTEM, ContextField.USER_VALUE)) {
      if (!fields.containsKey(half) && !identifiers.containsKey(ContextIdentifier.USER)) {
        throw json.error(half.path(), "is missing; every launch has a user");
      }
    }
  }

  private List<IdentifierSource> alternatives(ContextIdentifier identifier) {
    for (ContextField half : List.of(identifier.system(), identifier.value())) {
      if (fields.containsKey(half)) {
        throw json.error(
            identifier.path(),
            "cannot stand beside \""
                + half.path()
                + "\", which it fills; null takes away what a base has");
      }
    }
    List<IdentifierSource> sources = new ArrayList<>();
    for (ConfigObject alternative : json.objects(identifier.path())) {
      sources.add(
          alternative.has("in")
              ? new ElementReader(alternative).read()
              : new IdentifierSource.Pair(
                  SourceReader.required(alternative, "system"),
                  SourceReader.required(alternative, "value")));
      alternative.finish();
    }
    if (sources.isEmpty()) {
      throw json.error(
          identifier.path(),
          "must name at least one source, such as {\"system\": \"/id/system\", \"value\":"
              + " \"/id/value\"}");
    }
    return sources;
  }
}
