package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cookies that bind tickets to the browser that gets them. They go the way of the session's
 * cookie: where that one travels in a frame of another site, so do these.
 */
final class TicketCookies {
  /** Stands in an address to which a cookie belongs. */
  static final String MARK = "launch_cookie=set";

  private final ServletContext context;
  private final String path;

  /** Once seen: a server may add the attribute itself, which shows in no configuration. */
  private volatile boolean seenStrict;

  TicketCookies(ServletContext context, String path) {
    this.context = context;
    this.path = path;
  }

  /** The value of a ticket's cookie; empty without one. */
  static Optional<String> binding(HttpServletRequest request, LaunchTicket ticket) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(ticket.cookieName()))
        .map(Cookie::getValue)
        .findFirst();
  }

  /**
   * Whether a browser that was given a cookie has come without any. That is all that it says: of
   * the ticket nothing.
   */
  static boolean areBlocked(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getCookies() == null
        && Arrays.asList(String.valueOf(request.getQueryString()).split("&")).contains(MARK);
  }

  /**
   * Gives the browser a ticket's cookie.
   *
   * @return whether the browser keeps it to itself when the next request comes from another site
   */
  boolean set(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchTickets.Parked parked,
      Duration lifetime) {
    Cookie cookie = cookie(request, parked.ticket(), parked.binding());
    cookie.setMaxAge(Math.toIntExact(lifetime.toSeconds()));
    response.addCookie(cookie);
    watch(response, cookie.getName());
    return isSessionStrict();
  }

  /** Takes the cookie of a ticket that is used back. */
  void clear(HttpServletRequest request, HttpServletResponse response, LaunchTicket ticket) {
    Cookie cookie = cookie(request, ticket, "");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  private Cookie cookie(HttpServletRequest request, LaunchTicket ticket, String value) {
    return SessionLikeCookie.of(context, request, ticket.cookieName(), value, path);
  }

  /**
   * Whether this application's session cookie is kept from requests that come from elsewhere: as it
   * is configured, or as the server was seen to set it.
   */
  boolean isSessionStrict() {
    return seenStrict
        || "strict".equalsIgnoreCase(context.getSessionCookieConfig().getAttribute("SameSite"));
  }

  /** Looks at the session's cookie, if that answer gives it. */
  void watch(HttpServletResponse response) {
    String name = context.getSessionCookieConfig().getName();
    watch(response, name == null ? "JSESSIONID" : name);
  }

  private void watch(HttpServletResponse response, String name) {
    if (response.getHeaders("Set-Cookie").stream()
        .filter(header -> header.startsWith(name + "="))
        .anyMatch(header -> header.toLowerCase(Locale.ROOT).contains("samesite=strict"))) {
      seenStrict = true;
    }
  }
}
