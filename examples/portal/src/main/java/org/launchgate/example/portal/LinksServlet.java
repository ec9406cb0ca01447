package org.launchgate.example.portal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.launchgate.Identifier;
import org.launchgate.account.JdbcAccountLinks;

/** Removes a link of the account that is logged in: the next launch is a first visit again. */
public final class LinksServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<JdbcAccountLinks> links = AccountLinksListener.of(getServletContext());
    Optional<StaffAccount> account = StaffAccount.loggedIn(request);
    request.setCharacterEncoding("UTF-8");
    String partner = request.getParameter("partner");
    String system = request.getParameter("system");
    String value = request.getParameter("value");
    if (links.isEmpty() || account.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (partner == null || system == null || value == null) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else {
      remove(links.get(), account.get(), partner, new Identifier(system, value));
      response.sendRedirect(request.getContextPath() + "/");
    }
  }

  /** Only what is linked to this account: nobody removes what is another's. */
  private static void remove(
      JdbcAccountLinks links, StaffAccount account, String partner, Identifier user) {
    if (LinkedIdentity.of(links, account).stream().anyMatch(each -> each.is(partner, user))) {
      links.remove(partner, user);
    }
  }
}
