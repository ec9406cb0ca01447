package org.launchgate;

import java.io.Serializable;
import java.util.Objects;

/**
 * An identifier of a person or an organisation: a value within the system that gave it out.
 *
 * <p>{@link #toString()} leaves the value out, since a value may be a national id or an e-mail
 * address.
 *
 * @param system the coding system, such as {@code agb-z}; {@code local} where the sender names none
 * @param value the identifier within that system
 */
public record Identifier(String system, String value) implements Serializable {

  /** Refuses null; any two strings make an identifier. */
  public Identifier {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "Identifier[system=" + system + "]";
  }
}
