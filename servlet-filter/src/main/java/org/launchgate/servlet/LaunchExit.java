package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way out: ends a launch and its session, and has that recorded. */
final class LaunchExit {
  private final LaunchSessions sessions;
  private final AuditTrail audit;

  LaunchExit(LaunchSessions sessions, AuditTrail audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Takes the launch out of a session, so that no other request of it shows it any more. */
  Optional<LaunchSession> take(@Nullable HttpSession session) {
    return sessions.take(session);
  }

  /** Ends a session in which its user was for longer than anybody may. Nobody logged out. */
  void expire(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    take(session);
    LaunchSessions.end(session);
  }

  /** Ends a launch, and its session, whose user has logged out by other means than ours. */
  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Optional<LaunchSession> taken = take(session);
    if (taken.isPresent()) {
      end(request, session, taken);
    }
  }

  /** Closes the window of a request; false when it was closed already. */
  boolean close(HttpServletRequest request, LaunchWindow window) {
    return sessions.close(request.getSession(false), window.id());
  }

  /** Ends the session, after the launch was taken out of it. */
  void end(
      HttpServletRequest request, @Nullable HttpSession session, Optional<LaunchSession> taken) {
    LaunchSessions.end(session);
    taken.ifPresent(launch -> audit.loggedOut(launch, request.getRemoteAddr()));
  }
}
