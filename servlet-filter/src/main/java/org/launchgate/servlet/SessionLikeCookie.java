package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Makes the filter's own cookies. They go the way of the session's cookie: where that one travels
 * in a frame of another site, so do these. No script reads them.
 */
final class SessionLikeCookie {
  private static final String[] FOLLOWED = {"SameSite", "Partitioned"};

  private SessionLikeCookie() {}

  static Cookie of(
      ServletContext context, HttpServletRequest request, String name, String value, String path) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath(path);
    cookie.setHttpOnly(true);
    SessionCookieConfig session = context.getSessionCookieConfig();
    cookie.setSecure(request.isSecure() || session.isSecure());
    for (String attribute : FOLLOWED) {
      @Nullable String followed = session.getAttribute(attribute);
      if (followed != null) {
        cookie.setAttribute(attribute, followed);
      }
    }
    return cookie;
  }
}
