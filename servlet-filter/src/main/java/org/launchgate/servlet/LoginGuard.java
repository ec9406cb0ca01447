package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Where a log-in is required: who may pass, and what the others are told. */
final class LoginGuard {
  private final boolean loginRequired;
  private final PublicPaths publicPaths;
  private final RefusalAnswer refusals;

  LoginGuard(boolean loginRequired, PublicPaths publicPaths, RefusalAnswer refusals) {
    this.loginRequired = loginRequired;
    this.publicPaths = publicPaths;
    this.refusals = refusals;
  }

  /** Whether this request, which has its launch already, may reach the application. */
  boolean admits(HttpServletRequest bound, String path) {
    return !loginRequired || bound.getUserPrincipal() != null || publicPaths.contain(path);
  }

  void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", "Launch");
    refusals.send(request, response, RefusalResponse.loginRequired(), null);
  }
}
