package org.launchgate.servlet;

import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPrincipal;

/**
 * The user and the window that one request shows, or that it shows none: fixed when the filter
 * first sees the request, so that a launch in another tab does not change the patient half-way
 * through.
 *
 * <p>It travels as a request attribute, which outlives the wrappers: an async or error dispatch
 * starts from the container's own request. Thread-safe.
 */
final class RequestLaunch {
  static final String ATTRIBUTE = "org.launchgate.servlet.RequestLaunch";
  static final String VIEW_ATTRIBUTE = "launchContext";

  /** All in one, so that no reader sees half of a change. */
  private record Shown(
      @Nullable LaunchPrincipal user, @Nullable LaunchWindow window, List<LaunchWindow> others) {}

  private static final Shown NOTHING = new Shown(null, null, List.of());

  private volatile Shown shown;

  private RequestLaunch(Shown shown) {
    this.shown = shown;
  }

  /** What is fixed for this request; empty when nothing is yet. */
  static Optional<RequestLaunch> of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof RequestLaunch launch
        ? Optional.of(launch)
        : Optional.empty();
  }

  /** Fixes that this request shows that window. */
  static RequestLaunch fix(ServletRequest request, LaunchSession session, LaunchWindow window) {
    request.setAttribute(VIEW_ATTRIBUTE, new LaunchView(window));
    return set(request, new Shown(session.principal(), window, session.windows()));
  }

  /** Fixes that this request shows the user, and no patient. */
  static RequestLaunch fixUser(ServletRequest request, LaunchSession session) {
    request.removeAttribute(VIEW_ATTRIBUTE);
    return set(request, new Shown(session.principal(), null, session.windows()));
  }

  /** Fixes that this request shows no launch. */
  static RequestLaunch fixNone(ServletRequest request) {
    request.removeAttribute(VIEW_ATTRIBUTE);
    return set(request, NOTHING);
  }

  private static RequestLaunch set(ServletRequest request, Shown shown) {
    RequestLaunch launch = new RequestLaunch(shown);
    request.setAttribute(ATTRIBUTE, launch);
    return launch;
  }

  /** The user who launched; empty when the request shows none, or none any more. */
  Optional<LaunchPrincipal> user() {
    return Optional.ofNullable(shown.user());
  }

  /** The window; empty when the request shows none, or none any more. */
  Optional<LaunchWindow> window() {
    return Optional.ofNullable(shown.window());
  }

  /** The launch of the window. */
  Optional<LaunchContext> context() {
    return window().map(LaunchWindow::context);
  }

  /** The roles that the user has in this window; none where there is no window. */
  Set<String> roles() {
    return window().map(LaunchWindow::roles).orElse(Set.of());
  }

  /** All windows that the session had when the request came. */
  List<LaunchWindow> windows() {
    return shown.others();
  }

  /** Shows it no more, in no later dispatch of this request either. */
  void forget(ServletRequest request) {
    shown = NOTHING;
    request.removeAttribute(VIEW_ATTRIBUTE);
  }

  /** Shows the user alone, after the window was closed. */
  void forgetWindow(ServletRequest request) {
    Shown now = shown;
    shown = new Shown(now.user(), null, List.of());
    request.removeAttribute(VIEW_ATTRIBUTE);
  }
}
