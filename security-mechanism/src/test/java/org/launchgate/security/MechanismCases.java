package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.cdi.visit.Browser;

/** What the mechanism promises on every server: an application with {@code windows=many}. */
abstract class MechanismCases {
  private static final Pattern WINDOW = Pattern.compile("_lw=([^&]+)");

  Browser browser;

  /** Where the application is. */
  abstract URI home() throws Exception;

  /**
   * Whether {@code SecurityContext.isCallerInRole} works, for which Jakarta Authorization is
   * needed.
   */
  abstract boolean knowsRolesOfCallers();

  @BeforeEach
  void open() throws Exception {
    browser = new Browser(home());
  }

  @Test
  void withoutLaunchOpenPagesAreServedAndOthersAsk() throws Exception {
    assertThat(browser.get("whoami").body())
        .contains("user=nobody", "caller=nobody", "byType=0", "patient=none", "window=none");

    HttpResponse<String> secret = browser.get("secret/whoami");

    assertThat(secret.statusCode()).isEqualTo(401);
    assertThat(secret.body()).contains("<h1").doesNotContain("user=");
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void launchLogsInToTheContainer() throws Exception {
    HttpResponse<String> answer = browser.launch(Browser.token());
    assertThat(answer.statusCode()).isEqualTo(303);

    HttpResponse<String> secret = browser.get("secret/whoami");

    assertThat(secret.statusCode()).isEqualTo(200);
    assertThat(secret.body())
        .contains(
            "user=demo-xis|",
            "remoteUser=demo-xis|",
            "isLaunchPrincipal=true",
            "practitioner=true",
            "admin=false",
            "caller=demo-xis|",
            "callerInRole=" + knowsRolesOfCallers(),
            "byType=1",
            "patient=5a4fc42a-1847-4862-a5da-7af86ac23968");
    assertThat(browser.get("admin/whoami").statusCode()).isEqualTo(403);
  }

  @Test
  void sessionThatWasThereBeforeGetsAnotherId() throws Exception {
    browser.get("whoami?session");
    String before = browser.session();
    assertThat(before).isNotEmpty();

    browser.launch(Browser.token());

    assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
    Browser thief = new Browser(home());
    thief.session(before);
    assertThat(thief.get("whoami").body()).contains("user=nobody", "patient=none");
  }

  @Test
  void secondLaunchIsTakenAndItsWindowStandsBesideTheFirst() throws Exception {
    String first = window(browser.launch(Browser.tokenFor("patient-1")));

    String second = window(browser.launch(Browser.tokenFor("patient-2")));

    assertThat(second).isNotEqualTo(first);
    assertThat(browser.get("secret/whoami?_lw=" + first).body())
        .contains("patient=patient-1", "window=" + first, "practitioner=true");
    assertThat(browser.get("secret/whoami?_lw=" + second).body())
        .contains("patient=patient-2", "window=" + second, "practitioner=true");
  }

  @Test
  void requestOfNoCertainWindowHasTheUserWithoutPatientAndRoles() throws Exception {
    browser.launch(Browser.tokenFor("patient-1"));
    browser.launch(Browser.tokenFor("patient-2"));

    assertThat(browser.get("whoami").body())
        .contains("user=demo-xis|", "practitioner=false", "callerInRole=false", "patient=none");
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(403);
    assertThat(browser.get("whoami?_lw=AAAAAAAAAAAAAAAA").statusCode()).isEqualTo(409);
  }

  @Test
  void otherUserIsAskedForAndThenLoggedIn() throws Exception {
    browser.launch(Browser.token());
    String before = browser.session();

    HttpResponse<String> question = browser.launchByForm(TestPartner.exorliveToken());

    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains("<form");
    assertThat(browser.get("whoami").body()).contains("user=demo-xis|");

    HttpResponse<String> page = browser.follow(browser.agree(question));

    assertThat(page.body())
        .contains("user=tatooine|", "caller=tatooine|", "practitioner=false", "byType=1");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(403);
  }

  @Test
  void launchInUtf8ArrivesAsItWasSent() throws Exception {
    HttpResponse<String> page =
        browser.launchByForm(
            TestPartner.exorliveToken().nested("contact", "lastname", "Çelik-Ωmega 漢"));

    assertThat(page.body()).contains("familyName=Çelik-Ωmega 漢");
  }

  @Test
  void refusedLaunchIsAnsweredAndLogsNobodyIn() throws Exception {
    HttpResponse<String> answer = browser.launch(Browser.token().claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied").doesNotContain("user=");
    assertThat(browser.get("whoami").body()).contains("user=nobody", "byType=0");
  }

  @Test
  void refusedLaunchLeavesWhoeverIsThereAlone() throws Exception {
    browser.launch(Browser.tokenFor("patient-1"));

    HttpResponse<String> answer =
        browser.launch(Browser.tokenFor("patient-2").claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.get("secret/whoami").body()).contains("patient=patient-1");
  }

  @Test
  void usedLaunchLogsNobodyElseIn() throws Exception {
    String token = Browser.token().token();
    browser.get("launch?token=" + Browser.encode(token));
    Browser thief = new Browser(home());

    assertThat(thief.get("launch?token=" + Browser.encode(token)).statusCode()).isEqualTo(403);
    assertThat(thief.get("secret/whoami").statusCode()).isEqualTo(401);
  }

  /** User, roles and patient of every answer, as requests of two users and of nobody cross. */
  @Test
  void requestsOfTwoUsersAndTheirWindowsNeverMix() throws Exception {
    String first = window(browser.launch(Browser.tokenFor("patient-1")));
    String second = window(browser.launch(Browser.tokenFor("patient-2")));
    Browser other = new Browser(home());
    other.launchByForm(TestPartner.exorliveToken().nested("contact", "id", "patient-3"));
    List<Visit> visits =
        List.of(
            new Visit(browser.session(), "?_lw=" + first, "demo-xis|", "true", "patient-1", 200),
            new Visit(browser.session(), "?_lw=" + second, "demo-xis|", "true", "patient-2", 200),
            new Visit(browser.session(), "", "demo-xis|", "false", "none", 403),
            new Visit(other.session(), "", "tatooine|", "false", "patient-3", 403),
            new Visit("", "", "nobody", "false", "none", 401));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Visit visit = visits.get(i % visits.size());
        all.add(
            threads.submit(
                () -> {
                  visit.check(home());
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a request of a session and of a window has to be shown, however often it is asked. */
  private record Visit(
      String session, String query, String user, String role, String patient, int secret) {
    void check(URI home) throws Exception {
      Browser browser = new Browser(home);
      if (!session.isEmpty()) {
        browser.session(session);
      }
      for (int round = 0; round < 25; round++) {
        assertThat(browser.get("whoami" + query).body())
            .contains("user=" + user, "practitioner=" + role, "caller=" + user)
            .contains("byType=" + (user.equals("nobody") ? 0 : 1), "patient=" + patient + "\n");
        assertThat(browser.get("secret/whoami" + query).statusCode()).isEqualTo(secret);
      }
    }
  }

  @Test
  void formsAndBodiesOfTheApplicationStayAsTheyCame() throws Exception {
    checkBodies();

    browser.launch(Browser.token());

    checkBodies();
  }

  private void checkBodies() throws IOException, InterruptedException {
    assertThat(browser.post("whoami", Browser.FORM, "name=" + Browser.encode("Zoë 漢")).body())
        .contains("parameter=Zoë 漢");
    assertThat(browser.post("echo", Browser.FORM, "payload=a.b.c&name=x").body())
        .isEqualTo("payload=a.b.c&name=x");
    assertThat(browser.post("echo", "application/json", "{\"payload\": \"Zoë 漢\"}").body())
        .isEqualTo("{\"payload\": \"Zoë 漢\"}");
  }

  @Test
  void logoutPathEndsBoth() throws Exception {
    browser.launch(Browser.token());
    String before = browser.session();

    assertThat(browser.post("logout", Browser.FORM, "").statusCode()).isEqualTo(200);

    checkNobody(before);
  }

  @Test
  void logoutByTheApplicationEndsBoth() throws Exception {
    browser.launch(Browser.token());
    String before = browser.session();

    assertThat(browser.get("doors/out").body()).contains("user=null");

    checkNobody(before);
  }

  private void checkNobody(String session) throws Exception {
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(401);
    Browser thief = new Browser(home());
    thief.session(session);
    assertThat(thief.get("whoami").body()).contains("user=nobody", "caller=nobody", "patient=none");
  }

  @Test
  void authenticateAsksForLaunchWhereThereIsNone() throws Exception {
    HttpResponse<String> none = browser.get("doors/in");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.body()).contains("<h1").doesNotContain("in=");

    browser.launch(Browser.token());

    assertThat(browser.get("doors/in").body()).contains("in=true");
  }

  static String window(HttpResponse<String> answer) {
    Matcher matcher = WINDOW.matcher(answer.headers().firstValue("Location").orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
