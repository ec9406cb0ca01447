package org.launchgate.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request of nobody who launched, in an application whose container asks Launchgate who is there.
 * Whoever the application logs in by the container's own users gets a new session id, also where
 * {@link TomcatSessionIds} has the container leave it alone.
 */
final class ContainerLogin extends HttpServletRequestWrapper {
  private ContainerLogin(HttpServletRequest request) {
    super(request);
  }

  static HttpServletRequest around(HttpServletRequest request) {
    return request instanceof ContainerLogin
            || (request instanceof HttpServletRequestWrapper wrapper
                && wrapper.isWrapperFor(ContainerLogin.class))
        ? request
        : new ContainerLogin(request);
  }

  @Override
  public void login(String username, String password) throws ServletException {
    super.login(username, password);
    if (getSession(false) != null) {
      changeSessionId();
    }
  }
}
