package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.launchgate.LaunchPrincipal;

/**
 * Gives a request the user of its session and the patient of its window. A request's patient is
 * that of the window that it names, or of the only window that there ever was; where that is not
 * certain there is none, never the last one.
 *
 * <p>Where the container has a user of its own who is not the launch's, that request shows nothing
 * of the launch: one user's name never stands beside what another one launched.
 */
final class LaunchBinder {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final LaunchSessions sessions;
  private final LaunchExit exit;
  private final LaunchLog log;
  private final boolean readsForms;

  /**
   * Binds requests.
   *
   * @param readsForms whether a form of a session with a launch is read for the window that it
   *     names
   */
  LaunchBinder(LaunchSessions sessions, LaunchExit exit, LaunchLog log, boolean readsForms) {
    this.sessions = sessions;
    this.exit = exit;
    this.log = log;
    this.readsForms = readsForms;
  }

  /**
   * A request as the application shall see it.
   *
   * @param request the request
   * @param response its response
   * @param standing whether it may go on
   */
  record Bound(HttpServletRequest request, HttpServletResponse response, Standing standing) {}

  /** The request as the application shall see it, in whatever dispatch. */
  Bound bind(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<RequestLaunch> fixed = RequestLaunch.of(request);
    if (fixed.isPresent()) {
      return show(request, response, fixed.get(), Standing.FIT);
    }
    LaunchSession session = sessions.current(request).orElse(null);
    if (session != null && sessions.isOver(session)) {
      exit.expire(request);
      session = null;
    }
    Optional<String> named = WindowName.of(request);
    if (session == null) {
      Standing standing = named.isPresent() ? Standing.ENDED : Standing.FIT;
      return show(request, response, RequestLaunch.fixNone(request), standing);
    }
    return bind(request, response, session, named.isPresent() ? named : namedInForm(request));
  }

  /** Only where it matters, so that every other body is the application's alone. */
  private Optional<String> namedInForm(HttpServletRequest request) throws IOException {
    if (readsForms && request.getDispatcherType() == DispatcherType.REQUEST) {
      FormBody.read(request);
    }
    return WindowName.of(request);
  }

  private Bound bind(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchSession session,
      Optional<String> named) {
    if (isOther(LaunchRequest.otherUser(request), session.principal())) {
      if (sessions.isFirstConflict(request)) {
        log.otherUser();
      }
      Standing standing = named.isPresent() ? Standing.STALE : Standing.FIT;
      return show(request, response, RequestLaunch.fixNone(request), standing);
    }
    Optional<LaunchWindow> window =
        named.isPresent() ? named.flatMap(session::window) : session.only();
    window.ifPresent(sessions::use);
    RequestLaunch launch =
        window.isPresent()
            ? RequestLaunch.fix(request, session, window.get())
            : RequestLaunch.fixUser(request, session);
    return show(request, response, launch, standing(request, named, window));
  }

  private Standing standing(
      HttpServletRequest request, Optional<String> named, Optional<LaunchWindow> window) {
    if (named.isPresent()) {
      return window.isPresent() ? Standing.FIT : Standing.STALE;
    }
    return sessions.mode() == WindowMode.STRICT && !SAFE.contains(request.getMethod())
        ? Standing.UNNAMED
        : Standing.FIT;
  }

  private Bound show(
      HttpServletRequest request,
      HttpServletResponse response,
      RequestLaunch launch,
      Standing standing) {
    HttpServletRequest whole = FormRequest.around(request);
    HttpServletRequest shown =
        launch.user().isPresent() && !LaunchRequest.isIn(request)
            ? new LaunchRequest(whole, launch, exit)
            : whole;
    HttpServletResponse naming =
        launch.window().isPresent() && !isNaming(response)
            ? new LaunchResponse(response, request, launch.window().get())
            : response;
    return new Bound(shown, naming, standing);
  }

  private static boolean isNaming(ServletResponse response) {
    return response instanceof LaunchResponse
        || (response instanceof ServletResponseWrapper wrapper
            && wrapper.isWrapperFor(LaunchResponse.class));
  }

  /** Whether the container's user is there and is somebody else than the launch's. */
  static boolean isOther(Optional<Principal> user, LaunchPrincipal launch) {
    return user.isPresent() && !launch.getName().equals(user.get().getName());
  }
}
