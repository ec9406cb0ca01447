package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie by which a browser comes back to its launch after a log-in, whatever becomes of the
 * session there. It goes the way of the session's cookie.
 */
final class LinkCookie {
  static final String NAME = "launch-visit";

  private final ServletContext context;
  private final String path;

  LinkCookie(ServletContext context, String contextPath) {
    this.context = context;
    this.path = contextPath.isEmpty() ? "/" : contextPath;
  }

  /** What this browser holds; empty for nothing. */
  static Optional<LinkTicket> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst()
        .flatMap(LinkTicket::parse);
  }

  void set(
      HttpServletRequest request,
      HttpServletResponse response,
      LinkTicket ticket,
      Duration lifetime) {
    add(request, response, ticket.cookie(), Math.max(1, Math.toIntExact(lifetime.toSeconds())));
  }

  void clear(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", 0);
  }

  private void add(
      HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
    Cookie cookie = SessionLikeCookie.of(context, request, NAME, value, path);
    cookie.setMaxAge(seconds);
    response.addCookie(cookie);
  }
}
