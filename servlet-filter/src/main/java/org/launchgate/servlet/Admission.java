package org.launchgate.servlet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * A verified launch that is to be let into a session.
 *
 * @param context the launch
 * @param account whom the application takes its user for
 * @param ticket the digest of the ticket that it came by; null where it came by none
 * @param target the address that it leads to, without the context path
 * @param instead the name of the user whose session may end for it, as its user has confirmed; null
 *     where nobody was asked
 * @param handed what the application gave along
 */
record Admission(
    LaunchContext context,
    Account account,
    @Nullable String ticket,
    String target,
    @Nullable String instead,
    Handed handed) {

  LaunchPrincipal principal() {
    return account.principal(context);
  }

  Set<String> roles() {
    return account.roles(context);
  }

  /** What the window remembers of it. */
  List<String> marks() {
    String launch = context.launchId().value();
    return ticket == null ? List.of(launch) : List.of(launch, ticket);
  }

  /** Users' names may be personal. */
  @Override
  public String toString() {
    return "Admission[" + context + "]";
  }
}
