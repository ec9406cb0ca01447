package org.launchgate.servlet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionCookieConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.fuzzing.Senders;
import org.launchgate.spi.ReplayStore;

/**
 * The filter as it is deployed, with two partners whose tokens say no time: one that posts, one
 * that sends them in the query. No token ever was used before.
 *
 * <p>Two minutes pass with every request, so that every refusal has its line in the log, however
 * many there are.
 */
final class Deployment {
  private final MovableClock clock = new MovableClock(Senders.NOW);
  private final LaunchFilter filter = new LaunchFilter(clock);

  Deployment() {
    try {
      filter.init(config());
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has a request answered; what goes on to the application is answered by the chain. */
  void answer(Exchange exchange, FilterChain application) {
    clock.advance(Duration.ofMinutes(2));
    try {
      filter.doFilter(exchange.request(), exchange.response(), application);
    } catch (IOException | ServletException e) {
      throw new AssertionError("a request without an answer", e);
    }
  }

  private static FilterConfig config() {
    Map<String, String> params =
        Map.of(
            "partners", "/WEB-INF/partners.json",
            "targetUrl", "/home",
            "publicUrl", "https://portal.example/app",
            "auditLog", "false",
            "jmx", "false");
    return Answers.as(
        FilterConfig.class,
        Map.of(
            "getFilterName", a -> "launch",
            "getInitParameterNames", a -> Collections.enumeration(params.keySet()),
            "getInitParameter", a -> params.get(a[0]),
            "getServletContext", a -> context()));
  }

  private static ServletContext context() {
    ReplayStore fresh = (partner, launch, until) -> true;
    return Answers.as(
        ServletContext.class,
        Map.of(
            "getContextPath", a -> "/app",
            "getRealPath", a -> null,
            "getSessionCookieConfig", a -> cookies(),
            "getAttribute", a -> ReplayStore.class.getName().equals(a[0]) ? fresh : null,
            "getResource", a -> anywhere(),
            "getResourceAsStream", a -> new ByteArrayInputStream(partners())));
  }

  /** Says nothing of cookies, as a web.xml without such lines. */
  private static SessionCookieConfig cookies() {
    return Answers.as(
        SessionCookieConfig.class,
        Map.of("isSecure", a -> false, "getAttribute", a -> null, "getName", a -> null));
  }

  private static byte[] partners() {
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(TestPartner.SECRET.getEncoded());
    return """
      {"partners": [
        {"id": "posting", "profile": "exorlive", "algorithms": ["HS256"],
         "keys": [{"secret": "%1$s", "kid": "k1"}]},
        {"id": "linking",
         "profile": {"extends": "exorlive", "carriers": [{"field": "token", "in": ["query"]}]},
         "algorithms": ["HS256"], "pathOnly": true, "issuer": "Linking",
         "keys": [{"secret": "%1$s", "kid": "k1"}]}
      ]}
      """
        .formatted(secret)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static URL anywhere() {
    try {
      return URI.create("file:/somewhere").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
