package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.encoded;
import static org.launchgate.servlet.Browser.header;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** Launches over HTTP against a real Tomcat: what is taken, what is answered, what is untouched. */
class LaunchFilterTomcatTest {
  private static final String PATIENT = "5a4fc42a-1847-4862-a5da-7af86ac23968";

  private static TomcatApp app;
  private static Connector secure;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app = new TomcatApp();
    secure = app.secureConnector();
    app.param("targetUrl", "/home?from=launch")
        .page(
            "/home",
            (request, response) ->
                response
                    .getWriter()
                    .print(
                        request.getRemoteUser()
                            + " "
                            + LaunchAttributes.contextOf(request)
                                .flatMap(LaunchContext::patient)
                                .flatMap(LaunchPatient::id)
                                .orElse("nobody")))
        .page(
            "/echo",
            (request, response) -> request.getInputStream().transferTo(response.getOutputStream()))
        .page(
            "/utf8",
            (request, response) -> {
              request.setCharacterEncoding("UTF-8");
              response.setCharacterEncoding("UTF-8");
              response.getWriter().print(request.getParameter("name"));
            })
        .page("/launched", (request, response) -> response.getWriter().print("mine"))
        .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private HttpResponse<String> form(String body, String... headers) {
    return browser.post("/launch", body, headers);
  }

  private static String payload(String id) {
    return encoded(TestPartner.exorliveToken().nested("contact", "id", id).token());
  }

