package org.launchgate.containertests.app.handler;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logs in whoever shows a badge, as an assistant, and knows them by a cookie from then on. It is
 * kept apart from the session, so that a log-out which ends the session alone does not end it. On
 * each request that it is asked about it leaves a header.
 */
@Staff
@ApplicationScoped
public class Badges implements HttpAuthenticationMechanism {
  private static final String COOKIE = "badge";
  private static final String SCHEME = "Badge ";

  private final Map<String, String> shown = new ConcurrentHashMap<>();

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    response.setHeader("Asked", "badges");
    Optional<String> user =
        badge(request)
            .map(name -> remember(name, response))
            .or(() -> cookies(request).map(shown::get).flatMap(Stream::ofNullable).findFirst());
    if (user.isPresent()) {
      return message.notifyContainerAboutLogin(user.get(), Set.of("assistant"));
    }
    if (message.isProtected() || message.isAuthenticationRequest()) {
      response.setHeader("WWW-Authenticate", "Badge");
      return message.responseUnauthorized();
    }
    return message.doNothing();
  }

  private static Optional<String> badge(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.startsWith(SCHEME))
        .map(header -> header.substring(SCHEME.length()));
  }

  private String remember(String name, HttpServletResponse response) {
    String value = UUID.randomUUID().toString();
    shown.put(value, name);
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath("/");
    response.addCookie(cookie);
    return name;
  }

  private static Stream<String> cookies(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? Stream.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> COOKIE.equals(cookie.getName()))
            .map(Cookie::getValue);
  }

  @Override
  public void cleanSubject(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext message) {
    cookies(request).forEach(shown::remove);
    message.cleanClientSubject();
  }
}
