package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/** Who is logged in at the container itself, or by a filter before ours. */
final class LoginOfContainer implements ApplicationLogin {
  @Override
  public Optional<String> account(HttpServletRequest request) {
    return LaunchRequest.otherUser(request).map(Principal::getName);
  }
}
