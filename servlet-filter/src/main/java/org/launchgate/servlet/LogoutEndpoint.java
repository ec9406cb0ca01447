package org.launchgate.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/**
 * Ends launch, session and the container's own log-in. By POST only, and not for a page of another
 * origin: a form elsewhere must not log anybody out.
 */
final class LogoutEndpoint {
  private final RefusalAnswer refusals;
  private final PageAnswer pages;
  private final References references;
  private final LaunchExit exit;
  private final LaunchLog log;

  LogoutEndpoint(
      RefusalAnswer refusals,
      PageAnswer pages,
      References references,
      LaunchExit exit,
      LaunchLog log) {
    this.refusals = refusals;
    this.pages = pages;
    this.references = references;
    this.exit = exit;
    this.log = log;
  }

  void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    HttpAnswer.guard(response);
    if (!request.getMethod().equals("POST")) {
      HttpAnswer.notAllowed(response, "POST");
    } else if (isFromElsewhere(request)) {
      String reference = references.next();
      log.logoutRefused(reference, request.getRemoteAddr());
      refusals.send(request, response, RefusalResponse.logoutDenied(), reference);
    } else {
      end(request);
      confirm(request, response);
    }
  }

  /** Browsers that do not say where a request comes from are trusted to keep SameSite cookies. */
  static boolean isFromElsewhere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !site.equals("same-origin") && !site.equals("none");
  }

  private void end(HttpServletRequest request) throws ServletException {
    HttpSession session = request.getSession(false);
    try {
      request.logout();
    } finally {
      // A launch is still there where the container has another user than it.
      exit.end(request, session, exit.take(session));
    }
  }

  private void confirm(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (HttpAnswer.prefersJson(request)) {
      HttpAnswer.empty(response, HttpServletResponse.SC_NO_CONTENT);
    } else {
      pages.show(request, response, Page.of(PageMessage.LOGGED_OUT, HttpServletResponse.SC_OK));
    }
  }
}
