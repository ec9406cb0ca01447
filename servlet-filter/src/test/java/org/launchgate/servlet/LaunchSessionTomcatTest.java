package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;
import org.launchgate.LogCapture;
import org.launchgate.TokenBuilder;

/** Who inherits which session, and whom a request shows. */
class LaunchSessionTomcatTest {
  private static final String DEFAULT_USER = "demo-xis|agb-z|01029999";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("clerk:secret".getBytes(StandardCharsets.UTF_8));

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("logoutPath", "/bye")
            .filter(earlierFilterWithAUser())
            .page("/whoami", (request, response) -> response.getWriter().print(whoami(request)))
            .page("/staff", (request, response) -> response.getWriter().print(whoami(request)))
            .page(
                "/keep",
                (request, response) ->
                    request.getSession().setAttribute("basket", request.getParameter("value")))
            .page(
                "/basket",
                (request, response) ->
                    response.getWriter().print(request.getSession().getAttribute("basket")));
    protectStaff();
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String whoami(HttpServletRequest request) {
    return request.getRemoteUser()
        + " "
        + LaunchAttributes.contextOf(request)
            .flatMap(LaunchContext::patient)
            .flatMap(LaunchPatient::id)
            .orElse("nobody")
        + " "
        + (request.getAttribute("launchContext") != null)
        + " "
        + request.getAuthType();
  }

  /** The container's own log-in: Tomcat's BASIC on one page. */
  private static void protectStaff() {
    SecurityCollection staff = new SecurityCollection();
    staff.addPatternDecoded("/staff");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(staff);
    constraint.addAuthRole("staff");
    app.context().addConstraint(constraint);
    app.context().setLoginConfig(new LoginConfig("BASIC", "test", null, null));
    app.context().getPipeline().addValve(new BasicAuthenticator());
    app.context().setRealm(new OneClerk());
  }

  /** A realm with one user. */
  private static final class OneClerk extends RealmBase {
    @Override
    protected String getPassword(String username) {
      return username.equals("clerk") ? "secret" : null;
    }

    @Override
    protected Principal getPrincipal(String username) {
      return new GenericPrincipal(username, List.of("staff"));
    }
  }

  /** Stands in for a filter before ours that logs somebody in. */
  private static Filter earlierFilterWithAUser() {
    return (request, response, chain) -> {
      HttpServletRequest http = (HttpServletRequest) request;
      String user = http.getHeader("X-Test-User");
      chain.doFilter(
          user == null
              ? request
              : new HttpServletRequestWrapper(http) {
                @Override
                public Principal getUserPrincipal() {
                  return () -> user;
                }

                @Override
                public String getRemoteUser() {
                  return user;
                }
              },
          response);
    };
  }

  /** Says yes on the page that asks whether to go on as another user. */
  private void goOn(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    Matcher ticket =
        Pattern.compile("name=\"launch_ticket\" value=\"([^\"]+)\"").matcher(page.body());
    assertThat(ticket.find()).isTrue();
    var answer = browser.postOnly("/launch", "launch_ticket=" + ticket.group(1));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private void launch(TokenBuilder token) {
    assertThat(browser.launch(token.token()).statusCode()).isEqualTo(303);
  }

  @Test
  @Clause("V-38")
  void anonymousSessionKeepsItsAttributesAndChangesItsId() {
    browser.get("/keep?value=apples");
    String anonymous = browser.cookie();
    launch(Launches.zorgdomein());
    String launched = browser.cookie();
    assertThat(launched).isNotEqualTo(anonymous);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
    assertThat(browser.cookie(anonymous).get("/whoami").body()).startsWith("null nobody");
  }

  @Test
  @Clause("V-38")
  void sessionIdThatTheClientChoseIsNotTaken() {
    browser.cookie("JSESSIONID=0123456789ABCDEF0123456789ABCDEF");
    launch(Launches.zorgdomein());
    assertThat(browser.cookie()).doesNotContain("0123456789ABCDEF");
  }

  @Test
  @Clause("V-38")
  void sameUserKeepsSessionAndIdForTheSamePatient() {
    launch(Launches.patient("first"));
    String id = browser.cookie();
    browser.get("/keep?value=pears");
    launch(Launches.patient("first"));
    assertThat(browser.cookie()).isEqualTo(id);
    assertThat(browser.get("/basket").body()).isEqualTo("pears");
    assertThat(browser.get("/whoami").body()).isEqualTo(DEFAULT_USER + " first true LAUNCH");
  }

  @Test
  @Clause("V-38")
  void anotherPatientOfTheSameUserInheritsNothingOfTheFirst() {
    launch(Launches.patient("first"));
    String first = browser.cookie();
    browser.get("/keep?value=pears");
    launch(Launches.patient("second"));
    assertThat(browser.cookie()).isNotEqualTo(first);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
    assertThat(browser.get("/whoami").body()).isEqualTo(DEFAULT_USER + " second true LAUNCH");
    assertThat(browser.cookie(first).get("/whoami").body()).startsWith("null nobody");
  }

  @Test
  @Clause("V-38")
  void anotherUserInheritsNothing() {
    launch(Launches.user("01000001"));
    String first = browser.cookie();
    browser.get("/keep?value=secret");
    goOn(browser.launch(Launches.user("01000002").token()));
    assertThat(browser.cookie()).isNotEqualTo(first);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
    assertThat(browser.get("/whoami").body()).startsWith("demo-xis|agb-z|01000002 ");
    assertThat(browser.cookie(first).get("/whoami").body()).startsWith("null nobody");
  }

  @Test
  void tokenThatThisSessionRedeemedLeadsToTheTargetAgain() {
    String token = Launches.patient("again").token();
    browser.launch(token);
    String id = browser.cookie();
    var second = browser.launch(token);
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(header(second, "Location")).isEqualTo("/app/");
    assertThat(browser.cookie()).isEqualTo(id);
    assertThat(browser.get("/whoami").body()).contains(" again ");
  }

  @Test
  void anEarlierTokenOfThePatientInFocusLeadsToTheTargetAgain() {
    String token = Launches.patient("same").token();
    browser.launch(token);
    launch(Launches.patient("same"));
    assertThat(browser.launch(token).statusCode()).isEqualTo(303);
  }

  @Test
  void anEarlierTokenLeadsToTheTargetAgainWhereNeitherLaunchHasAPatient() {
    String token = Launches.patient(null).token();
    browser.launch(token);
    launch(Launches.patient(null));
    assertThat(browser.launch(token).statusCode()).isEqualTo(303);
    assertThat(browser.get("/whoami").body()).contains(" nobody ");
  }

  @Test
  void anEarlierTokenWithoutAPatientIsRefusedWhileThereIsOneInFocus() {
    String token = Launches.patient(null).token();
    browser.launch(token);
    launch(Launches.patient("in-focus"));
    assertThat(browser.launch(token).statusCode()).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).contains(" in-focus ");
  }

