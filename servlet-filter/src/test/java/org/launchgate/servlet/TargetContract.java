package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.TokenBuilder;

/**
 * Values of a launch reach the application in one piece, and a page that was asked for before is
 * where the launch leads, whichever server there is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TargetContract {
  private static final String TARGET = "/p/{patient.id}/home?x={patient.id}";
  private static final String USUAL = "/app/p/p1/home?x=p1";

  private Server server;
  private Browser browser;

  @BeforeEach
  final void comeAnew() {
    browser = server.browser();
  }

  /** An application under {@code /app} that needs a launch, with {@link #echo} everywhere. */
  interface Server extends AutoCloseable {
    Browser browser();

    @Override
    void close();
  }

  /** Starts it with {@code loginRequired} and that target. */
  abstract Server start(String targetUrl) throws Exception;

  /** Says which path and value it was asked with. */
  static void echo(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    String all = RequestPath.of(request) + "|" + request.getParameter("x");
    response.getOutputStream().write(all.getBytes(StandardCharsets.UTF_8));
  }

  @BeforeAll
  final void startServer() throws Exception {
    server = start(TARGET);
  }

  @AfterAll
  final void stopServer() {
    server.close();
  }

  private HttpResponse<String> launch(TokenBuilder token) {
    return browser.launch(token.token());
  }

  private HttpResponse<String> ask(String path, String... headers) {
    browser = server.browser();
    return browser.get(path, headers);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return header(answer, "Location");
  }

  /** Where a launch of patient p1 leads. */
  private String launched() {
    return location(launch(Launches.patient("p1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "456-789", "a b", "a+b", "a&x=b", "a?b#c", "a:b,c", "\"<'>", "{task}", "bø李😀", "...", "~a"
      })
  void valueArrivesInOnePiece(String value) {
    String location = location(launch(Launches.patient(value)));
    assertThat(location).startsWith("/app/p/").matches("/[\\w/.~%-]+\\?x=[\\w.~%-]+");
    assertThat(browser.get(location.substring("/app".length())).body())
        .isEqualTo("/p/" + value + "/home|" + value);
  }

  /** Jetty takes an encoded percent sign for a disguise, and a semicolon may be one on others. */
  @ParameterizedTest
  @ValueSource(strings = {"100%", "%2e%2e", "%2f", "a;b"})
  void valueThatLooksEncodedArrivesInOnePieceOrNotAtAll(String value) {
    String location = location(launch(Launches.patient(value)));
    HttpResponse<String> page = browser.get(location.substring("/app".length()));
    if (page.statusCode() != 400) {
      assertThat(page.body()).isEqualTo("/p/" + value + "/home|" + value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "..", "/", "a/b", "../../launch", "\\", "a\\b", "..;a", "x@y.example"})
  @Clause("V-35")
  void valueThatIsNoWholeSegmentIsRefusedAndLogsNobodyIn(String value) {
    HttpResponse<String> answer = launch(Launches.patient(value));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied");
    assertThat(header(answer, "Location")).isEmpty();
    assertThat(browser.cookie()).isNull();
  }

  @Test
  void launchWithoutTheValueIsRefused() {
    assertThat(launch(Launches.patient(null)).statusCode()).isEqualTo(403);
  }

  @Test
  void pageThatWasAskedForIsWhereTheLaunchLeadsOnce() {
    HttpResponse<String> away = ask("/notes/7?y=%20&z=1", "Accept", "text/html,*/*;q=0.8");
    assertThat(away.statusCode()).isEqualTo(401);
    assertThat(header(away, "Set-Cookie"))
        .matches("launch-link=[\\w-]+; .*")
        .contains("Max-Age=600", "Path=/app", "HttpOnly");
    assertThat(browser.cookie()).as("session").isNull();

    HttpResponse<String> entered = launch(Launches.patient("p1"));
    assertThat(location(entered)).isEqualTo("/app/notes/7?y=%20&z=1");
    assertThat(browser.get("/notes/7?y=%20&z=1").body()).isEqualTo("/notes/7|null");
    assertThat(browser.cookies().getOrDefault("launch-link", "")).isEmpty();

    assertThat(launched()).isEqualTo(USUAL);
  }

  @Test
  void postedLaunchLeadsThereToo() {
    ask("/notes/7");
    HttpResponse<String> entered =
        browser.post("/launch", "token=" + Launches.patient("p1").token());
    assertThat(location(entered)).isEqualTo("/app/notes/7");
  }

  @Test
  void refusedLaunchLeavesTheWishToTheNext() {
    ask("/notes/7");
    assertThat(launch(Launches.patient("..")).statusCode()).isEqualTo(403);
    assertThat(launched()).isEqualTo("/app/notes/7");
  }

  @Test
  void doubleClickLeadsWhereTheFirstOneDid() {
    ask("/notes/7");
    TokenBuilder token = Launches.patient("p1");
    assertThat(location(launch(token))).isEqualTo("/app/notes/7");
    assertThat(location(launch(token))).isEqualTo("/app/notes/7");
  }

  @Test
  @Clause("V-35")
  void pageOfAnotherPatientIsNotWhereTheLaunchLeads() {
    ask("/p/p2/home");
    assertThat(launched()).isEqualTo(USUAL);
    ask("/notes?x=p2");
    assertThat(launched()).isEqualTo(USUAL);
    ask("/p/p1/lab");
    assertThat(launched()).isEqualTo("/app/p/p1/lab");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/x",
        "/%2fevil.example",
        "/%5cevil.example",
        "/..%2f..%2fevil",
        "/%2e%2e/%2e%2e/evil",
        "/a/..;/b",
        "/;x=y/notes",
        "/notes;jsessionid=1",
        "/%0d%0aSet-Cookie:x",
        "/notes%00",
        "/a/%252e%252e/b",
        "/close",
        "/bye",
        "/b%79e",
        "/launchgate.js?x=1",
        "/"
      })
  @Clause("V-35")
  void noSpellingOfAnAddressLeadsOutOfTheApplicationOrToTheFilter(String path) {
    ask(path);
    assertThat(launched())
        .startsWith("/app/")
        .doesNotContain("//", "..", "\\", "bye", "close", "launchgate.js", ";", "%0");
  }

  @Test
  void pathArrivesAsTheContainerReadIt() {
    ask("/b%C3%B8/a%20b");
    String location = launched();
    assertThat(location).isEqualTo("/app/b%C3%B8/a%20b");
    assertThat(browser.get("/b%C3%B8/a%20b").body()).isEqualTo("/bø/a b|null");
  }
}
