package org.launchgate.security.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What an application asks of a request itself: to have a user, one of the container's own, or none
 * any more.
 */
@WebServlet({"/doors/in", "/doors/login", "/doors/out"})
public class Doors extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (request.getServletPath().endsWith("/in")) {
      boolean in = request.authenticate(response);
      if (!response.isCommitted()) {
        response.getWriter().println("in=" + (in && request.getUserPrincipal() != null));
      }
    } else if (request.getServletPath().endsWith("/login")) {
      request.login("janssen", "secret");
      response.getWriter().println("user=" + request.getUserPrincipal().getName());
    } else {
      request.logout();
      response.getWriter().println("user=" + request.getUserPrincipal());
    }
  }
}