  @Test
  void anotherTokenWithTheIdOfARedeemedOneIsRefusedInItsSessionToo() {
    launch(Launches.patient("p1").claim("jti", "used-twice-by-its-partner"));
    for (TokenBuilder other :
        List.of(
            Launches.patient("p9"),
            Launches.user("other"),
            Launches.zorgdomein().without("context.patient-id"))) {
      String token = other.claim("jti", "used-twice-by-its-partner").token();
      assertThat(browser.launch(token).statusCode()).isEqualTo(403);
    }
    assertThat(browser.get("/whoami").body()).contains(" p1 ");
  }

  @Test
  void anEarlierTokenOfAPatientNoLongerInFocusIsRefused() {
    String token = Launches.patient("left").token();
    browser.launch(token);
    launch(Launches.patient("in-focus"));
    assertThat(browser.launch(token).statusCode()).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).contains(" in-focus ");
  }

  @Test
  void tokenOfAnotherSessionIsRefused() {
    String token = Launches.zorgdomein().token();
    browser.launch(token);
    Browser other = app.browser();
    assertThat(other.launch(token).statusCode()).isEqualTo(403);
    assertThat(other.cookie()).isNull();
  }

  @Test
  void tokenOfASessionThatEndedIsRefused() {
    String token = Launches.zorgdomein().token();
    browser.launch(token);
    assertThat(browser.cookie(null).launch(token).statusCode()).isEqualTo(403);
  }

  @Test
  void launchIsRefusedWhileTheContainerHasAnotherUser() {
    try (LogCapture log = new LogCapture()) {
      var response = browser.launch(Launches.zorgdomein().token(), "X-Test-User", "somebody");
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(browser.cookie()).isNull();
      assertThat(log.all())
          .contains("reason=other_user_logged_in", "log out first")
          .doesNotContain("somebody");
    }
  }

  @Test
  void repeatedLaunchIsRefusedWhileTheContainerHasAnotherUser() {
    String token = Launches.zorgdomein().token();
    browser.launch(token);
    assertThat(browser.launch(token, "X-Test-User", "somebody").statusCode()).isEqualTo(403);
  }

  @Test
  void launchOfTheContainersOwnUserIsTaken() {
    assertThat(
            browser.launch(Launches.zorgdomein().token(), "X-Test-User", DEFAULT_USER).statusCode())
        .isEqualTo(303);
  }

  @Test
  void requestsOfAnotherContainerUserShowNothingOfTheLaunch() {
    launch(Launches.patient("hidden"));
    try (LogCapture log = new LogCapture()) {
      assertThat(browser.get("/whoami", "X-Test-User", "somebody").body())
          .isEqualTo("somebody nobody false null");
      assertThat(browser.get("/whoami", "X-Test-User", "somebody").body()).doesNotContain("hidden");
      assertThat(log.lines("WARNING")).hasSize(1);
      assertThat(log.all()).doesNotContain("hidden", "somebody");
    }
    assertThat(browser.get("/whoami").body()).contains(" hidden ");
  }

  @Test
  void tomcatsOwnLogInIsNeverMixedWithTheLaunchs() {
    launch(Launches.patient("hidden"));
    assertThat(browser.get("/staff", "Authorization", BASIC).body())
        .isEqualTo("clerk nobody false BASIC");
  }

  @Test
  void userOfTomcatsOwnLogInHasToLogOutBeforeALaunch() {
    browser.get("/keep?value=x");
    assertThat(browser.get("/staff", "Authorization", BASIC).statusCode()).isEqualTo(200);
    assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).startsWith("clerk nobody");
    assertThat(browser.post("/bye", "").statusCode()).isEqualTo(200);
    launch(Launches.patient("after"));
    assertThat(browser.get("/whoami").body()).isEqualTo(DEFAULT_USER + " after true LAUNCH");
  }
}
