package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** Which requests are remembered, what a planted cookie can do, and what precedes what. */
class DeepLinkTomcatTest {
  private static final String PAGE = "text/html,application/xhtml+xml,*/*;q=0.8";

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app = application().start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static TomcatApp application() {
    return new TomcatApp()
        .param("targetUrl", "/home")
        .param("loginRequired", "true")
        .param("publicPaths", "/about")
        .param("logoutPath", "/bye")
        .param("closePath", "/close")
        .param("scriptPath", "/launchgate.js")
        .page("/*", TargetContract::echo);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return header(answer, "Location");
  }

  private String launched() {
    return location(browser.launch(Launches.patient("p1").token()));
  }

  private boolean isRemembered() {
    return browser.cookies().containsKey("launch-link");
  }

  @ParameterizedTest
  @CsvSource({
    "none,navigate,document",
    "cross-site,navigate,document",
    "same-site,navigate,document",
  })
  void pageThatIsOpenedFromOutsideIsRemembered(String site, String mode, String dest) {
    browser.get(
        "/notes",
        "Accept",
        PAGE,
        "Sec-Fetch-Site",
        site,
        "Sec-Fetch-Mode",
        mode,
        "Sec-Fetch-Dest",
        dest);
    assertThat(launched()).isEqualTo("/app/notes");
  }

