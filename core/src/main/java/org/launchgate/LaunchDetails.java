package org.launchgate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.launchgate.profile.ContextField;

/**
 * What the claims said, one text per context field: data, not yet proof. Absent fields have none.
 */
final class LaunchDetails {
  private static final Set<ContextField> FOCUS =
      Set.of(
          ContextField.USER_SYSTEM,
          ContextField.USER_VALUE,
          ContextField.ORGANIZATION_SYSTEM,
          ContextField.ORGANIZATION_VALUE,
          ContextField.PATIENT_ID,
          ContextField.PATIENT_NATIONAL_ID,
          ContextField.PATIENT_GIVEN_NAME,
          ContextField.PATIENT_MIDDLE_NAME,
          ContextField.PATIENT_FAMILY_NAME,
          ContextField.PATIENT_BIRTH_DATE);

  private final Map<ContextField, String> values;
  private final Set<ContextField> personal;

  /**
   * Details.
   *
   * @param personal the identifiers of which records hold a digest
   */
  LaunchDetails(Map<ContextField, String> values, Set<ContextField> personal) {
    this.personal = Set.copyOf(personal);
    EnumMap<ContextField, String> copy = new EnumMap<>(ContextField.class);
    copy.putAll(values);
    this.values = Collections.unmodifiableMap(copy);
  }

  Map<ContextField, String> values() {
    return values;
  }

  Set<ContextField> personal() {
    return personal;
  }

  Optional<String> get(ContextField field) {
    return Optional.ofNullable(values.get(field));
  }

  String required(ContextField field) {
    return get(field).orElseThrow(() -> new IllegalStateException(field.path() + " is absent"));
  }

  /** What tells whom a launch is by and about. */
  Map<ContextField, String> focus() {
    Map<ContextField, String> focus = new EnumMap<>(ContextField.class);
    focus.putAll(values);
    focus.keySet().retainAll(FOCUS);
    return focus;
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
