package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request inside the application, as the container decoded and normalised it. */
final class RequestPath {
  private RequestPath() {}

  static String of(HttpServletRequest request) {
    String pathInfo = request.getPathInfo();
    return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
  }
}
