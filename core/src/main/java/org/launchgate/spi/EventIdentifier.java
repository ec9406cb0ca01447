package org.launchgate.spi;

import java.util.Objects;

/**
 * An identifier as a {@link LaunchEvent} has it: in clear, or as a digest where it would be
 * personal data by itself, as a national id or an e-mail address is.
 *
 * <p>{@link #toString()} leaves the value out.
 *
 * @param system the system that gave it out, such as {@code agb-z}; {@code local} where the sender
 *     names none, {@code national-id} for a patient's national id
 * @param value the identifier; where it is a digest, {@code hmac-sha256:} and 43 characters of
 *     base64url, the same for the same identifier as long as the deployment's key is
 * @param digested whether the value is a digest
 */
public record EventIdentifier(String system, String value, boolean digested) {

  /** Refuses null. */
  public EventIdentifier {
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return "EventIdentifier[system=" + system + "]";
  }
}
