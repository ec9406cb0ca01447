package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.LogCapture;

/** The built-in pages over HTTP: their language, and the reference that each of them has. */
class PagesTomcatTest {
  private static final Pattern REFERENCE = Pattern.compile("<code>([2-9A-Z]{10})</code>");
  private static final String GONE = "AAAAAAAAAAAAAAAA";

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("windows", "many")
            .param("loginRequired", "true")
            .param("contextRequired", "/whoami")
            .param("logoutPath", "/bye")
            .param("closePath", "/close")
            .page(Shown.PATH, Shown.PAGE)
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static HttpResponse<String> launch(Browser in, String givenName, String patient) {
    return in.postOnly(
        "/launch",
        "payload="
            + Launches.exorlive(givenName, givenName, "Verzonnen")
                .nested("contact", "id", patient)
                .token());
  }

  private String logIn(String patient) {
    HttpResponse<String> entered = browser.follow(launch(browser, "Ann", patient));
    assertThat(entered.statusCode()).isEqualTo(303);
    return header(entered, "Location").replaceAll(".*_lw=", "");
  }

  private static String reference(HttpResponse<String> page) {
    Matcher reference = REFERENCE.matcher(page.body());
    assertThat(reference.find()).as(page.body()).isTrue();
    return reference.group(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-GB,en;q=0.9|en|Access denied",
        "nl-NL,nl;q=0.9,en;q=0.8|nl|Geen toegang",
        "nn-NO,nb;q=0.9|nb|Ingen tilgang",
        "de-AT|de|Zugriff verweigert",
        "fr-FR,fr;q=0.9|fr|Accès refusé",
        "fi|en|Access denied"
      })
  void pageIsWrittenInTheLanguageOfItsReader(String accepted, String tag, String title) {
    HttpResponse<String> page = browser.launch("x", "Accept-Language", accepted);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(header(page, "Content-Language")).isEqualTo(tag);
    assertThat(header(page, "Vary")).isEqualTo("Accept-Language");
    assertThat(page.body()).contains("<html lang=\"" + tag + "\">", "<h1>" + title + "</h1>");
  }

  @Test
  void whoNamesNoLanguageReadsEnglish() {
    HttpResponse<String> page = browser.launch("x");
    assertThat(header(page, "Content-Language")).isEqualTo("en");
    assertThat(page.body()).contains("Access denied");
  }

  @Test
  void programIsToldInEnglishWhateverItsUserReads() {
    HttpResponse<String> problem =
        browser.launch("x", "Accept", "application/json", "Accept-Language", "fr");
    assertThat(problem.body()).contains("\"title\":\"Access denied\"");
    assertThat(problem.headers().firstValue("Content-Language")).isEmpty();
  }

  @Test
  void questionAndChoiceAreTranslatedAndNameTheSamePeople() {
    logIn("1");
    logIn("2");
    HttpResponse<String> choice = browser.get("/whoami", "Accept-Language", "nl");
    assertThat(choice.body()).contains("Welke patiënt?", ", geboren op 1969-11-13</a>");
    assertThat(header(choice, "Launch-State")).isEqualTo("choose");

    HttpResponse<String> hop = launch(browser, "Bob", "3");
    HttpResponse<String> question =
        browser.get(header(hop, "Location").replaceFirst("/app", ""), "Accept-Language", "de-DE");
    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body())
        .contains("<strong>Ann Verzonnen</strong> ist in diesem Browser noch bei")
        .contains("<button>Weiter als Bob Verzonnen</button>");
  }

  /** In the order in which a user may come by them. */
  private Map<String, HttpResponse<String>> pagesThatAreNoLaunch() {
    Map<String, HttpResponse<String>> pages = new LinkedHashMap<>();
    String window = logIn("patient-6");
    logIn("patient-7");
    pages.put("staleWindow", browser.get("/whoami?_lw=" + GONE));
    pages.put("choice", browser.get("/whoami"));
    pages.put("noWindow", browser.post("/whoami", "x=1"));
    pages.put("closed", browser.post("/close?_lw=" + window, ""));
    pages.put("loggedOut", browser.post("/bye", ""));
    pages.put("sessionEnded", browser.get("/whoami?_lw=" + GONE));
    pages.put("loginRequired", browser.get("/whoami"));
    return pages;
  }

  @Test
  void pageThatIsNoLaunchHasAReferenceAndALineThatNamesNobody() {
    try (LogCapture log = new LogCapture()) {
      Map<String, HttpResponse<String>> pages = pagesThatAreNoLaunch();

      assertThat(pages.values().stream().map(HttpResponse::statusCode))
          .containsExactly(409, 409, 409, 200, 200, 401, 401);
      pages.forEach(
          (name, page) ->
              assertThat(log.lines("INFO page shown"))
                  .contains(
                      "INFO page shown ref="
                          + reference(page)
                          + " page="
                          + name
                          + " from=127.0.0.1"));
      assertThat(log.lines("INFO page shown").toString())
          .doesNotContain("patient-", "Verzonnen", "Ann");
    }
  }

  @Test
  void floodOfPagesCannotFillTheLog() {
    try (TomcatApp flooded = new TomcatApp().param("loginRequired", "true").start();
        LogCapture log = new LogCapture()) {
      Browser anybody = flooded.browser();
      for (int i = 0; i < RefusalTally.LINES + 5; i++) {
        assertThat(anybody.get("/x").statusCode()).isEqualTo(401);
      }
      assertThat(log.lines("INFO page shown")).hasSize(RefusalTally.LINES);
      flooded.stop();
      assertThat(log.lines("WARNING launches without a line of their own reason=loginRequired"))
          .singleElement()
          .asString()
          .contains("count=5");
    }
  }

  @Test
  void problemDetailsHaveTheReferenceOfTheLogToo() {
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> problem = browser.get("/whoami", "Accept", "application/json");

      assertThat(problem.statusCode()).isEqualTo(401);
      String reference = problem.body().replaceAll(".*\"reference\":\"|\"}", "");
      assertThat(log.lines("INFO page shown ref=" + reference)).hasSize(1);
    }
  }
}
