package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code windows=strict}: what changes something has to say for which patient. */
class StrictWindowTomcatTest {
  private static final AtomicInteger SAVED = new AtomicInteger();

  private static TomcatApp app;

  private final Browser browser = app.browser();
  private String window;

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("windows", "strict")
            .param("logoutPath", "/bye")
            .page(Shown.PATH, Shown.PAGE)
            .page("/save", (request, response) -> SAVED.incrementAndGet())
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void launch() {
    assertThat(browser.launch(Launches.patient("p1").token()).statusCode()).isEqualTo(303);
    window = Shown.to(browser).window();
    SAVED.set(0);
  }

  private HttpResponse<String> send(String method, String query, String... headers) {
    return browser.send(method, "/save" + query, BodyPublishers.ofString("x"), headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PROPFIND", "get"})
  void changeThatNamesNoWindowIsRefused(String method) {
    HttpResponse<String> answer = send(method, "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("unnamed");
    assertThat(answer.body()).contains("It is not certain which patient this is about");
    assertThat(SAVED.get()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void changeThatNamesItsWindowIsMade(String method) {
    assertThat(send(method, "?_lw=" + window).statusCode()).isEqualTo(200);
    assertThat(send(method, "", "Launch-Window", window).statusCode()).isEqualTo(200);
    assertThat(SAVED.get()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void requestThatOnlyLooksNeedNameNone(String method) {
    assertThat(browser.send(method, Shown.PATH, BodyPublishers.noBody()).statusCode())
        .isEqualTo(200);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void formOfThePatientBeforeIsRefusedWithAnIdAndWithout() {
    browser.launch(Launches.patient("p2").token());

    assertThat(header(send("POST", "?_lw=" + window), "Launch-State")).isEqualTo("stale");
    assertThat(header(send("POST", ""), "Launch-State")).isEqualTo("unnamed");
    assertThat(SAVED.get()).isZero();
  }

  @Test
  void scriptIsToldByProblemDetails() {
    HttpResponse<String> answer = send("POST", "", "Accept", "application/json");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void logOutAndLaunchNeedNameNone() {
    assertThat(browser.post("/launch", "token=" + Launches.patient("p2").token()).statusCode())
        .isEqualTo(303);
    assertThat(browser.post("/bye", "").statusCode()).isEqualTo(200);
  }

  @Test
  void whoHasNoLaunchIsNoConcernOfIt() {
    browser.cookie(null);

    assertThat(send("POST", "").statusCode()).isEqualTo(200);
    assertThat(SAVED.get()).isEqualTo(1);
  }

  @Test
  void anotherPatientStartsAFreshSession() {
    String session = browser.cookie();
    browser.launch(Launches.patient("p2").token());

    assertThat(browser.cookie()).isNotEqualTo(session);
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
  }
}
