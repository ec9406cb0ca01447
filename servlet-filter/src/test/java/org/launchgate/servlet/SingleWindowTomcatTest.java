package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;

/** {@code windows=single}: one session, one patient, and nothing of the one before. */
class SingleWindowTomcatTest {
  private static final AtomicInteger SAVED = new AtomicInteger();

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .file(
                "WEB-INF/partners.json",
                TestPartner.partnersFile()
                    .replace(
                        "\"id\": \"demo-xis\",",
                        "\"id\": \"demo-xis\", \"relaunchUrl\": \"https://xis.example/?a=1&b=2\","))
            .param("logoutPath", "/bye")
            .param("loginRequired", "true")
            .param("publicPaths", "/public")
            .page(Shown.PATH, Shown.PAGE)
            .page("/public", Shown.PAGE)
            .page("/save", (request, response) -> SAVED.incrementAndGet())
            .page(
                "/keep",
                (request, response) -> request.getSession().setAttribute("basket", "apples"))
            .page(
                "/basket",
                (request, response) ->
                    response.getWriter().print(request.getSession().getAttribute("basket")))
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private void launch(String patient) {
    HttpResponse<String> answer = browser.launch(Launches.patient(patient).token());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).as("it knows of no windows").isEqualTo("/app/");
  }

  private String window() {
    return Shown.to(browser).window();
  }

  private static void assertStale(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("stale");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body())
        .contains("The patient in this window is no longer in focus", "Nothing was saved");
  }

  private static void assertEnded(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Launch-State")).isEqualTo("ended");
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Launch");
    assertThat(answer.body()).contains("Your session has ended");
  }

  @Test
  void requestShowsThePatientOfItsSessionWhateverItNames() {
    launch("p1");

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
    assertThat(Shown.toWindow(browser, window()).patient()).isEqualTo("p1");
    assertThat(Shown.to(browser, "Launch-Window", window()).patient()).isEqualTo("p1");
    assertThat(browser.post("/save", "x=1").statusCode()).isEqualTo(200);
  }

  @Test
  void anotherPatientStartsAFreshSession() {
    launch("p1");
    browser.get("/keep");
    String old = browser.cookie();
    String window = window();
    launch("p2");

    assertThat(browser.cookie()).isNotEqualTo(old);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
    assertThat(window()).isNotEqualTo(window);
    browser.cookie(old);
    assertThat(browser.get(Shown.PATH).statusCode()).isEqualTo(401);
  }

  @Test
  void samePatientKeepsSessionAndWindow() {
    launch("p1");
    browser.get("/keep");
    String session = browser.cookie();
    String window = window();
    launch("p1");

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(window()).isEqualTo(window);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
  }

  /** The form of the first patient, sent after the second one was launched: nothing is saved. */
  @Test
  void formOfThePatientBeforeIsStaleAndSavesNothing() {
    launch("p1");
    String window = window();
    launch("p2");
    int before = SAVED.get();

    assertStale(browser.post("/save?_lw=" + window, "x=1"));
    assertStale(browser.post("/save", "x=1", "Launch-Window", window));
    assertStale(browser.get(Shown.PATH + "?_lw=" + window));
    assertThat(SAVED.get()).isEqualTo(before);
    assertThat(browser.post("/save?_lw=" + window(), "x=1").statusCode()).isEqualTo(200);
    assertThat(SAVED.get()).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAA",
        "",
        "?",
        "%41AAAAAAAAAAAAAAA",
        "x&_lw=y"
      })
  void idThatIsNoneOfThisSessionIsNeverTakenForAbsent(String id) {
    launch("p1");

    assertStale(browser.get(Shown.PATH + "?_lw=" + id));
    assertStale(browser.post("/save?_lw=" + id, "x=1"));
  }

  @Test
  void fieldWithoutAnyValueIsNeverTakenForAbsent() {
    launch("p1");

    assertStale(browser.get(Shown.PATH + "?_lw"));
    assertStale(browser.get(Shown.PATH + "?a=b&_lw&c=d"));
  }

  @Test
  void twoIdsAreNoneEvenWhereOneOfThemIsRight() {
    launch("p1");
    String window = window();

    assertStale(browser.get(Shown.PATH + "?_lw=" + window + "&_lw=AAAAAAAAAAAAAAAA"));
    assertStale(browser.get(Shown.PATH + "?_lw=" + window, "Launch-Window", "AAAAAAAAAAAAAAAA"));
    assertThat(Shown.to(browser, "Launch-Window", window).patient()).isEqualTo("p1");
    assertThat(
            Shown.in(browser.get(Shown.PATH + "?_lw=" + window, "Launch-Window", window)).patient())
        .isEqualTo("p1");
  }

  @Test
  void parameterThatOnlyLooksLikeIsNoId() {
    launch("p1");

    assertThat(Shown.in(browser.get(Shown.PATH + "?x_lw=AAAA&_lwx=B&a=_lw")).patient())
        .isEqualTo("p1");
  }

  @Test
  void scriptIsToldByProblemDetails() {
    launch("p1");
    HttpResponse<String> answer =
        browser.get(Shown.PATH + "?_lw=AAAAAAAAAAAAAAAA", "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("stale");
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body())
        .matches(
            "\\{\"type\":\"about:blank\",\"title\":\"The patient in this window is no longer in"
                + " focus\",\"status\":409,\"reference\":\"[2-9A-Z]{10}\"}");
    HttpResponse<String> json =
        browser.send(
            "PUT",
            "/save?_lw=AAAAAAAAAAAAAAAA",
            BodyPublishers.ofString("{}"),
            "Content-Type",
            "application/json",
            "Sec-Fetch-Dest",
            "empty");
    assertThat(header(json, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void idWithoutASessionIsAnEndThatLeadsBackToWhereTheUserCameFrom() {
    launch("p1");
    String window = window();
    browser.cookie(null);

    HttpResponse<String> answer = browser.get(Shown.PATH + "?_lw=" + window);

    assertEnded(answer);
    assertThat(answer.body())
        .contains("<a href=\"https://xis.example/?a=1&amp;b=2\">Go to your own system</a>");
  }

  @Test
  void idWithoutASessionInAStrangersBrowserIsAnEndWithoutALink() {
    assertEnded(browser.get(Shown.PATH + "?_lw=AAAAAAAAAAAAAAAA"));
    assertThat(browser.get(Shown.PATH + "?_lw=AAAAAAAAAAAAAAAA").body())
        .doesNotContain("Go to your own system");
    assertThat(browser.cookies()).isEmpty();
  }

  @Test
  void idWithoutASessionIsAProblemForAScript() {
    HttpResponse<String> answer =
        browser.get(Shown.PATH, "Launch-Window", "AAAAAAAAAAAAAAAA", "Sec-Fetch-Dest", "empty");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Launch-State")).isEqualTo("ended");
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void cookieOfAPartnerThatIsNoneLeadsNowhere() {
    for (String partner : new String[] {"nobody", "tatooine", "..", "a%0d%0ab"}) {
      browser.cookies().put("launch-from", partner);
      HttpResponse<String> answer = browser.get(Shown.PATH + "?_lw=AAAAAAAAAAAAAAAA");
      assertEnded(answer);
      assertThat(answer.body()).doesNotContain("Go to your own system");
    }
  }

  @Test
  void publicPathIsOpenWhateverItNames() {
    assertThat(Shown.in(browser.get("/public?_lw=AAAAAAAAAAAAAAAA"))).isEqualTo(Shown.NOBODY);
  }

  @Test
  void logOutWorksOutOfAWindowThatIsGone() {
    launch("p1");
    String window = window();
    launch("p2");

    assertThat(browser.post("/bye?_lw=" + window, "").statusCode()).isEqualTo(200);
    assertThat(browser.get(Shown.PATH).statusCode()).isEqualTo(401);
  }

  @Test
  void nothingOfALogOutIsLeft() {
    launch("p1");
    String window = window();
    String session = browser.cookie();
    browser.post("/bye", "");
    browser.cookie(session);

    assertEnded(browser.get(Shown.PATH + "?_lw=" + window));
  }

  @Test
  void idOfAnotherUserIsUnknown() {
    Browser other = app.browser();
    other.launch(Launches.user("other").token());
    launch("p1");

    assertStale(browser.get(Shown.PATH + "?_lw=" + Shown.to(other).window()));
  }
}
