package org.launchgate;

import static org.launchgate.profile.ContextField.ORGANIZATION_NAME;
import static org.launchgate.profile.ContextField.ORGANIZATION_SYSTEM;
import static org.launchgate.profile.ContextField.ORGANIZATION_VALUE;

import java.util.Optional;

/** The organisation for which the user works in this launch. Immutable. */
public final class LaunchOrganization {
  private final LaunchDetails details;

  LaunchOrganization(LaunchDetails details) {
    this.details = details;
  }

  /** The organisation's identifier. */
  public Identifier identifier() {
    return new Identifier(
        details.required(ORGANIZATION_SYSTEM), details.required(ORGANIZATION_VALUE));
  }

  /** The organisation's name; empty when not sent. */
  public Optional<String> name() {
    return details.get(ORGANIZATION_NAME);
  }

  @Override
  public String toString() {
    return "LaunchOrganization[" + details.presence("organization.") + "]";
  }
}
