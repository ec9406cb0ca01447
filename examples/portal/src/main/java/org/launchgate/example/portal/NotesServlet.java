package org.launchgate.example.portal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.servlet.LaunchAttributes;

/** Takes a note about the patient in focus. Which patient that is, the form's window says. */
public final class NotesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 500;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LaunchContext> launch = LaunchAttributes.contextOf(request);
    request.setCharacterEncoding("UTF-8");
    String text = Optional.ofNullable(request.getParameter("text")).orElse("").strip();
    if (launch.isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    } else if (text.isEmpty()
        || text.length() > LONGEST
        || !notes().add(launch.get(), new Note(launch.get().user(), text))) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      response.sendRedirect(response.encodeRedirectURL(request.getContextPath() + "/"));
    }
  }

  private Notes notes() {
    return Notes.of(getServletContext());
  }
}
