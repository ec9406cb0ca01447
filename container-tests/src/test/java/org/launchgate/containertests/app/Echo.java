package org.launchgate.containertests.app;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;

/**
 * Gives a body back as the application reads it: its bytes, their number, its text, or a field of a
 * form.
 */
@WebServlet("/echo/*")
public final class Echo extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (request.getPathInfo()) {
      case "/bytes" -> {
        response.setContentType("application/octet-stream");
        request.getInputStream().transferTo(response.getOutputStream());
      }
      case "/length" -> {
        byte[] body = request.getInputStream().readAllBytes();
        writer(response).write(Arrays.hashCode(body) + " of " + body.length);
      }
      case "/text" -> {
        request.setCharacterEncoding("UTF-8");
        request.getReader().transferTo(writer(response));
      }
      case "/field" -> {
        request.setCharacterEncoding("UTF-8");
        writer(response).write(String.valueOf(request.getParameter("field")));
      }
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static Writer writer(HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    return response.getWriter();
  }
}
