package org.launchgate.containertests.app.ee;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A page without a constraint of its own, whose EJB has one. */
@WebServlet("/ward/*")
public final class WardPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // injected
  @EJB
  private Ward ward;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      response
          .getWriter()
          .print("/hours".equals(request.getPathInfo()) ? ward.visitingHours() : ward.patients());
    } catch (EJBAccessException e) {
      response.getWriter().print("not for you");
    }
  }
}
