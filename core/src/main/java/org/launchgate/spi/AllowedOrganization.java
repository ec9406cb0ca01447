package org.launchgate.spi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An organisation for which a partner's users may work.
 *
 * @param system the system of its identifier; null for any
 * @param value its identifier
 */
public record AllowedOrganization(@Nullable String system, String value) {

  /** Refuses an absent value. */
  public AllowedOrganization {
    Objects.requireNonNull(value, "value");
  }

  /** The organisation of that identifier, whatever its system. */
  public static AllowedOrganization ofAnySystem(String value) {
    return new AllowedOrganization(null, value);
  }

  boolean matches(String otherSystem, String otherValue) {
    return value.equals(otherValue) && (system == null || system.equals(otherSystem));
  }
}
