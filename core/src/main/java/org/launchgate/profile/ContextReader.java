package org.launchgate.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /**
   * The rules.
   *
   * @param json the member {@code context}
   * @param personal the identifiers that are personal by themselves
   */
  static ContextRules read(ConfigObject json, Set<ContextField> personal) {
    return new ContextReader(json).read(personal);
  }

  private ContextRules read(Set<ContextField> personal) {
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
    for (ContextIdentifier identifier : ContextIdentifier.values()) {
      refuseMixing(
          json,
          identifier.system().path(),
          fields.get(identifier.system()),
          identifier.value().path(),
          fields.get(identifier.value()),
          "\"" + identifier.path() + "\"");
    }
    return new ContextRules(fields, identifiers, personal);
  }

  private void requireUser() {
    for (ContextField half : List.of(ContextField.USER_SYSTEM, ContextField.USER_VALUE)) {
      if (!fields.containsKey(half) && !identifiers.containsKey(ContextIdentifier.USER)) {
        throw json.error(half.path(), "is missing; every launch has a user");
      }
    }
  }

  /**
   * System and value are each taken from the first of their own sources that is there, so with
   * several of both the system of one person could come to stand beside the value of another. By
   * position would be no better: a value whose system is absent would get that of the next. One
   * system for several values is fine, since it then is meant for each of them, as {@code /iss} is.
   */
  private static void refuseMixing(
      ConfigObject at,
      String systemMember,
      @Nullable ValueSource system,
      String valueMember,
      @Nullable ValueSource value,
      String remedy) {
    if (system instanceof ValueSource.FirstOf && value instanceof ValueSource.FirstOf) {
      throw at.error(
          valueMember,
          "with several sources cannot stand beside a \""
              + systemMember
              + "\" with several, which could mix two identifiers; write system and value of each"
              + " together, as alternatives of "
              + remedy);
    }
  }

  private IdentifierSource.Pair pair(ContextIdentifier identifier, ConfigObject alternative) {
    ValueSource system = SourceReader.required(alternative, "system");
    ValueSource value = SourceReader.required(alternative, "value");
    refuseMixing(alternative, "system", system, "value", value, "\"" + identifier.path() + "\"");
    return new IdentifierSource.Pair(system, value);
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
              : pair(identifier, alternative));
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
