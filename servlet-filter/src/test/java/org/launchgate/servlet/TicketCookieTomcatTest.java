package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.SessionCookieConfig;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cookie that binds a ticket to its browser goes the way of the session's cookie. */
class TicketCookieTomcatTest {
  private static final String COOKIE = "launch-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{43}";

  private static TomcatApp app(Consumer<SessionCookieConfig> config) {
    TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE);
    app.context()
        .addServletContainerInitializer(
            (classes, context) -> config.accept(context.getSessionCookieConfig()), null);
    return app;
  }

  private static TomcatApp app(String... attributes) {
    return app(
        config -> {
          for (int i = 0; i < attributes.length; i += 2) {
            config.setAttribute(attributes[i], attributes[i + 1]);
          }
        });
  }

  private static String form() {
    return "token=" + Launches.zorgdomein().token();
  }

  /** What a cookie has beside its name and value. */
  private static String attributes(TomcatApp app) {
    try (app) {
      return attributes(app.start().browser().postOnly("/launch", form()));
    }
  }

  private static String attributes(HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    String cookie = header(answer, "Set-Cookie").replaceAll("; Expires=[^;]*", "");
    assertThat(cookie).matches(COOKIE + "; .*");
    return cookie.substring(cookie.indexOf("; ") + 2);
  }

  @Test
  void itLastsAMinuteOnTheLaunchPathAndIsForNoScript() {
    assertThat(attributes(app())).isEqualTo("Max-Age=60; Path=/app/launch; HttpOnly");
  }

  @Test
  void itStaysOnTheLaunchPathThatIsConfigured() {
    TomcatApp app = app().param("launchPath", "/sso/start");
    try (app) {
      HttpResponse<String> answer = app.start().browser().postOnly("/sso/start", form());

      assertThat(attributes(answer)).contains("Path=/app/sso/start;");
      assertThat(header(answer, "Location")).startsWith("/app/sso/start?launch_ticket=");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "None", "lax"})
  void itsSameSiteIsTheSessions(String value) {
    assertThat(attributes(app("SameSite", value)))
        .isEqualTo("Max-Age=60; Path=/app/launch; HttpOnly; SameSite=" + value);
  }

  @Test
  void itIsSecureWhereTheSessionsIs() {
    assertThat(attributes(app(config -> config.setSecure(true)))).contains("; Secure");
  }

  @Test
  void itIsSecureWhereItsRequestIs() {
    try (TomcatApp app = app()) {
      var https = app.secureConnector();
      app.start();

      assertThat(attributes(app.browser(https).postOnly("/launch", form()))).contains("; Secure");
      assertThat(attributes(app.browser().postOnly("/launch", form()))).doesNotContain("Secure");
    }
  }

  /** In a frame of another site, a cookie comes only where it has all three. */
  @Test
  void itIsPartitionedWhereTheSessionsIs() {
    try (TomcatApp app = app("SameSite", "None", "Partitioned", "true", "Secure", "true")) {
      app.start();
      HttpResponse<String> hop = app.browser().postOnly("/launch", form());

      assertThat(attributes(hop)).contains("; Secure").contains("; SameSite=None");
      assertThat(attributes(hop)).containsPattern("; Partitioned(;|$|=true)");
    }
  }

  @Test
  void itIsTakenBackWithTheAttributesThatItWasGivenWith() {
    try (TomcatApp app = app("SameSite", "None", "Partitioned", "true", "Secure", "true")) {
      Browser browser = app.start().browser();
      HttpResponse<String> hop = browser.postOnly("/launch", form());
      HttpResponse<String> answer = browser.follow(hop);

      String name = header(hop, "Set-Cookie").replaceAll("=.*", "");
      assertThat(answer.headers().allValues("Set-Cookie"))
          .filteredOn(cookie -> cookie.startsWith(name))
          .singleElement()
          .asString()
          .contains("Max-Age=0", "Path=/app/launch", "Secure", "SameSite=None", "Partitioned");
    }
  }

  @Test
  void redeemedTicketsLeaveNoCookieBehind() {
    try (TomcatApp app = app()) {
      Browser browser = app.start().browser();
      for (int i = 0; i < 5; i++) {
        browser.post("/launch", form());
      }
      assertThat(browser.cookies()).containsOnlyKeys("JSESSIONID");
    }
  }

  /** The server's own doing, which shows in no configuration of the session. */
  @ParameterizedTest
  @ValueSource(strings = {"strict", "lax"})
  void whatTheServerAddsToEveryCookieIsSeen(String sameSite) {
    try (TomcatApp app = app()) {
      Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
      cookies.setSameSiteCookies(sameSite);
      app.context().setCookieProcessor(cookies);
      HttpResponse<String> answer = app.start().browser().postOnly("/launch", form());

      assertThat(answer.statusCode()).isEqualTo(sameSite.equals("strict") ? 200 : 303);
    }
  }

  /** A link of another site comes without that session's cookie, and must not take its place. */
  @ParameterizedTest
  @ValueSource(strings = {"strict", "lax"})
  void whatTheServerAddsToTheSessionsCookieIsSeenForTheNextLink(String sameSite) {
    try (TomcatApp app = app()) {
      Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
      cookies.setSameSiteCookies(sameSite);
      app.context().setCookieProcessor(cookies);
      app.start();
      app.browser().launch(Launches.zorgdomein().token());

      HttpResponse<String> next = app.browser().launch(Launches.zorgdomein().token());

      assertThat(next.statusCode()).isEqualTo(sameSite.equals("strict") ? 200 : 303);
      assertThat(next.headers().allValues("Set-Cookie").toString().contains("JSESSIONID"))
          .isEqualTo(sameSite.equals("lax"));
    }
  }
}
