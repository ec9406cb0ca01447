package org.launchgate;

import static org.launchgate.profile.ContextField.USER_EMAIL;
import static org.launchgate.profile.ContextField.USER_FAMILY_NAME;
import static org.launchgate.profile.ContextField.USER_GIVEN_NAME;
import static org.launchgate.profile.ContextField.USER_SYSTEM;
import static org.launchgate.profile.ContextField.USER_USERNAME;
import static org.launchgate.profile.ContextField.USER_VALUE;

import java.util.Optional;

/**
 * The user who launches, as the partner's token names them. Immutable; {@link #toString()} shows
 * nothing personal.
 */
public final class LaunchUser {
  private final LaunchDetails details;

  LaunchUser(LaunchDetails details) {
    this.details = details;
  }

  /** The user's identifier; every launch has one. */
  public Identifier identifier() {
    return new Identifier(details.required(USER_SYSTEM), details.required(USER_VALUE));
  }

  /** The name under which the user logs in to the partner's system; empty when not sent. */
  public Optional<String> username() {
    return details.get(USER_USERNAME);
  }

  /** Given name; empty when not sent. */
  public Optional<String> givenName() {
    return details.get(USER_GIVEN_NAME);
  }

  /** Family name; empty when not sent. */
  public Optional<String> familyName() {
    return details.get(USER_FAMILY_NAME);
  }

  /** E-mail address; empty when not sent. Never a proof of who somebody is. */
  public Optional<String> email() {
    return details.get(USER_EMAIL);
  }

  @Override
  public String toString() {
    return "LaunchUser[" + details.presence("user.") + "]";
  }
}