  @ParameterizedTest
  @CsvSource({
    "same-origin,navigate,document",
    "cross-site,navigate,iframe",
    "none,navigate,object",
    "same-origin,no-cors,script",
    "same-origin,no-cors,image",
    "same-origin,no-cors,style",
    "same-origin,cors,empty",
    "cross-site,no-cors,document",
    "none,navigate,serviceworker"
  })
  void anythingElseThatABrowserFetchesIsNot(String site, String mode, String dest) {
    HttpResponse<String> away =
        browser.get(
            "/notes",
            "Accept",
            PAGE,
            "Sec-Fetch-Site",
            site,
            "Sec-Fetch-Mode",
            mode,
            "Sec-Fetch-Dest",
            dest);
    assertThat(away.statusCode()).isEqualTo(401);
    assertThat(isRemembered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/html;q=0.9", "application/xhtml+xml", PAGE})
  void whereABrowserDoesNotSayWhatItAcceptsDecides(String accept) {
    browser.get("/notes", "Accept", accept);
    assertThat(isRemembered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*/*", "image/avif,image/webp,*/*", "text/css,*/*;q=0.1", "application/json"})
  void scriptsStylesAndPicturesAreNoPages(String accept) {
    browser.get("/notes", "Accept", accept);
    assertThat(isRemembered()).isFalse();
  }

  @Test
  void prefetchAndScriptRequestAreNoPages() {
    browser.get("/notes", "Accept", PAGE, "Sec-Purpose", "prefetch;prerender");
    browser.get("/notes", "Accept", PAGE, "X-Requested-With", "XMLHttpRequest");
    assertThat(isRemembered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE"})
  void onlyGetIsRemembered(String method) {
    assertThat(browser.send(method, "/notes", BodyPublishers.noBody()).statusCode()).isEqualTo(401);
    assertThat(isRemembered()).isFalse();
  }

  @Test
  void publicPageIsServedAndNotRemembered() {
    assertThat(browser.get("/about", "Accept", PAGE).statusCode()).isEqualTo(200);
    assertThat(isRemembered()).isFalse();
  }

  @Test
  void addressOfAWindowIsNot() {
    browser.get("/notes?%5Flw=AAAAAAAAAAAAAAAA", "Accept", PAGE);
    assertThat(isRemembered()).isFalse();
    browser.get("/notes?_lw=AAAAAAAAAAAAAAAA", "Accept", PAGE);
    assertThat(isRemembered()).isFalse();
  }

  @Test
  void addressOfAThousandCharactersIsRememberedAndOfOneMoreIsNot() {
    String longest = "/" + "x".repeat(999);
    browser.get(longest + "x", "Accept", PAGE);
    assertThat(isRemembered()).isFalse();
    browser.get(longest, "Accept", PAGE);
    assertThat(launched()).isEqualTo("/app" + longest);
  }

  @Test
  void laterPageReplacesTheEarlier() {
    browser.get("/first", "Accept", PAGE);
    browser.get("/second", "Accept", PAGE);
    assertThat(launched()).isEqualTo("/app/second");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\/evil.example/",
        "https://evil.example/",
        "javascript:alert(1)",
        "evil",
        "/a//b",
        "/../other-app/",
        "/%2e%2e/other-app/",
        "/%5cevil.example",
        "/a\r\nSet-Cookie: x=y",
        "/%0d%0aSet-Cookie:x",
        "/f\u00f8rste",
        "/#top",
        "/%zz",
        "/",
        "",
        "/launch",
        "/launch?token=x",
        "/launch/demo-xis",
        "/l%61unch",
        "/launch;x=y",
        "/launch%2fx",
        "/bye",
        "/close",
        "/launchgate.js",
        "/notes;x=y",
        "/notes?_lw=AAAAAAAAAAAAAAAA",
        "/notes?x=y&%5flw=AAAAAAAAAAAAAAAA"
      })
  @Clause("V-35")
  void plantedCookieLeadsNowhereElse(String address) {
    browser.cookies().put("launch-link", encoded(address.getBytes(StandardCharsets.UTF_8)));
    assertThat(launched()).isEqualTo("/app/home");
    assertThat(isRemembered()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "=", "/notes", "A", "_____w", "L25vdGVz%0d%0a"})
  void cookieThatIsNoneOfOursLeadsNowhere(String value) {
    browser.cookies().put("launch-link", value);
    assertThat(launched()).isEqualTo("/app/home");
  }

  @Test
  void plantedCookieThatIsTooLongLeadsNowhere() {
    String address = "/" + "x".repeat(1000);
    browser.cookies().put("launch-link", encoded(address.getBytes(StandardCharsets.UTF_8)));
    assertThat(launched()).isEqualTo("/app/home");
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Test
  void userWhoIsAskedFirstIsLedThereAfterTheAnswer() {
    browser.launch(Launches.user("ann").token());
    browser.cookies().put("launch-link", encoded("/notes".getBytes(StandardCharsets.UTF_8)));
    HttpResponse<String> question = browser.launch(Launches.user("bob").token());
    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(question.body()).contains("<a href=\"/app/home\">Stay as");

    String ticket = question.body().replaceAll("(?s).*name=\"launch_ticket\" value=\"", "");
    HttpResponse<String> entered =
        browser.postOnly("/launch", "launch_ticket=" + ticket.substring(0, 43));
    assertThat(location(entered)).isEqualTo("/app/notes");
    assertThat(isRemembered()).isFalse();
  }

  @Test
  void itCanBeSwitchedOff() {
    try (TomcatApp off = application().param("deepLinks", "false").start()) {
      Browser other = off.browser();
      other.get("/notes", "Accept", PAGE);
      assertThat(other.cookies()).isEmpty();
      other.cookies().put("launch-link", encoded("/notes".getBytes(StandardCharsets.UTF_8)));
      assertThat(location(other.launch(Launches.zorgdomein().token()))).isEqualTo("/app/home");
    }
  }

  @Test
  void addressNamesTheWindowWhereEachHasAPatient() {
    try (TomcatApp many = application().param("windows", "many").start()) {
      Browser other = many.browser();
      other.get("/notes?x=1", "Accept", PAGE);
      assertThat(location(other.launch(Launches.patient("p1").token())))
          .matches("/app/notes\\?x=1&_lw=[\\w-]{16}");
      assertThat(location(other.launch(Launches.patient("p2").token())))
          .matches("/app/home\\?_lw=[\\w-]{16}");
    }
  }

  @Test
  void partnersTargetPrecedesTheFilters() {
    String partners =
        TestPartner.partnersFile()
            .replace(
                "\"issuer\": \"Demo XIS\",",
                "\"issuer\": \"Demo XIS\", \"targetUrl\": \"/x/{patient.id}\",");
    try (TomcatApp own =
        application()
            .param("targetUrl", "/home?u={user.value}")
            .file("WEB-INF/partners.json", partners)
            .start()) {
      assertThat(location(own.browser().launch(Launches.patient("p1").token())))
          .isEqualTo("/app/x/p1");
      assertThat(
              location(
                  own.browser().post("/launch", "payload=" + TestPartner.exorliveToken().token())))
          .isEqualTo("/app/home?u=2f3fb098");
    }
  }

  @Test
  void userIsNotOfferedTheAddressOfAPatientToStayAt() {
    try (TomcatApp filled = application().param("targetUrl", "/p/{patient.id}").start()) {
      Browser other = filled.browser();
      other.launch(Launches.user("ann").token());
      assertThat(other.launch(Launches.user("bob").token()).body())
          .contains("<a href=\"/app/\">Stay as");
    }
  }

  @Test
  void logSaysWhatWasMissingAndNoValue() {
    try (TomcatApp filled = application().param("targetUrl", "/p/{patient.id}").start();
        LogCapture log = new LogCapture()) {
      filled.browser().launch(Launches.patient(null).token());
      filled.browser().launch(Launches.patient("hidden/value").token());
      filled.browser().launch(Launches.patient("hidden@value.example").token());
      assertThat(log.lines("WARNING launch refused"))
          .hasSize(3)
          .noneMatch(line -> line.contains("hidden"))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .contains("reason=target_value_missing partner=demo-xis")
                      .endsWith(
                          "detail=the target needs {patient.id}, which this launch does not have"),
              line ->
                  assertThat(line)
                      .contains("reason=target_not_allowed")
                      .endsWith("{patient.id}, whose value cannot stand in an address"),
              line ->
                  assertThat(line)
                      .contains("reason=target_value_personal")
                      .endsWith("{patient.id}, which is personal in this launch"));
    }
  }
}
