package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.launchgate.address.LocalAddress;

/**
 * Remembers in the browser which page its user asked for and was sent away from for want of a
 * launch, so that the next launch can lead there.
 *
 * <p>The cookie is a wish and no proof, and nobody signs it: whoever can plant one can as well make
 * the user follow a link. It leads to an address of this application that the user could have
 * typed, and to none of the filter's own.
 */
final class DeepLinks {
  static final String NAME = "launch-link";

  /** Time to go to one's own system, log in there and launch. */
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  /** Of longer ones the cookie would grow beyond what servers take as headers. */
  private static final int MAX_LENGTH = 1000;

  private final ServletContext context;
  private final String cookiePath;
  private final OwnPaths own;
  private final boolean on;

  DeepLinks(ServletContext context, OwnPaths own, boolean on) {
    this.context = context;
    this.cookiePath = context.getContextPath().isEmpty() ? "/" : context.getContextPath();
    this.own = own;
    this.on = on;
  }

  /** Remembers the page that a request asks for, if a user opens it from outside. */
  void remember(HttpServletRequest request, HttpServletResponse response) {
    if (on && Navigation.isFromOutside(request)) {
      address(request).ifPresent(address -> set(request, response, encoded(address), LIFETIME));
    }
  }

  /** The page that the user of this browser asked for. */
  Optional<LocalAddress> find(HttpServletRequest request) {
    return on ? value(request).flatMap(DeepLinks::decoded).flatMap(this::fit) : Optional.empty();
  }

  /** Takes back what is remembered: it is used once. */
  void forget(HttpServletRequest request, HttpServletResponse response) {
    if (value(request).isPresent()) {
      set(request, response, "", Duration.ZERO);
    }
  }

  private void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration lifetime) {
    Cookie cookie = SessionLikeCookie.of(context, request, NAME, value, cookiePath);
    cookie.setMaxAge(Math.toIntExact(lifetime.toSeconds()));
    response.addCookie(cookie);
  }

  private static Optional<String> value(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .findFirst();
  }

  /** As the container understands the request, not as the client wrote it. */
  private Optional<LocalAddress> address(HttpServletRequest request) {
    try {
      String path = new URI(null, null, RequestPath.of(request), null).toASCIIString();
      String query = request.getQueryString();
      return fit(query == null ? path : path + "?" + query);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalAddress> fit(String text) {
    return text.length() > MAX_LENGTH
        ? Optional.empty()
        : LocalAddress.of(text).filter(this::isDeep).filter(address -> !own.cover(address));
  }

  /** Whether it names more than the application, one reading of it, and no window. */
  private boolean isDeep(LocalAddress address) {
    return !address.text().equals("/")
        && address.path().indexOf(';') < 0
        && Arrays.stream(address.query().orElse("").split("&"))
            .map(parameter -> parameter.split("=", 2)[0])
            .noneMatch(name -> decodedName(name).equals(WindowName.PARAMETER));
  }

  private static String decodedName(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }

  private static String encoded(LocalAddress address) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(address.text().getBytes(StandardCharsets.US_ASCII));
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(
          new String(Base64.getUrlDecoder().decode(value), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