  private void assertAccepted(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    assertThat(header(response, "Location")).isEqualTo("/app/home?from=launch");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.body()).isEmpty();
  }

  @Test
  @Clause("V-38")
  void zorgDomeinLaunchByGetLeadsToTheTargetWithUserAndPatient() {
    assertAccepted(browser.launch(Launches.zorgdomein().token()));
    assertThat(browser.get("/home").body()).isEqualTo("demo-xis|agb-z|01029999 " + PATIENT);
  }

  @Test
  void zorgDomeinLaunchByPostIsTakenFromTheForm() {
    assertAccepted(form("other=1&token=" + encoded(Launches.zorgdomein().token())));
    assertThat(browser.get("/home").body()).endsWith(PATIENT);
  }

  @Test
  @Clause("V-38")
  void exorLiveLaunchByPostIsTakenFromPayload() {
    assertAccepted(form("payload=" + payload("post-1")));
    assertThat(browser.get("/home").body()).isEqualTo("tatooine|local|2f3fb098 post-1");
  }

  @Test
  void exorLiveTokenInAQueryIsRefusedByItsProfile() {
    assertThat(browser.get("/launch?payload=" + payload("get-1")).statusCode()).isEqualTo(403);
  }

  @Test
  void partnersOwnPathTakesItsTokensOnly() {
    assertAccepted(browser.get("/launch/demo-xis?token=" + Launches.zorgdomein().token()));
    assertThat(browser.get("/launch/tatooine?token=" + Launches.zorgdomein().token()).statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/launch/", "/launch/a/b", "/launch/demo-xis/", "/launch/unknown"})
  void nothingBelowTheLaunchPathReachesTheApplication(String path) {
    HttpResponse<String> response = browser.get(path + "?token=" + Launches.zorgdomein().token());
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void pathThatOnlyStartsLikeTheLaunchPathIsTheApplications() {
    assertThat(browser.get("/launched").body()).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH"})
  @Clause("V-37")
  void otherMethodsAreNotAllowedAndUseNoTokenUp(String method) {
    String token = Launches.zorgdomein().token();
    HttpResponse<String> response =
        browser.send(method, "/launch?token=" + token, BodyPublishers.noBody());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(header(response, "Allow")).isEqualTo("GET, POST, OPTIONS");
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertAccepted(browser.launch(token));
  }

  @Test
  @Clause("V-37")
  void optionsAreAnsweredWithoutUsingATokenUp() {
    String token = Launches.zorgdomein().token();
    HttpResponse<String> response =
        browser.send("OPTIONS", "/launch?token=" + token, BodyPublishers.noBody());
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(header(response, "Allow")).isEqualTo("GET, POST, OPTIONS");
    assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    assertAccepted(browser.launch(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Purpose: prefetch",
        "Sec-Purpose: prefetch;prerender",
        "Purpose: Prefetch",
        "X-Moz: prefetch",
        "X-Purpose: preview",
        "Sec-Purpose: \nSec-Purpose: prefetch"
      })
  @Clause("V-37")
  void prefetchIsPutOffAndUsesNoTokenUp(String prefetch) {
    String token = Launches.zorgdomein().token();
    HttpResponse<String> response = browser.launch(token, prefetch.split(": |\n"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    assertAccepted(browser.launch(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=ISO-8859-1",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded; charset=ISO-8859-1",
        "application/jose",
        "text/plain"
      })
  @Clause("V-37")
  void otherTypesOfBodiesAreNoLaunch(String type) {
    HttpResponse<String> response =
        browser.send(
            "POST",
            "/launch",
            BodyPublishers.ofString("token=" + Launches.zorgdomein().token()),
            "Content-Type",
            type);
    assertThat(response.statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "application/jwt"})
  @Clause("V-37")
  void typeInWhichNoPartnerSendsIsNoLaunch(String type) {
    String onlyXis =
        TestPartner.partnersFile()
            .replace("\"id\": \"tatooine\"", "\"enabled\": false, \"id\": \"tatooine\"");
    try (TomcatApp other = new TomcatApp().file("WEB-INF/partners.json", onlyXis).start()) {
      String token = Launches.zorgdomein().token();
      HttpResponse<String> response =
          other
              .browser()
              .send("POST", "/launch", BodyPublishers.ofString(token), "Content-Type", type);
      assertThat(response.statusCode()).isEqualTo(415);
    }
  }

  /** Opens the address that a script is told. */
  private HttpResponse<String> opened(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{\"url\":\"" + browser.address() + "/launch?");
    return browser.get(answer.body().replaceAll(".*(/launch\\?[^\"]*)\"}", "$1"));
  }

  @Test
  void exorLiveLaunchIsTakenFromAJsonObject() {
    String json = "{\"payload\": \"" + TestPartner.exorliveToken().token() + "\"}";
    assertAccepted(
        opened(
            browser.send(
                "POST",
                "/launch",
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json; charset=utf-8")));
  }

  @Test
  void exorLiveLaunchIsTakenFromABodyThatIsTheToken() {
    assertAccepted(
        opened(
            browser.send(
                "POST",
                "/launch",
                BodyPublishers.ofString(
                    TestPartner.exorliveToken().nested("contact", "id", "another").token()),
                "Content-Type",
                "application/jwt")));
  }

  @Test
  void zorgDomeinTokenInAJsonObjectIsRefused() {
    String json = "{\"token\": \"" + Launches.zorgdomein().token() + "\"}";
    HttpResponse<String> response =
        browser.send(
            "POST", "/launch", BodyPublishers.ofString(json), "Content-Type", "application/json");
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void bodyThatAnnouncesToBeTooLargeIsRefused() {
    assertThat(form("x=" + "a".repeat(16384 + 65536)).statusCode()).isEqualTo(413);
  }

  @Test
  void bodyThatTurnsOutTooLargeIsRefused() {
    byte[] body = ("x=" + "a".repeat(16384 + 65536)).getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> response =
        browser.send(
            "POST",
            "/launch",
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void chunkedFormIsTaken() {
    byte[] body = ("token=" + Launches.zorgdomein().token()).getBytes(StandardCharsets.US_ASCII);
    assertAccepted(
        browser.follow(
            browser.send(
                "POST",
                "/launch",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/x-www-form-urlencoded; charset=\"utf-8\"")));
  }

  @Test
  void tokenOverTheLimitIsRefused() {
    assertThat(form("token=" + "a".repeat(16385)).statusCode()).isEqualTo(413);
  }

  @Test
  @Clause("V-1")
  void tokenInQueryAndFormIsRefused() {
    String token = Launches.zorgdomein().token();
    HttpResponse<String> response = browser.post("/launch?token=" + token, "token=" + token);
    assertThat(response.statusCode()).isEqualTo(403);
    assertAccepted(browser.launch(token));
  }

  @Test
  void tokenOfAPostInItsQueryAloneIsRefused() {
    HttpResponse<String> response =
        browser.post("/launch?token=" + Launches.zorgdomein().token(), "x=1");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("Access denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=%zz", "token=x&other=%ff", "%"})
  void formThatCannotBeReadIsDeniedLikeAnyOther(String body) {
    HttpResponse<String> response = form(body);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("Access denied");
  }

  @Test
  @Clause("V-36")
  void plainHttpThroughAProxyIsRefusedAndTheLogSaysWhy() {
    String token = Launches.zorgdomein().token();
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> response = browser.launch(token, "X-Forwarded-For", "192.0.2.7");
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(log.all()).contains("reason=insecure_transport", "proxy", "allowHttp");
    }
    assertAccepted(browser.launch(token));
  }

  @Test
  void httpsThroughAProxyIsTaken() {
    assertAccepted(
        app.browser(secure)
            .launch(Launches.zorgdomein().token(), "X-Forwarded-For", "192.0.2.7", "Via", "1.1 p"));
  }

  @Test
  void everyOtherPostReachesTheApplicationByteForByte() {
    String body = "token=a%zz&token=b&raw=\u00e6&&=;";
    assertThat(browser.post("/echo?token=x&token=y", body).body()).isEqualTo(body);
  }

  @Test
  void encodingThatIsSetLaterStillCounts() {
    browser.launch(Launches.zorgdomein().token());
    assertThat(browser.post("/utf8", "name=Bj%C3%B8rn").body()).isEqualTo("Bj\u00f8rn");
  }

  @Test
  void requestsWithoutALaunchGetNoSession() {
    assertThat(browser.get("/home").body()).isEqualTo("null nobody");
    assertThat(browser.launch("no.such.token").statusCode()).isEqualTo(403);
    assertThat(browser.cookie()).isNull();
  }

  @Test
  void acceptedLaunchIsLoggedWithoutWhoItIs() {
    try (LogCapture log = new LogCapture()) {
      browser.launch(Launches.zorgdomein().token());
      assertThat(log.lines("INFO launch accepted"))
          .singleElement()
          .asString()
          .matches(
              "INFO launch accepted ref=[2-9A-Z]{10} partner=demo-xis launch=[A-Za-z0-9_-]{43}");
    }
  }
}
