package org.launchgate.containertests.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** How often the application was reached, also where nobody was sent what it wrote. */
public final class Runs extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static void count(ServletContext context) {
    counter(context).incrementAndGet();
  }

  private static synchronized AtomicInteger counter(ServletContext context) {
    if (!(context.getAttribute("runs") instanceof AtomicInteger)) {
      context.setAttribute("runs", new AtomicInteger());
    }
    return (AtomicInteger) context.getAttribute("runs");
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(counter(getServletContext()));
  }
}
