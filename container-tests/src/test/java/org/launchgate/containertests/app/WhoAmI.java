package org.launchgate.containertests.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells who is there: on a public page, on constrained ones, and after a forward or a dispatch. */
public final class WhoAmI extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Runs.count(getServletContext());
    Told.write(request, response);
  }
}
