package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page that may show a patient carries, so that nobody else gets to see it. */
class PatientPageTomcatTest {
  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("windows", "many")
            .page(Shown.PATH, Shown.PAGE)
            .page(
                "/own",
                (request, response) -> {
                  response.setHeader("Cache-Control", "private, max-age=60");
                  response.setHeader("Referrer-Policy", "no-referrer");
                })
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static void assertProtected(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("same-origin");
  }

  private static void assertAsTheApplicationLeavesIt(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Cache-Control")).isEmpty();
    assertThat(answer.headers().allValues("Referrer-Policy")).isEmpty();
  }

  @Test
  void pageWithAPatientIsKeptByNobodyAndItsAddressToldToNoOtherSite() {
    browser.launch(Launches.patient("p1").token());

    assertProtected(browser.get(Shown.PATH));
    assertProtected(browser.get(Shown.PATH, "Sec-Fetch-Dest", "document"));
    assertProtected(browser.get(Shown.PATH, "Sec-Fetch-Dest", "image"));
    assertProtected(browser.get(Shown.PATH, "Sec-Fetch-Dest", "empty"));
  }

  @Test
  void pageWithoutALaunchIsLeftAsItIs() {
    assertAsTheApplicationLeavesIt(browser.get(Shown.PATH));
  }

  @Test
  void pageOfNoWindowIsLeftAsItIs() {
    browser.launch(Launches.patient("p1").token());
    browser.launch(Launches.patient("p2").token());

    assertAsTheApplicationLeavesIt(browser.get(Shown.PATH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"style", "script", "font"})
  void partsThatAreNobodysAreLeftAsTheyAre(String part) {
    browser.launch(Launches.patient("p1").token());

    assertAsTheApplicationLeavesIt(browser.get(Shown.PATH, "Sec-Fetch-Dest", part));
  }

  @Test
  void applicationHasTheLastWord() {
    browser.launch(Launches.patient("p1").token());
    HttpResponse<String> answer = browser.get("/own");

    assertThat(header(answer, "Cache-Control")).isEqualTo("private, max-age=60");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
  }
}
