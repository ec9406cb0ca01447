package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.partner.Placeholders;

/** How launchgate.js is served, and what it is told. What it does is tried in a real browser. */
class LaunchScriptTomcatTest {
  private static final String SCRIPT = "/launchgate.js";
  private static final String STATE = SCRIPT + "?state";

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("scriptPath", SCRIPT)
            .param("logoutPath", "/bye")
            .param("loginRequired", "true")
            .page(
                "/window",
                (request, response) ->
                    response
                        .getWriter()
                        .print(LaunchAttributes.windowOf(request).orElse("no window")))
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private String launched(String patient) {
    assertThat(browser.launch(Launches.patient(patient).token()).statusCode()).isEqualTo(303);
    return browser.get("/window").body();
  }

  private static String text(WindowScript script) {
    return new String(script.bytes(), StandardCharsets.US_ASCII);
  }

  private HttpResponse<String> state(String window) {
    return browser.get(STATE, WindowName.HEADER, window);
  }

  @Test
  void scriptIsServedToEverybodyAsAScript() {
    HttpResponse<String> answer = browser.get(SCRIPT);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=600");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void scriptIsUnderThreeKilobytesFilledInAndWithoutComments() {
    String script = browser.get(SCRIPT).body();

    assertThat(script.length()).isLessThan(3072);
    assertThat(script)
        .contains("root='/app'", "'/app/launchgate.js?state'", "false&&store")
        .doesNotContain("//", "\n", "@");
  }

  @Test
  void scriptAsksForNothingThatAStrictPolicyForbids() {
    assertThat(browser.get(SCRIPT).body())
        .doesNotContain("eval", "Function(", "HTML=", "AdjacentHTML", "document.write", ".style");
  }

  @Test
  void modeThatCarriesWindowsIsFilledIn() {
    assertThat(text(WindowScript.of("", SCRIPT, WindowMode.MANY)))
        .contains("root=''", "true&&store");
    assertThat(text(WindowScript.of("", SCRIPT, WindowMode.STRICT))).contains("false&&store");
  }

  @Test
  void quoteInTheContextPathStaysInItsText() {
    assertThat(text(WindowScript.of("/o'hara", SCRIPT, WindowMode.MANY)))
        .contains("root='/o\\'hara'");
  }

  @Test
  void anotherModeHasAnotherTag() {
    assertThat(WindowScript.of("", SCRIPT, WindowMode.MANY).tag())
        .matches("\"[0-9a-f]{16}\"")
        .isNotEqualTo(WindowScript.of("", SCRIPT, WindowMode.SINGLE).tag());
  }

  @Test
  void browserThatHasItIsNotSentItAgain() {
    String tag = header(browser.get(SCRIPT), "ETag");

    for (String known : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
      HttpResponse<String> answer = browser.get(SCRIPT, "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(header(answer, "ETag")).isEqualTo(tag);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(browser.get(SCRIPT, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void headIsAnsweredWithoutABody() {
    HttpResponse<String> answer = browser.send("HEAD", SCRIPT, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "ETag")).isEqualTo(header(browser.get(SCRIPT), "ETag"));
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {SCRIPT, STATE})
  void otherMethodsAreNotAllowed(String address) {
    HttpResponse<String> answer = browser.postOnly(address, "");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void windowThatIsThereHasNoState() {
    HttpResponse<String> answer = state(launched("1"));

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Launch-State")).isEmpty();
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void windowWhosePatientWasReplacedIsStale() {
    String first = launched("1");
    String second = launched("2");

    assertThat(header(state(first), "Launch-State")).isEqualTo("stale");
    assertThat(state(second).headers().firstValue("Launch-State")).isEmpty();
  }

  @Test
  void headerThatIsSetTwiceNamesOneWindowOrNone() {
    String window = launched("1");

    HttpResponse<String> twice = state(window + ", " + window);
    assertThat(twice.headers().firstValue("Launch-State")).isEmpty();
    assertThat(header(state(window + ", AAAAAAAAAAAAAAAA"), "Launch-State")).isEqualTo("stale");
  }

  @Test
  void windowOfASessionThatIsOverHasEnded() {
    String window = launched("1");
    browser.post("/bye", "");

    HttpResponse<String> answer = state(window);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(header(answer, "Launch-State")).isEqualTo("ended");
  }

  @Test
  void askingWithoutAWindowSaysNothingAndStartsNoSession() {
    HttpResponse<String> answer = browser.get(STATE);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map()).doesNotContainKeys("launch-state", "set-cookie");
  }

  @Test
  void pathBelowTheScriptIsTheApplications() {
    assertThat(browser.get(SCRIPT + "/x").statusCode()).isEqualTo(401);
  }

  @Test
  void withoutTheParamTheApplicationHasThePath() {
    try (TomcatApp other = new TomcatApp().start()) {
      assertThat(other.browser().get(SCRIPT).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"launchgate.js", "/launch", "/launch/x.js", "/bye", "/shut", "/a/../b.js"})
  void pathThatIsNotAllowedStopsTheStart(String path) {
    FilterStubs stubs =
        FilterStubs.with("logoutPath", "/bye", "closePath", "/shut", "scriptPath", path);
    InitParams params = InitParams.of(InitParams.texts(stubs.config()), Placeholders.standard());

    assertThatThrownBy(() -> FilterSettings.of(params))
        .hasMessageStartingWith("init-param scriptPath is \"" + path + "\"; allowed is ");
  }
}
