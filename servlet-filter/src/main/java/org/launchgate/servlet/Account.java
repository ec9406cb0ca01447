package org.launchgate.servlet;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * Whom the application takes a launch's user for.
 *
 * @param name the account; null where the token's user is the account
 * @param roles the account's own; null where those of the launch's partner hold
 */
record Account(@Nullable String name, @Nullable Set<String> roles) {
  /** The token's user, with the roles of the partner. */
  static final Account OF_THE_TOKEN = new Account(null, null);

  Account {
    roles = roles == null ? null : Set.copyOf(roles);
  }

  LaunchPrincipal principal(LaunchContext context) {
    return name == null ? context.principal() : context.principal().withAccount(name);
  }

  Set<String> roles(LaunchContext context) {
    return roles == null ? context.roles() : roles;
  }

  /** An account's name may be personal. */
  @Override
  public String toString() {
    return "Account";
  }
}
