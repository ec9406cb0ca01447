package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * What a {@link LaunchHandler} is handed. Immutable but for the request, which is the container's
 * and for the calling thread alone; {@link #toString()} shows nothing personal.
 */
public final class LaunchHandling {
  private final HttpServletRequest request;
  private final LaunchContext context;
  private final Account account;
  private final String reference;

  LaunchHandling(
      HttpServletRequest request, LaunchContext context, Account account, String reference) {
    this.request = new TokenlessRequest(request);
    this.context = context;
    this.account = account;
    this.reference = reference;
  }

  /**
   * The request that brought the launch in, or its ticket, without query, parameters and body. Its
   * session is still the one of before, which may be another user's: keep nothing there, but hand
   * it on by {@link HandlerDecision.Proceed#with}.
   */
  public HttpServletRequest request() {
    return request;
  }

  /** The launch: user, organisation, patient in focus. */
  public LaunchContext context() {
    return context;
  }

  /** Who is going to be logged in. */
  public LaunchPrincipal principal() {
    return account.principal(context);
  }

  /** The account of the application, as its resolver named it; empty without a resolver. */
  public Optional<String> account() {
    return Optional.ofNullable(account.name());
  }

  /** The roles that the user is going to have in this launch's window. */
  public Set<String> roles() {
    return account.roles(context);
  }

  /** What connects the log, the audit and the page of this launch, for a log of one's own. */
  public String reference() {
    return reference;
  }

  @Override
  public String toString() {
    return "LaunchHandling[" + reference + "]";
  }
}
