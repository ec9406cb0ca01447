package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchUnavailableException;

/** Who stands in an attribute of the session, as a text or a principal. */
final class LoginOfSession implements ApplicationLogin {
  private final String attribute;

  LoginOfSession(String attribute) {
    this.attribute = attribute;
  }

  @Override
  public Optional<String> account(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    @Nullable Object user = session == null ? null : value(session);
    if (user == null) {
      return Optional.empty();
    }
    if (user instanceof Principal principal) {
      return Optional.ofNullable(principal.getName());
    }
    if (user instanceof String name) {
      return Optional.of(name);
    }
    throw new LaunchUnavailableException(
        "the session attribute of the init-param loginAttribute holds a "
            + user.getClass().getName()
            + ", which is neither a String nor a java.security.Principal");
  }

  private @Nullable Object value(HttpSession session) {
    try {
      return session.getAttribute(attribute);
    } catch (IllegalStateException ended) {
      return null;
    }
  }
}
