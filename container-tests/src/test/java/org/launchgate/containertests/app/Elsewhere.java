package org.launchgate.containertests.app;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Has another servlet tell who is there: by a forward, an include or an asynchronous dispatch. */
@WebServlet(value = "/by/*", asyncSupported = true)
public final class Elsewhere extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher("/whoami").forward(request, response);
      case "/include" -> request.getRequestDispatcher("/whoami").include(request, response);
      case "/async" -> request.startAsync(request, response).dispatch("/whoami");
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
