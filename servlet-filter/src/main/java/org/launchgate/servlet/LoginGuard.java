package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a log-in is required: who may pass, and what the others are told. */
final class LoginGuard {
  private final boolean loginRequired;
  private final PathPatterns publicPaths;
  private final RefusalAnswer refusals;
  private final RelaunchCookie relaunch;
  private final DeepLinks links;

  LoginGuard(
      boolean loginRequired,
      PathPatterns publicPaths,
      RefusalAnswer refusals,
      RelaunchCookie relaunch,
      DeepLinks links) {
    this.relaunch = relaunch;
    this.links = links;
    this.loginRequired = loginRequired;
    this.publicPaths = publicPaths;
    this.refusals = refusals;
  }

  /** Whether this request, which has its launch already, may reach the application. */
  boolean admits(HttpServletRequest bound, String path) {
    return !loginRequired || bound.getUserPrincipal() != null || publicPaths.contain(path);
  }

  /** Whether that path is open to everybody. */
  boolean isPublic(String path) {
    return publicPaths.contain(path);
  }

  void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Launch");
    links.remember(request, response);
    refusals.send(
        request, response, RefusalResponse.loginRequired().leadingTo(relaunch.url(request)), null);
  }
}
