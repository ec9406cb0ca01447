package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Whether a launch may come by the way it came: https, or plain http from this machine itself.
 *
 * <p>Behind a proxy on the same machine every request comes from a loopback address, so that
 * address counts only where nothing shows that the request was passed on.
 */
record Transport(boolean allowHttp) {
  private static final List<String> PASSED_ON =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Server",
          "X-Forwarded-Scheme",
          "X-Forwarded-Ssl",
          "X-Forwarded",
          "X-Original-Forwarded-For",
          "X-Scheme",
          "X-Real-IP",
          "X-Client-IP",
          "True-Client-IP",
          "CF-Connecting-IP",
          "Front-End-Https",
          "Via");

  boolean allows(HttpServletRequest request) {
    return allowHttp
        || request.isSecure()
        || (Loopback.isAddress(request.getRemoteAddr()) && isDirect(request));
  }

  private static boolean isDirect(HttpServletRequest request) {
    return PASSED_ON.stream().allMatch(name -> request.getHeader(name) == null);
  }
}
