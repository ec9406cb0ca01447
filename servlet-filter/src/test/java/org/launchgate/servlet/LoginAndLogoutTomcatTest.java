package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The init-params loginRequired, publicPaths and logoutPath. */
class LoginAndLogoutTomcatTest {
  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("loginRequired", "true")
            .param("publicPaths", "/about.html, /static/*")
            .param("logoutPath", "/bye")
            .file("about.html", "about")
            .file("static/site.css", "style")
            .file("staticx/secret.html", "secret")
            .file("secret.html", "secret")
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @Test
  void requestWithoutALaunchIsToldWhereToStart() {
    HttpResponse<String> response = browser.get("/secret.html");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(header(response, "WWW-Authenticate")).isEqualTo("Launch");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(response.body())
        .contains("<h1>Please start from your own system</h1>")
        .containsPattern("<code>[2-9A-Z]{10}</code>");
  }

  @Test
  void clientThatPrefersJsonIsToldSoInJson() {
    HttpResponse<String> response = browser.get("/secret.html", "Accept", "application/json");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    assertThat(response.body())
        .matches(
            "\\{\"type\":\"about:blank\",\"title\":\"Please start from your own system\","
                + "\"status\":401,\"reference\":\"[2-9A-Z]{10}\"}");
  }

  @Test
  void publicPathsAreServed() {
    assertThat(browser.get("/about.html").body()).isEqualTo("about");
    assertThat(browser.get("/static/site.css").body()).isEqualTo("style");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/../secret.html",
        "/static/%2e%2e/secret.html",
        "/static/.%2E/secret.html",
        "/static/..;x=y/secret.html",
        "/static;x=y/../secret.html",
        "/static/%252e%252e/secret.html",
        "/static/..%2fsecret.html",
        "/static/..%5csecret.html",
        "/staticx/secret.html",
        "//secret.html",
        "/secret.html;/static/site.css",
        "/about.html/../secret.html"
      })
  void noSpellingOfAPathGetsPast(String path) {
    assertThat(browser.get(path).body()).doesNotContain("secret\n").isNotEqualTo("secret");
    assertThat(browser.get(path).statusCode()).isIn(400, 401, 404);
  }

  @Test
  void launchedUserGetsIn() {
    assertThat(browser.launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(303);
    assertThat(browser.get("/secret.html").body()).isEqualTo("secret");
  }

  @Test
  void logoutByPostEndsTheSession() {
    browser.launch(Launches.zorgdomein().token());
    HttpResponse<String> response = browser.post("/bye", "");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("<h1>You are logged out</h1>");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Content-Security-Policy"))
        .isEqualTo(HtmlPage.CONTENT_SECURITY_POLICY);
    assertThat(browser.get("/secret.html").statusCode()).isEqualTo(401);
  }

  @Test
  void logoutWithoutALaunchIsAnsweredAlike() {
    assertThat(browser.post("/bye", "").statusCode()).isEqualTo(200);
    assertThat(browser.cookie()).isNull();
  }

  @Test
  void logoutOfAClientThatPrefersJsonHasNoBody() {
    browser.launch(Launches.zorgdomein().token());
    HttpResponse<String> response = browser.post("/bye", "", "Accept", "application/json");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(browser.get("/secret.html").statusCode()).isEqualTo(401);
  }

  @Test
  void logoutByLinkIsNotPossible() {
    browser.launch(Launches.zorgdomein().token());
    HttpResponse<String> response = browser.get("/bye");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("POST");
    assertThat(browser.get("/secret.html").statusCode()).isEqualTo(200);
  }

  @Test
  void logoutByAnotherOriginIsRefused() {
    browser.launch(Launches.zorgdomein().token());
    for (String site : new String[] {"cross-site", "same-site", "whatever"}) {
      HttpResponse<String> response = browser.post("/bye", "", "Sec-Fetch-Site", site);
      assertThat(response.statusCode()).as(site).isEqualTo(403);
    }
    assertThat(browser.get("/secret.html").statusCode()).isEqualTo(200);
    assertThat(browser.post("/bye", "", "Sec-Fetch-Site", "same-origin").statusCode())
        .isEqualTo(200);
  }
}
