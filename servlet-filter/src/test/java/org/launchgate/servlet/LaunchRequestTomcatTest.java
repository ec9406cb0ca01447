package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a launched request answers about its user, before and after a log-out. */
class LaunchRequestTomcatTest {
  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .page(
                "/show",
                (request, response) ->
                    response.getWriter().print(LaunchDispatchTomcatTest.show(request)))
            .page("/login", LaunchRequestTomcatTest::login)
            .page("/logout", LaunchRequestTomcatTest::logout)
            .page("/end", LaunchRequestTomcatTest::endThenLogout)
            .page("/roles", LaunchRequestTomcatTest::roles)
            .page("/logout-forward", LaunchRequestTomcatTest::logoutThenForward)
            .launchFilter(DispatcherType.REQUEST, DispatcherType.FORWARD)
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private void launch(String patient) {
    assertThat(browser.launch(Launches.patient(patient).token()).statusCode()).isEqualTo(303);
  }

  private static void login(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    String result = String.valueOf(request.authenticate(response));
    try {
      request.login("clerk", "secret");
      result += " logged in";
    } catch (ServletException e) {
      result += " " + e.getMessage();
    }
    response.getWriter().print(result);
  }

  private static void roles(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    response
        .getWriter()
        .print(
            request.isUserInRole("practitioner")
                + " "
                + request.isUserInRole("admin")
                + " "
                + request.isUserInRole("**")
                + " "
                + request.isUserInRole("*")
                + " "
                + request.isUserInRole(null)
                + " "
                + request.getAuthType()
                + " "
                + request.getUserPrincipal());
  }

  private static void logout(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    request.logout();
    request.logout();
    response
        .getWriter()
        .print(
            LaunchDispatchTomcatTest.show(request)
                + " "
                + request.getUserPrincipal()
                + " "
                + request.getAuthType()
                + " "
                + request.isUserInRole("practitioner")
                + " "
                + request.isUserInRole("**")
                + " "
                + request.getSession(false));
  }

  private static void endThenLogout(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    request.getSession().invalidate();
    logout(request, response);
  }

  private static void logoutThenForward(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    request.logout();
    request.getRequestDispatcher("/show").forward(request, response);
  }

  @Test
  void rolesAreThoseOfThePartner() {
    launch("p1");
    assertThat(browser.get("/roles").body())
        .isEqualTo(
            "true false true false false LAUNCH"
                + " LaunchPrincipal[partner=demo-xis, user=Identifier[system=agb-z]]");
    assertThat(app.browser().get("/roles").body())
        .isEqualTo("false false false false false null null");
  }

  @Test
  void whoLaunchedIsAuthenticatedAndCannotLogInOnTop() {
    launch("p1");
    assertThat(browser.get("/login").body()).startsWith("true a user is logged in already");
  }

  @Test
  void logoutEndsLaunchAndSession() {
    launch("p1");
    assertThat(browser.get("/logout").body())
        .isEqualTo("REQUEST null nobody false null null false false null");
    assertThat(browser.get("/show").body()).isEqualTo("REQUEST null nobody false");
  }

  @Test
  void logoutCopesWithASessionThatEndedAlready() {
    launch("p1");
    assertThat(browser.get("/end").body())
        .isEqualTo("REQUEST null nobody false null null false false null");
  }

  @Test
  void laterDispatchOfARequestThatLoggedOutShowsNothing() {
    launch("p1");
    assertThat(browser.get("/logout-forward").body()).isEqualTo("FORWARD null nobody false");
  }
}
