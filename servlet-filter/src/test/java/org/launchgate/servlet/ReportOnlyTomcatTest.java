package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.REPLAYED;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** A partner that is being connected: each launch is verified and explained, and lets nobody in. */
class ReportOnlyTomcatTest {
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app =
      new TomcatApp()
          .file(
              "WEB-INF/partners.json",
              TestPartner.partnersFile()
                  .replace(
                      "\"id\": \"demo-xis\",", "\"id\": \"demo-xis\", \"enabled\": \"report\","))
          .page(Shown.PATH, Shown.PAGE);
  private final Browser browser = start();

  private Browser start() {
    heard.in(app);
    return app.start().browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private HttpResponse<String> assertNobodyIsIn(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.cookie()).isNull();
    return answer;
  }

  @Test
  void goodLaunchIsVerifiedExplainedAndLetsNobodyIn() {
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> answer =
          assertNobodyIsIn(browser.launch(Launches.patient("patient-of-secrecy").token()));

      assertThat(answer.body()).contains("Verified, not switched on yet");
      assertThat(log.all())
          .contains("reason=partner_report_only")
          .contains("partner=demo-xis")
          .contains("user.value")
          .contains("patient.id")
          .doesNotContain("patient-of-secrecy");
    }
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("partner_report_only");
  }

  @Test
  void postedLaunchIsToldTheSame() {
    HttpResponse<String> answer =
        assertNobodyIsIn(browser.post("/launch", "token=" + Launches.zorgdomein().token()));

    assertThat(answer.body()).contains("Verified, not switched on yet");
  }

  @Test
  void scriptIsToldByProblemDetails() {
    HttpResponse<String> answer =
        assertNobodyIsIn(
            browser.postOnly(
                "/launch", "token=" + Launches.zorgdomein().token(), "Accept", "application/json"));

    assertThat(answer.body()).contains("\"title\":\"Verified, not switched on yet\"");
  }

  @Test
  void badLaunchIsDeniedAsEveryWhere() {
    HttpResponse<String> answer =
        assertNobodyIsIn(browser.launch(Launches.zorgdomein().without("user-id.value").token()));

    assertThat(answer.body()).contains("Access denied").doesNotContain("switched on");
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("claim_missing");
  }

  @Test
  void secondUseIsReportedAsOne() {
    String token = Launches.zorgdomein().token();
    browser.launch(token);

    assertNobodyIsIn(browser.launch(token));
    app.stop();
    assertThat(heard.kinds()).containsExactly(REFUSED, REPLAYED);
  }

  @Test
  void otherPartnersLaunchAsEver() {
    HttpResponse<String> answer =
        browser.post("/launch", "payload=" + TestPartner.exorliveToken().token());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).user()).startsWith("tatooine|");
  }
}
