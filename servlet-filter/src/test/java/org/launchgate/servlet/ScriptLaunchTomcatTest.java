package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.servlet.ScriptPartners.path;
import static org.launchgate.servlet.ScriptPartners.post;
import static org.launchgate.servlet.ScriptPartners.postForm;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http2.Http2Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;

/** ExorLive's second way: a script posts the token, and is told an address to open. */
class ScriptLaunchTomcatTest {
  @SuppressWarnings("TimeInStaticInitializer") // the tokens are made at that time, too
  private static final MovableClock CLOCK = new MovableClock(Instant.now());

  private static TomcatApp app;
  private static TomcatApp atPublicUrl;

  private final Browser script = app.browser();
  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app = ScriptPartners.app().clock(CLOCK).start();
    atPublicUrl =
        ScriptPartners.app()
            .without("allowedHosts")
            .param("publicUrl", "https://portal.example/app")
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
    atPublicUrl.close();
  }

  private static String token(String patient) {
    return TestPartner.zorgdomeinToken(
            java.util.UUID.randomUUID().toString(), CLOCK.instant().getEpochSecond())
        .claim("context.patient-id", patient)
        .token();
  }

  private static String exorlive(String patient) {
    return TestPartner.exorliveToken().nested("contact", "id", patient).token();
  }

  private static void assertEntered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/app/");
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  @Clause("EL-13")
  void answerIsTheAbsoluteAddressOfATicketAndNothingElse() {
    HttpResponse<String> answer = postForm(script, "token=" + token("p1"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type"))
        .isEqualToIgnoringCase("application/json;charset=UTF-8");
    assertThat(answer.body())
        .matches(
            "\\{\"url\":\"" + script.address() + "/launch\\?launch_ticket=[A-Za-z0-9_-]{43}\"}");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void addressIsOfThePublicUrlWhateverTheHostOfTheRequestIs() {
    HttpResponse<String> answer =
        postForm(atPublicUrl.browser(), "token=" + Launches.zorgdomein().token());

    assertThat(answer.body())
        .startsWith("{\"url\":\"https://portal.example/app/launch?launch_ticket=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
  void jsonBodyIsAScriptsWhateverItAsksFor(String type) {
    String ticket = path(post(script, type, "{\"payload\":\"" + exorlive("json " + type) + "\"}"));

    assertEntered(browser.get(ticket));
    assertThat(Shown.to(browser).user()).isEqualTo("tatooine|local|2f3fb098");
  }

  @Test
  @Clause("EL-13")
  void bareTokenIsAScriptsWhateverItAsksFor() {
    assertEntered(browser.get(path(post(script, "application/jwt", exorlive("bare")))));
  }

  @Test
  void formThatAsksForAPageIsABrowsers() {
    HttpResponse<String> answer =
        browser.postOnly(
            "/launch",
            "token=" + token("p1"),
            "Accept",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(303);
  }

  @Test
  void addressWorksWithoutAnyCookieInWhateverBrowserOpensIt() {
    assertEntered(browser.get(path(postForm(script, "token=" + token("p1")))));

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
    assertThat(script.cookies()).isEmpty();
  }

  @Test
  void addressLeadsIntoTheSessionThatTheBrowserHas() {
    assertThat(browser.post("/launch", "token=" + token("p1")).statusCode()).isEqualTo(303);
    String session = browser.cookie();

    assertEntered(browser.get(path(postForm(script, "token=" + token("p1")))));

    assertThat(browser.cookie()).isEqualTo(session);
  }

  @Test
  void addressWorksOnce() {
    String ticket = path(postForm(script, "token=" + token("p1")));
    assertEntered(browser.get(ticket));

    assertThat(app.browser().get(ticket).statusCode()).isEqualTo(403);
    assertEntered(browser.get(ticket));
  }

  @Test
  void addressWorksForAMinute() {
    String ticket = path(postForm(script, "token=" + token("p1")));
    String late = path(postForm(script, "token=" + token("p2")));
    CLOCK.advance(Duration.ofSeconds(60).minusNanos(1));
    assertEntered(browser.get(ticket));
    CLOCK.advance(Duration.ofNanos(1));

    assertThat(browser.get(late).statusCode()).isEqualTo(403);
  }

  @Test
  void addressIsNotPosted() {
    String ticket = path(postForm(script, "token=" + token("p1")));

    assertThat(browser.postOnly("/launch", ticket.replaceAll(".*\\?", "")).statusCode())
        .isEqualTo(403);
    assertEntered(browser.get(ticket));
  }

  @Test
  void sessionsOfTheScriptsOwnRequestAreLeftAlone() {
    assertThat(script.post("/launch", "token=" + token("p1")).statusCode()).isEqualTo(303);
    postForm(script, "token=" + token("p2"));

    assertThat(Shown.to(script).patient()).isEqualTo("p1");
  }

  @Test
  void hostThatIsNotListedIsToldNoAddressAndTheTokenIsNotUsedUp() {
    Browser otherHost = new Browser(script.address().replace("127.0.0.1", "localhost"));
    String form = "token=" + token("p1");
    try (LogCapture log = new LogCapture()) {
      assertProblem(postForm(otherHost, form), 403);
      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains("reason=host_not_allowed", "publicUrl", "allowedHosts")
          .doesNotContain("localhost");
    }
    path(postForm(script, form));
  }

  @Test
  void hostOfABrowsersLaunchNeedsNoList() {
    Browser otherHost = new Browser(script.address().replace("127.0.0.1", "localhost"));

    assertThat(otherHost.post("/launch", "token=" + token("p1")).statusCode()).isEqualTo(303);
  }

  @Test
  void refusalIsProblemDetails() {
    assertProblem(postForm(script, "token=" + token("p1") + "x"), 403);
    assertProblem(post(script, "application/json", "{\"payload\":\"x\"}"), 403);
    assertProblem(post(script, "application/json", "{"), 403);
    assertProblem(post(script, "application/jwt", "x"), 403);
    assertProblem(post(script, "application/jwt", "x".repeat(20_000)), 413);
  }

  @Test
  void usedTokenIsRefusedAlsoWhereTheScriptHasTheSessionThatHoldsIt() {
    String form = "token=" + token("p1");
    assertThat(script.post("/launch", form).statusCode()).isEqualTo(303);

    assertProblem(postForm(script, form), 403);
  }

  @Test
  void tokenThatWasHandedOutIsUsed() {
    String form = "token=" + token("p1");
    path(postForm(script, form));

    assertProblem(postForm(script, form), 403);
    assertThat(browser.post("/launch", form).statusCode()).isEqualTo(403);
  }

  /** There a request has no header Host. */
  @Test
  void listedHostIsToldItsAddressOverHttp2Too() {
    try (TomcatApp app = ScriptPartners.app()) {
      Connector connector = app.secureConnector();
      connector.addUpgradeProtocol(new Http2Protocol());
      Browser http2 = app.start().browser(connector);
      http2.get("/launch"); // agrees on the protocol

      HttpResponse<String> answer = postForm(http2, "token=" + Launches.zorgdomein().token());

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(answer.body())
          .startsWith("{\"url\":\"http://127.0.0.1:" + connector.getLocalPort() + "/app/launch?");
      assertThat(http2.get(path(answer)).statusCode()).isEqualTo(303);
    }
  }
}
