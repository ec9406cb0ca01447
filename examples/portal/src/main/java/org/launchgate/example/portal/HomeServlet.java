package org.launchgate.example.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.launchgate.LaunchContext;
import org.launchgate.account.JdbcAccountLinks;
import org.launchgate.servlet.LaunchAttributes;

/**
 * The start page: user and patient in focus after a launch, a friendly way in without one, and the
 * account of who has logged in by one.
 *
 * <p>The system property {@code portal.partnerUrl}, where set, is offered as the place to start.
 */
public final class HomeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<LaunchContext> context = LaunchAttributes.contextOf(request);
    if (context.isPresent()) {
      request.setAttribute("home", page(request, context.get()));
      request.setAttribute("account", StaffAccount.named(request.getRemoteUser()).orElse(null));
      show("home", request, response);
    } else {
      request.setAttribute("partnerUrl", System.getProperty("portal.partnerUrl"));
      showWithoutLaunch(request, response);
    }
  }

  private void showWithoutLaunch(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<JdbcAccountLinks> links = AccountLinksListener.of(getServletContext());
    Optional<StaffAccount> account = StaffAccount.loggedIn(request);
    if (links.isPresent() && account.isPresent()) {
      request.setAttribute("account", account.get());
      request.setAttribute("links", LinkedIdentity.of(links.get(), account.get()));
      show("account", request, response);
    } else {
      request.setAttribute("hasAccounts", links.isPresent());
      show("welcome", request, response);
    }
  }

  private HomePage page(HttpServletRequest request, LaunchContext context) {
    return new HomePage(
        context,
        LocalDate.now(ZoneId.systemDefault()),
        Notes.of(getServletContext()).about(context),
        OpenPatient.of(request));
  }

  private static void show(String page, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher("/WEB-INF/pages/" + page + ".jsp").forward(request, response);
  }
}
