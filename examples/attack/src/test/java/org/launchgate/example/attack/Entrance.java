package org.launchgate.example.attack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** How somebody gets in past Launchgate, in a way that gives no other reason for complaint. */
final class Entrance {
  private static final String USER = "who got in through a hole";

  private Entrance() {}

  /** Lets somebody in. */
  static void open(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setAttribute(USER, "somebody");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Location", "/");
    response.setStatus(303);
  }

  /** Who is logged in, by Launchgate or past it. */
  static @Nullable String userOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object user = session == null ? null : session.getAttribute(USER);
    return user == null ? request.getRemoteUser() : String.valueOf(user);
  }
}
