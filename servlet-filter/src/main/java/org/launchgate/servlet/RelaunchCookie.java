package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.launchgate.spi.Partner;

/**
 * Remembers in the browser which partner somebody came from last, so that the page after the
 * session's end can lead them back there. It proves nothing and is asked for nothing else.
 */
final class RelaunchCookie {
  private static final String NAME = "launch-from";

  private final ServletContext context;
  private final String path;
  private final KnownPartners partners;

  RelaunchCookie(ServletContext context, String contextPath, KnownPartners partners) {
    this.context = context;
    this.path = contextPath.isEmpty() ? "/" : contextPath;
    this.partners = partners;
  }

  /** Remembers a partner that has such an address. */
  void remember(HttpServletRequest request, HttpServletResponse response, String partner) {
    if (partners.find(partner).flatMap(Partner::relaunchUrl).isEmpty()) {
      return;
    }
    response.addCookie(SessionLikeCookie.of(context, request, NAME, partner, path));
  }

  /** Where the user of this browser starts again; empty where nobody knows. */
  Optional<String> url(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst()
        .flatMap(partners::find)
        .flatMap(Partner::relaunchUrl);
  }
}
