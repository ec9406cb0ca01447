package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchPrincipal;

/** A request of the user who launched. After {@link #logout()} it answers as the container does. */
final class LaunchRequest extends HttpServletRequestWrapper {
  private static final String AUTH_TYPE = "LAUNCH";
  private static final String ANY_USER = "**";

  private final RequestLaunch launch;
  private final LaunchExit exit;

  LaunchRequest(HttpServletRequest request, RequestLaunch launch, LaunchExit exit) {
    super(request);
    this.launch = launch;
    this.exit = exit;
  }

  /** Whether a request is one of these, or is wrapped around one. */
  static boolean isIn(ServletRequest request) {
    return request instanceof LaunchRequest
        || (request instanceof ServletRequestWrapper wrapper
            && wrapper.isWrapperFor(LaunchRequest.class));
  }

  /** The user whom the container itself, or a filter before ours, has authenticated. */
  static @Nullable Principal containerUser(HttpServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper && isIn(inner)) {
      inner = wrapper.getRequest();
    }
    return inner instanceof HttpServletRequest http ? http.getUserPrincipal() : null;
  }

  /**
   * The same, but for who launched: that a container still knows of a launch's user says nothing of
   * who is there now.
   */
  static Optional<Principal> otherUser(HttpServletRequest request) {
    return Optional.ofNullable(containerUser(request))
        .filter(user -> !(user instanceof LaunchPrincipal));
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    Optional<LaunchPrincipal> user = user();
    return user.isPresent() ? user.get() : super.getUserPrincipal();
  }

  @Override
  public @Nullable String getRemoteUser() {
    return user().map(LaunchPrincipal::getName).orElseGet(super::getRemoteUser);
  }

  @Override
  public boolean isUserInRole(@Nullable String role) {
    if (role == null || role.equals("*")) {
      return false;
    }
    if (isLaunched() && !isKnownToTheContainer()) {
      return isLaunchedInRole(role);
    }
    return super.isUserInRole(role) || (isLaunched() && isAsync() && isLaunchedInRole(role));
  }

  private boolean isLaunchedInRole(String role) {
    return role.equals(ANY_USER) || launch.roles().contains(role);
  }

  /** Where GlassFish still knows the user, and no role of theirs. */
  private boolean isAsync() {
    return getDispatcherType() == DispatcherType.ASYNC;
  }

  /**
   * Whether a module of ours has told the container of the user of this very request: it maps roles
   * itself then. Those of a user whom it only remembers may be another window's.
   */
  private boolean isKnownToTheContainer() {
    return LaunchAuthenticator.hasLookedAt(this)
        && containerUser(this) instanceof LaunchPrincipal known
        && user().filter(known::equals).isPresent();
  }

  @Override
  public @Nullable String getAuthType() {
    return isLaunched() ? AUTH_TYPE : super.getAuthType();
  }

  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    return isLaunched() || super.authenticate(response);
  }

  @Override
  public void login(String username, String password) throws ServletException {
    if (isLaunched()) {
      throw new ServletException("a user is logged in already, by a launch: log out first");
    }
    super.login(username, password);
  }

  /** Ends launch and session; the container's own log-out runs, too, if it has a user. */
  @Override
  public void logout() throws ServletException {
    HttpSession session = super.getSession(false);
    boolean knownToTheContainer = containerUser(this) != null;
    launch.forget(this);
    Optional<LaunchSession> taken = exit.take(session);
    try {
      // Jetty fails to log out whom it has not logged in.
      if (knownToTheContainer) {
        super.logout();
      }
    } finally {
      exit.end(this, session, taken);
    }
  }

  private boolean isLaunched() {
    return user().isPresent();
  }

  private Optional<LaunchPrincipal> user() {
    return launch.user();
  }
}
