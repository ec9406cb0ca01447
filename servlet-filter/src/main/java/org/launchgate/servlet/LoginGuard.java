package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Where a log-in is required: who may pass, and what the others are told. */
final class LoginGuard {
  private final boolean loginRequired;
  private final PathPatterns publicPaths;
  private final Optional<String> loginPath;
  private final RefusalAnswer refusals;
  private final RelaunchCookie relaunch;
  private final DeepLinks links;

  LoginGuard(
      boolean loginRequired,
      PathPatterns publicPaths,
      Optional<String> loginPath,
      RefusalAnswer refusals,
      RelaunchCookie relaunch,
      DeepLinks links) {
    this.relaunch = relaunch;
    this.links = links;
    this.loginRequired = loginRequired;
    this.publicPaths = publicPaths;
    this.loginPath = loginPath;
    this.refusals = refusals;
  }

  /** Whether this request, which has its launch already, may reach the application. */
  boolean admits(HttpServletRequest bound, String path) {
    return !loginRequired || bound.getUserPrincipal() != null || isPublic(path);
  }

  /** Whether that path is open to everybody. */
  boolean isPublic(String path) {
    return publicPaths.contain(path) || loginPath.filter(path::equals).isPresent();
  }

  void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Launch");
    links.remember(request, response);
    refusals.send(
        request, response, RefusalResponse.loginRequired().leadingTo(relaunch.url(request)), null);
  }
}
