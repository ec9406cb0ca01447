package org.launchgate.security.wards;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who may enter the ward. */
@WebServlet("/ward")
public class WardServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private Ward ward;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().println("ward=" + ward.enter());
  }
}
