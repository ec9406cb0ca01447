package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.SessionCookieConfig;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;

/** What the browser remembers of where somebody came from goes the way of the session's cookie. */
class RelaunchCookieTomcatTest {
  private static final String PARTNERS =
      TestPartner.partnersFile()
          .replace(
              "\"id\": \"demo-xis\",",
              "\"id\": \"demo-xis\", \"relaunchUrl\": \"https://xis.example/start\",");

  private static TomcatApp app(Consumer<SessionCookieConfig> config) {
    TomcatApp app = new TomcatApp().file("WEB-INF/partners.json", PARTNERS);
    app.context()
        .addServletContainerInitializer(
            (classes, context) -> config.accept(context.getSessionCookieConfig()), null);
    return app;
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(each -> each.startsWith("launch-from="))
        .findFirst()
        .orElse("none");
  }

  private static String cookie(TomcatApp app) {
    try (app) {
      return cookie(app.start().browser().launch(Launches.zorgdomein().token()));
    }
  }

  @Test
  void itNamesThePartnerAndIsForNoScript() {
    assertThat(cookie(app(config -> {}))).isEqualTo("launch-from=demo-xis; Path=/app; HttpOnly");
  }

  @Test
  void itsAttributesAreThoseOfTheSessions() {
    String cookie =
        cookie(
            app(
                config -> {
                  config.setSecure(true);
                  config.setAttribute("SameSite", "None");
                  config.setAttribute("Partitioned", "true");
                }));

    assertThat(cookie).contains("; Secure", "; SameSite=None");
    assertThat(cookie).containsPattern("; Partitioned(;|$|=true)");
  }

  @Test
  void itIsSecureWhereItsRequestIs() {
    try (TomcatApp app = app(config -> {})) {
      var https = app.secureConnector();
      app.start();

      assertThat(cookie(app.browser(https).launch(Launches.zorgdomein().token())))
          .contains("; Secure");
    }
  }

  @Test
  void partnerWithoutAnAddressIsNotRemembered() {
    try (TomcatApp app = app(config -> {})) {
      Browser browser = app.start().browser();
      HttpResponse<String> answer =
          browser.post("/launch", "payload=" + TestPartner.exorliveToken().token());

      assertThat(header(answer, "Location")).isEqualTo("/app/");
      assertThat(cookie(answer)).isEqualTo("none");
    }
  }
}
