package org.launchgate.cdi.desk;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Goes to the desk in each way that there is. */
@WebServlet(value = "/ways/*", asyncSupported = true)
public class Ways extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private Desk desk;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getPathInfo()) {
      case "/forward" -> request.getRequestDispatcher("/desk").forward(request, response);
      case "/include" -> request.getRequestDispatcher("/desk").include(request, response);
      case "/error" -> response.sendError(HttpServletResponse.SC_GONE);
      case "/failure" -> throw new ServletException("as it is told to");
      case "/async" -> {
        // By this thread: GlassFish 7 can lose what another one asks for as this one leaves.
        request.startAsync().dispatch("/desk");
      }
      case "/held" -> {
        try {
          response.getWriter().println("held=" + desk.isHeld());
        } catch (InterruptedException e) {
          throw new ServletException(e);
        }
      }
      default -> response.getWriter().println("thread=" + onAnotherThread());
    }
  }

  private String onAnotherThread() {
    return CompletableFuture.supplyAsync(
            () -> {
              try {
                return desk.patient();
              } catch (ContextNotActiveException e) {
                return "no scope";
              }
            },
            task -> new Thread(task).start())
        .join();
  }
}
