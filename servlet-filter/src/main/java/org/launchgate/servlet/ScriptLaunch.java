package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Whether a launch was posted by a script, which gets an address instead of being led on. */
final class ScriptLaunch {
  private ScriptLaunch() {}

  /** A browser posts nothing but forms, and does not ask for JSON. */
  static boolean is(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && (HttpAnswer.prefersJson(request)
            || LaunchMediaType.of(request.getHeader("Content-Type"))
                .filter(type -> type != LaunchMediaType.FORM)
                .isPresent());
  }

  /** The origin of the page that the script or form stands in; empty where nobody says so. */
  static Optional<String> origin(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Origin"));
  }
}
