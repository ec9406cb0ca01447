package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Turns away what is not certain to be about the patient that its user sees. */
final class WindowGuard {
  /** Tells a script of ours from the application's own answers of the same status. */
  static final String HEADER = "Launch-State";

  /** Of a window that the session does not have. */
  static final String STALE = "stale";

  /** Of a session that is over. */
  static final String ENDED = "ended";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final PathPatterns contextRequired;
  private final RefusalAnswer refusals;
  private final PageAnswer pages;
  private final RelaunchCookie relaunch;

  WindowGuard(
      PathPatterns contextRequired,
      RefusalAnswer refusals,
      PageAnswer pages,
      RelaunchCookie relaunch) {
    this.contextRequired = contextRequired;
    this.refusals = refusals;
    this.pages = pages;
    this.relaunch = relaunch;
  }

  /** Whether a request that stands well still lacks the patient that its path is about. */
  boolean lacksContext(HttpServletRequest bound, String path) {
    RequestLaunch launch = RequestLaunch.of(bound).orElse(null);
    return launch != null
        && launch.user().isPresent()
        && launch.window().isEmpty()
        && contextRequired.mayCover(path);
  }

  /** Says that the window's patient is no longer in focus. */
  void stale(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HEADER, STALE);
    refusals.send(
        request, response, RefusalResponse.staleWindow().leadingTo(relaunch.url(request)), null);
  }

  /** Says that a request which changes something has to name its window. */
  void unnamed(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HEADER, "unnamed");
    refusals.send(request, response, RefusalResponse.unnamedWindow(), null);
  }

  /** Says that the session is over, and where to start again. */
  void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HEADER, ENDED);
    response.setHeader("WWW-Authenticate", "Launch");
    refusals.send(
        request, response, RefusalResponse.sessionEnded().leadingTo(relaunch.url(request)), null);
  }

  /** Lets the user choose among the patients that are open. */
  void choose(HttpServletRequest bound, HttpServletResponse response, String path)
      throws IOException {
    RequestLaunch launch = RequestLaunch.of(bound).orElseThrow();
    response.setHeader(HEADER, "choose");
    if (HttpAnswer.isForScript(bound)
        || !READING.contains(bound.getMethod())
        || launch.windows().isEmpty()) {
      refusals.send(bound, response, RefusalResponse.noWindow(), null);
      return;
    }
    String query = bound.getQueryString();
    String here = bound.getRequestURI() + (query == null ? "" : "?" + query);
    pages.show(bound, response, ChoicePage.of(launch.windows(), here));
  }
}
