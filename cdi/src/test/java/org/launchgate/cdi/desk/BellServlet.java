package org.launchgate.cdi.desk;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says what was heard. */
@WebServlet("/bell")
public class BellServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private Bell bell;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      bell.heard(
              request.getParameter("kind"),
              request.getParameter("with"),
              Integer.parseInt(request.getParameter("count")))
          .forEach(response.getWriter()::println);
    } catch (InterruptedException e) {
      throw new ServletException(e);
    }
  }
}
