package org.launchgate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.launchgate.profile.ContextField;

/**
 * What the claims said, one text per context field: data, not yet proof. Absent fields have none.
 */
final class LaunchDetails {
  private final Map<ContextField, String> values;

  LaunchDetails(Map<ContextField, String> values) {
    EnumMap<ContextField, String> copy = new EnumMap<>(ContextField.class);
    copy.putAll(values);
    this.values = Collections.unmodifiableMap(copy);
  }

  Map<ContextField, String> values() {
    return values;
  }

  Optional<String> get(ContextField field) {
    return Optional.ofNullable(values.get(field));
  }

  String required(ContextField field) {
    return get(field).orElseThrow(() -> new IllegalStateException(field.path() + " is absent"));
  }

  boolean hasAny(String pathPrefix) {
    return values.keySet().stream().anyMatch(field -> field.path().startsWith(pathPrefix));
  }

  /** Which fields of a part are present, without their values. */
  String presence(String pathPrefix) {
    return values.keySet().stream()
        .map(ContextField::path)
        .filter(path -> path.startsWith(pathPrefix))
        .map(path -> path.substring(pathPrefix.length()))
        .collect(Collectors.joining(", ", "has ", ""));
  }

  @Override
  public String toString() {
    return presence("");
  }
}
