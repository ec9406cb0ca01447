package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;

/** {@code windows=many}: several patients at once, each in its window. */
class ManyWindowsTomcatTest {
  @SuppressWarnings("TimeInStaticInitializer") // the tokens are made at that time, too
  private static final MovableClock CLOCK = new MovableClock(Instant.now());

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .clock(CLOCK)
            .param("windows", "many")
            .param("closePath", "/close")
            .param("logoutPath", "/logout")
            .param("targetUrl", "/whoami?from=launch")
            .page(Shown.PATH, Shown.PAGE)
            .page("/open", (request, response) -> response.getWriter().print(open(request)))
            .page(
                "/link",
                (request, response) -> response.getWriter().print(response.encodeURL("whoami")))
            .page(
                "/go",
                (request, response) ->
                    response.sendRedirect(response.encodeRedirectURL("/app/whoami")))
            .start();
  }

  private static String open(jakarta.servlet.http.HttpServletRequest request) {
    return LaunchAttributes.windowsOf(request).entrySet().stream()
        .map(each -> each.getKey() + "=" + patient(each.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String patient(LaunchContext context) {
    return context.patient().flatMap(LaunchPatient::id).orElse("-");
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String token(String patient) {
    return TestPartner.zorgdomeinToken(
            UUID.randomUUID().toString(), CLOCK.instant().getEpochSecond())
        .claim("context.patient-id", patient)
        .token();
  }

  /** Launches, and says which window it led to. */
  private String launch(String patient) {
    CLOCK.advance(Duration.ofMillis(1));
    HttpResponse<String> answer = browser.launch(token(patient));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location"))
        .matches("/app/whoami\\?from=launch&_lw=[A-Za-z0-9_-]{16}");
    return header(answer, "Location").replaceAll(".*_lw=", "");
  }

  private void assertStale(String window) {
    HttpResponse<String> answer = browser.get(Shown.PATH + "?_lw=" + window);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("stale");
  }

  private void assertShows(String window, String patient) {
    assertThat(Shown.toWindow(browser, window))
        .isEqualTo(new Shown(Shown.DEFAULT_USER, patient, window, true));
  }

  @Test
  void eachWindowShowsItsPatientWhateverIsLaunchedInAnother() {
    String one = launch("p1");
    String session = browser.cookie();
    String two = launch("p2");
    String three = launch("p3");

    assertThat(browser.cookie()).isEqualTo(session);
    assertShows(one, "p1");
    assertShows(two, "p2");
    assertShows(three, "p3");
    assertShows(one, "p1");
    assertThat(Shown.to(browser, "Launch-Window", two).patient()).isEqualTo("p2");
  }

  @Test
  void requestThatNamesNoneOfSeveralHasItsUserButNoPatientAndNoRole() {
    launch("p1");
    launch("p2");

    assertThat(Shown.to(browser)).isEqualTo(new Shown(Shown.DEFAULT_USER, "-", "-", false));
  }

  @Test
  void requestThatNamesNoneHasTheOnlyPatientThatIsOpen() {
    String window = launch("p1");

    assertThat(Shown.to(browser)).isEqualTo(new Shown(Shown.DEFAULT_USER, "p1", window, true));
  }

  @Test
  void requestThatNamesNoneHasNoPatientOnceThereWasAnother() {
    String one = launch("p1");
    String two = launch("p2");
    browser.post("/close?_lw=" + one, "");

    assertThat(Shown.to(browser))
        .as("a page of the closed patient may have sent it")
        .isEqualTo(new Shown(Shown.DEFAULT_USER, "-", "-", false));
    assertShows(two, "p2");
  }

  @Test
  void requestThatNamesNoneHasNoPatientOfAWindowThatFollowedAClosedOne() {
    String one = launch("p1");
    browser.post("/close?_lw=" + one, "");
    String two = launch("p2");

    assertThat(Shown.to(browser)).isEqualTo(new Shown(Shown.DEFAULT_USER, "-", "-", false));
    assertShows(two, "p2");
  }

  @Test
  void requestThatNamesNoneHasTheOnlyPatientOfANewSessionAgain() {
    launch("p1");
    launch("p2");
    browser.post("/logout", "");
    String window = launch("p3");

    assertThat(Shown.to(browser)).isEqualTo(new Shown(Shown.DEFAULT_USER, "p3", window, true));
  }

  @Test
  void queryAndHeaderThatNameTwoWindowsAreStale() {
    String one = launch("p1");
    String two = launch("p2");

    HttpResponse<String> answer = browser.get(Shown.PATH + "?_lw=" + one, "Launch-Window", two);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("stale");
    assertStale(one + "&_lw=" + two);
    assertShows(one + "&_lw=" + one, "p1", one);
  }

  private void assertShows(String named, String patient, String window) {
    assertThat(Shown.toWindow(browser, named))
        .isEqualTo(new Shown(Shown.DEFAULT_USER, patient, window, true));
  }

  @Test
  void samePatientAgainKeepsItsWindow() {
    String one = launch("p1");
    String two = launch("p2");

    assertThat(launch("p1")).isEqualTo(one);
    assertShows(one, "p1");
    assertShows(two, "p2");
  }

  @Test
  void reloadOfALaunchLeadsToItsWindowAgain() {
    String token = token("p1");
    String location = header(browser.launch(token), "Location");
    launch("p2");

    HttpResponse<String> again = browser.launch(token);
    assertThat(header(again, "Location")).isEqualTo(location);
  }

  @Test
  void menuHasEveryOpenPatientTheLatestLast() {
    String one = launch("p1");
    String two = launch("p2");
    assertThat(browser.get("/open?_lw=" + one).body()).isEqualTo(one + "=p1 " + two + "=p2");

    launch("p1");
    assertThat(browser.get("/open").body()).isEqualTo(two + "=p2 " + one + "=p1");
  }

  @Test
  void linksAndRedirectsOfAPageNameItsWindow() {
    String one = launch("p1");
    String two = launch("p2");

    assertThat(browser.get("/link?_lw=" + one).body()).isEqualTo("whoami?_lw=" + one);
    assertThat(browser.get("/link", "Launch-Window", two).body()).isEqualTo("whoami?_lw=" + two);
    assertThat(header(browser.get("/go?_lw=" + two), "Location"))
        .endsWith("/app/whoami?_lw=" + two);
    assertThat(browser.get("/link").body()).as("no window").isEqualTo("whoami");
  }

  @Test
  void pageOfTheOnlyPatientNamesItsWindowAlsoWhereItsRequestDidNot() {
    String window = launch("p1");

    assertThat(browser.get("/link").body()).isEqualTo("whoami?_lw=" + window);
  }

  @Test
  void sixteenWindowsStayOpen() {
    List<String> windows = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      windows.add(launch("p" + i));
    }
    for (int i = 1; i <= 16; i++) {
      assertShows(windows.get(i - 1), "p" + i);
    }
  }

  @Test
  void withTheSeventeenthTheLongestIdleLeaves() {
    List<String> windows = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      windows.add(launch("p" + i));
    }
    CLOCK.advance(Duration.ofMillis(1));
    assertShows(windows.get(0), "p1");

    String seventeenth = launch("p17");

    assertStale(windows.get(1));
    assertShows(windows.get(0), "p1");
    assertShows(windows.get(2), "p3");
    assertShows(seventeenth, "p17");
    assertThat(browser.get("/open").body().split(" ")).hasSize(16);
  }

  @Test
  void launchOfAnOpenPatientMakesNoneLeave() {
    List<String> windows = new ArrayList<>();
    for (int i = 1; i <= 16; i++) {
      windows.add(launch("p" + i));
    }
    launch("p16");

    assertShows(windows.get(0), "p1");
  }

  @Test
  void closedWindowIsGoneAndTheOthersAreNot() {
    String one = launch("p1");
    String two = launch("p2");

    HttpResponse<String> page = browser.post("/close?_lw=" + one, "");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("This patient is closed");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");

    assertStale(one);
    assertShows(two, "p2");
    HttpResponse<String> again = browser.post("/close?_lw=" + one, "");
    assertThat(again.statusCode()).isEqualTo(409);
  }

  @Test
  void scriptClosesAWindowWithoutAPage() {
    String one = launch("p1");

    assertThat(
            browser
                .post("/close", "", "Launch-Window", one, "Sec-Fetch-Dest", "empty")
                .statusCode())
        .isEqualTo(204);
    assertStale(one);
    assertThat(Shown.to(browser)).isEqualTo(new Shown(Shown.DEFAULT_USER, "-", "-", false));
  }

  @Test
  void windowIsClosedByAPostOfThisSiteThatNamesItAndByNothingElse() {
    String one = launch("p1");

    assertThat(browser.get("/close?_lw=" + one).statusCode()).isEqualTo(405);
    assertThat(browser.post("/close", "").statusCode()).isEqualTo(409);
    for (String site : new String[] {"cross-site", "same-site"}) {
      assertThat(browser.post("/close?_lw=" + one, "", "Sec-Fetch-Site", site).statusCode())
          .isEqualTo(409);
    }
    assertShows(one, "p1");
    assertThat(browser.post("/close?_lw=" + one, "", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(200);
  }

  @Test
  void closedPatientIsLaunchedIntoANewWindow() {
    String one = launch("p1");
    browser.post("/close?_lw=" + one, "");

    assertThat(launch("p1")).isNotEqualTo(one);
    assertStale(one);
  }

  @Test
  void patientOfAnotherOrganisationOrPartnerHasAWindowOfItsOwn() {
    String one = header(exorlive("o1"), "Location").replaceAll(".*_lw=", "");
    String two = header(exorlive("o2"), "Location").replaceAll(".*_lw=", "");

    assertThat(one).matches("[A-Za-z0-9_-]{16}").isNotEqualTo(two);
    assertThat(browser.get("/open").body().split(" ")).hasSize(2);
  }

  private HttpResponse<String> exorlive(String organisation) {
    HttpResponse<String> answer =
        browser.post(
            "/launch",
            "payload="
                + Launches.exorlive("m", "Mando", "Lorian")
                    .claim("organizationId", organisation)
                    .token());
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer;
  }

  @Test
  void launchesAtOnceLoseNothingOfEachOther() throws Exception {
    launch("p0");
    String cookie = browser.cookie();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 1; i <= 12; i++) {
        String token = token("p" + i);
        answers.add(threads.submit(() -> app.browser().cookie(cookie).launch(token)));
      }
      for (int i = 1; i <= 12; i++) {
        String location = header(answers.get(i - 1).get(), "Location");
        assertShows(location.replaceAll(".*_lw=", ""), "p" + i);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(browser.get("/open").body().split(" ")).hasSize(13);
  }
}
