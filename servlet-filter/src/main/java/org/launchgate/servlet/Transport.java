package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;

/**
 * Whether a launch may come by the way it came: https, or plain http from this machine itself.
 *
 * <p>Behind a proxy on the same machine every request comes from a loopback address, so that
 * address counts only where nothing shows that the request was passed on.
 */
record Transport(boolean allowHttp) {
  /** How the names of headers begin by which proxies tell what they passed on, and whole ones. */
  private static final List<String> PASSED_ON =
      List.of(
          "forwarded",
          "x-forwarded",
          "x-original-",
          "x-envoy-",
          "x-scheme",
          "x-url-scheme",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "true-client-ip",
          "fastly-client-ip",
          "cf-",
          "front-end-https",
          "via");

  boolean allows(HttpServletRequest request) {
    return allowHttp
        || request.isSecure()
        || (Loopback.isAddress(request.getRemoteAddr()) && isDirect(request));
  }

  private static boolean isDirect(HttpServletRequest request) {
    Enumeration<String> names = request.getHeaderNames();
    return names != null && Collections.list(names).stream().noneMatch(Transport::isOfAProxy);
  }

  private static boolean isOfAProxy(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return PASSED_ON.stream().anyMatch(name::startsWith);
  }
}
