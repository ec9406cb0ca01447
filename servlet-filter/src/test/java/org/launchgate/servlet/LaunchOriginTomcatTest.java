package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** {@code launchOrigins}: from whose pages a form may bring a launch. */
class LaunchOriginTomcatTest {
  private static final String XIS = "https://xis.example";

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
                        "\"id\": \"demo-xis\", \"launchOrigins\": [\"" + XIS + "\"],"))
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private HttpResponse<String> post(String form, String origin) {
    return browser.postOnly("/launch", form, "Origin", origin);
  }

  private static String xis() {
    return "token=" + Launches.zorgdomein().token();
  }

  @Test
  void formOfAListedOriginIsTaken() {
    assertThat(post(xis(), XIS).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://other.example", "null", "http://xis.example"})
  void formOfAnyOtherOriginIsRefusedAndItsTokenNotUsedUp(String origin) {
    String form = xis();
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> answer = post(form, origin);
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains("reason=origin_not_allowed", "partner=demo-xis")
          .doesNotContain(origin);
    }
    assertThat(post(form, XIS).statusCode()).isEqualTo(303);
  }

  @Test
  void formWithoutOriginIsTaken() {
    assertThat(browser.postOnly("/launch", xis()).statusCode()).isEqualTo(303);
  }

  @Test
  void formOfAPartnerWithoutAListIsTakenFromEverywhere() {
    String form = "payload=" + TestPartner.exorliveToken().token();

    assertThat(post(form, "https://other.example").statusCode()).isEqualTo(303);
  }

  /** A browser says nothing of where a link stood. */
  @Test
  void linkIsTakenFromEverywhere() {
    assertThat(
            browser
                .launch(Launches.zorgdomein().token(), "Origin", "https://other.example")
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void theirPathKnowsNoOtherRule() {
    assertThat(
            browser
                .postOnly("/launch/demo-xis", xis(), "Origin", "https://other.example")
                .statusCode())
        .isEqualTo(403);
  }
}
