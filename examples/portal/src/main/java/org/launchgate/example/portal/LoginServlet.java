package org.launchgate.example.portal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;

/**
 * The portal's own log-in, in an application that has accounts. It knows nothing of launches: when
 * one waits for a log-in, Launchgate leads the next page to its question.
 */
public final class LoginServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (AccountLinksListener.of(getServletContext()).isPresent()) {
      super.service(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setAttribute("accounts", StaffAccount.ALL);
    request.setAttribute("password", StaffAccount.PASSWORD);
    request.getRequestDispatcher("/WEB-INF/pages/login.jsp").forward(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.setCharacterEncoding("UTF-8");
    String name = Optional.ofNullable(request.getParameter("name")).orElse("").strip();
    String password = Optional.ofNullable(request.getParameter("password")).orElse("");
    Optional<StaffAccount> account = StaffAccount.of(name, password);
    if (account.isPresent() && !isFromElsewhere(request)) {
      logIn(account.get(), request);
      response.sendRedirect(request.getContextPath() + "/");
    } else {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      request.setAttribute("failed", true);
      doGet(request, response);
    }
  }

  /** Whether another site's form logs its visitor in, so that they work in somebody's account. */
  private static boolean isFromElsewhere(HttpServletRequest request) {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }

  /** In a new session, so that nobody knows its id, and nothing of another user is in it. */
  private static void logIn(StaffAccount account, HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(StaffAccount.ATTRIBUTE, account.getName());
  }
}
