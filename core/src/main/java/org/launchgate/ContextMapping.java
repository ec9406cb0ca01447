package org.launchgate;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.ValueSource;

/** Fills the context's fields from claims that were checked. */
final class ContextMapping {
  private static final Map<ContextField, ContextField> SYSTEM_OF =
      Map.of(
          ContextField.USER_SYSTEM, ContextField.USER_VALUE,
          ContextField.ORGANIZATION_SYSTEM, ContextField.ORGANIZATION_VALUE,
          ContextField.RESPONSIBLE_SYSTEM, ContextField.RESPONSIBLE_VALUE);

  /** The system of an identifier whose sender names none. */
  private static final String NO_SYSTEM = "local";

  private ContextMapping() {}

  static LaunchDetails map(LaunchProfile profile, Map<String, @Nullable Object> claims) {
    Map<ContextField, String> values = new EnumMap<>(ContextField.class);
    profile
        .context()
        .forEach(
            (field, source) -> {
              String value = value(source, claims);
              if (value != null) {
                values.put(field, value);
              }
            });
    SYSTEM_OF.forEach(
        (system, value) -> {
          if (values.containsKey(value)) {
            values.putIfAbsent(system, NO_SYSTEM);
          } else {
            values.remove(system);
          }
        });
    return new LaunchDetails(values);
  }

  private static @Nullable String value(ValueSource source, Map<String, @Nullable Object> claims) {
    if (source instanceof ValueSource.Constant constant) {
      return constant.text();
    }
    Object value = ((ValueSource.Claim) source).pointer().find(claims);
    return value instanceof String text && !text.isEmpty() ? text : null;
  }
}
