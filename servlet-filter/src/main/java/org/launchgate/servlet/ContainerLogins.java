package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the session a new id when somebody is logged in there who did not launch: by {@code
 * request.login()}, or by another authentication mechanism. Some servers leave that to the
 * application, and {@link TomcatSessionIds} has another one do so. Thread-safe.
 */
final class ContainerLogins {
  /** For whom a session has its id. */
  static final String KNOWN = "org.launchgate.servlet.ContainerLogins";

  /** Of requests at once, one changes the id. */
  private final Lock renewing = new ReentrantLock();

  /** A request whose {@code login} leads to a new id at once. */
  private final class Login extends HttpServletRequestWrapper {
    Login(HttpServletRequest request) {
      super(request);
    }

    @Override
    public void login(String username, String password) throws ServletException {
      super.login(username, password);
      renew(this, username, true);
    }
  }

  /** The request as whoever did not launch shall have it. */
  HttpServletRequest around(HttpServletRequest request) {
    return request instanceof Login
            || (request instanceof HttpServletRequestWrapper wrapper
                && wrapper.isWrapperFor(Login.class))
        ? request
        : new Login(request);
  }

  /** Changes the id of the request's session if it was not changed for its user's log-in yet. */
  void renew(HttpServletRequest request) {
    if (request.getDispatcherType() == DispatcherType.REQUEST) {
      renew(request, LaunchRequest.otherUser(request).map(Principal::getName).orElse(null), false);
    }
  }

  private void renew(HttpServletRequest request, @Nullable String user, boolean anew) {
    HttpSession session = request.getSession(false);
    if (session == null) {
      return;
    }
    try {
      if (anew || !Objects.equals(user, session.getAttribute(KNOWN))) {
        renewAlone(request, session, user, anew);
      }
    } catch (IllegalStateException e) {
      // ended in the meantime, and so has the log-in
    }
  }

  private void renewAlone(
      HttpServletRequest request, HttpSession session, @Nullable String user, boolean anew) {
    renewing.lock();
    try {
      if (user == null) {
        session.removeAttribute(KNOWN); // the next log-in is another one
      } else if (anew || !user.equals(session.getAttribute(KNOWN))) {
        session.setAttribute(KNOWN, user);
        request.changeSessionId();
      }
    } finally {
      renewing.unlock();
    }
  }
}
