package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchPrincipal;

/**
 * Gives a request the launch of its session.
 *
 * <p>Where the container has a user of its own who is not the launch's, that request shows nothing
 * of the launch: one user's name never stands beside what another one launched.
 */
final class LaunchBinder {
  private final LaunchSessions sessions;
  private final LaunchExit exit;
  private final LaunchLog log;

  LaunchBinder(LaunchSessions sessions, LaunchExit exit, LaunchLog log) {
    this.sessions = sessions;
    this.exit = exit;
    this.log = log;
  }

  /** The request as the application shall see it. */
  HttpServletRequest bind(HttpServletRequest request) {
    if (LaunchRequest.isIn(request)) {
      return request;
    }
    RequestLaunch launch = RequestLaunch.of(request).orElseGet(() -> fix(request));
    return launch.context().isPresent() ? new LaunchRequest(request, launch, exit) : request;
  }

  private RequestLaunch fix(HttpServletRequest request) {
    Optional<LaunchSession> session = sessions.current(request);
    if (session.isEmpty()) {
      return RequestLaunch.fixNone(request);
    }
    if (isOther(LaunchRequest.containerUser(request), session.get().principal())) {
      if (sessions.isFirstConflict(request)) {
        log.otherUser();
      }
      return RequestLaunch.fixNone(request);
    }
    return RequestLaunch.fix(request, session.get().context());
  }

  /** Whether the container's user is there and is somebody else than the launch's. */
  static boolean isOther(@Nullable Principal user, LaunchPrincipal launch) {
    return user != null && !launch.getName().equals(user.getName());
  }
}
