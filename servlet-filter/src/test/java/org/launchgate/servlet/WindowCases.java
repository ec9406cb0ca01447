package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.AcceptedCases.PAYLOAD;
import static org.launchgate.servlet.CanaryTokens.exorlive;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.launchgate.Canary;

/** What windows say, of patients who are open in them, are so no more, or never were. */
final class WindowCases {
  private static final String JSON = "application/json";
  private static final String NO_WINDOW = Canary.USERNAME.text();

  private WindowCases() {}

  static Stream<PrivacyCase> all() {
    return Stream.of(
        PrivacyCase.of("choice among patients", WindowCases::choose)
            .in((app, listeners) -> many(app))
            .raises("accepted"),
        PrivacyCase.of("window that is closed", WindowCases::close)
            .in((app, listeners) -> many(app))
            .raises("accepted"),
        PrivacyCase.of("page of the patient before", WindowCases::goBack)
            .raises("accepted", "patient_changed"),
        PrivacyCase.of("change that names no window", WindowCases::change)
            .in((app, listeners) -> app.param("windows", "strict"))
            .raises("accepted"),
        PrivacyCase.of("page after the end of its session", WindowCases::outlive)
            .raises("accepted", "logout"));
  }

  private static void many(TomcatApp app) {
    app.param("windows", "many").param("closePath", "/shut").param("contextRequired", "/peek");
  }

  private static String launch(PrivacyStage stage, Browser browser, String patient) {
    HttpResponse<String> entered =
        stage.launch(
            browser,
            exorlive().nested("contact", "id", Canary.PATIENT_ID.text() + patient).token(),
            PAYLOAD);
    assertThat(entered.statusCode()).isEqualTo(303);
    return Browser.header(entered, "Location").replaceAll(".*_lw=", "");
  }

  /** As a page and as problem details. */
  private static void hear(PrivacyStage stage, Browser browser, int status, String path) {
    assertThat(stage.hear(browser.get(path, "Accept", "text/html")).statusCode()).isEqualTo(status);
    assertThat(stage.hear(browser.get(path, "Accept", JSON)).statusCode()).isEqualTo(status);
  }

  private static void choose(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    String first = launch(stage, browser, "-1");
    launch(stage, browser, "-2");
    hear(stage, browser, 409, "/peek");
    assertThat(browser.get("/peek", "Accept", "text/html").body())
        .contains(Canary.PATIENT_FAMILY_NAME.text());
    hear(stage, browser, 200, "/peek?_lw=" + first);
    assertThat(stage.hear(browser.post("/peek", "", "Accept", "text/html")).statusCode())
        .isEqualTo(409);
  }

  private static void close(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    String window = launch(stage, browser, "-1");
    stage.hear(browser.get("/launchgate.js?state", "Launch-Window", window));
    stage.hear(browser.post("/shut?_lw=" + window, "", "Sec-Fetch-Site", "cross-site"));
    stage.hear(browser.post("/shut?_lw=" + window, "", "Accept", "text/html"));
    hear(stage, browser, 409, "/peek?_lw=" + window);
    stage.hear(browser.get("/launchgate.js?state", "Launch-Window", window));
  }

  private static void goBack(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    launch(stage, browser, "-1");
    launch(stage, browser, "-2");
    hear(stage, browser, 409, "/peek?_lw=" + NO_WINDOW);
  }

  private static void change(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    launch(stage, browser, "-1");
    for (String accept : new String[] {"text/html", JSON}) {
      assertThat(stage.hear(browser.post("/peek", "x=" + NO_WINDOW, "Accept", accept)).statusCode())
          .isEqualTo(409);
    }
  }

  private static void outlive(PrivacyStage stage) {
    Browser browser = stage.app().browser();
    launch(stage, browser, "-1");
    stage.hear(browser.post("/bye", ""));
    hear(stage, browser, 401, "/peek?_lw=" + NO_WINDOW);
  }
}
