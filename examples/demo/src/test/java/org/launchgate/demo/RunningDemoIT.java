package org.launchgate.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The runnable jar, used as a visitor uses it. */
class RunningDemoIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static DemoProcess demo;

  private final Browser browser = new Browser();

  @BeforeAll
  static void start() throws Exception {
    demo = DemoProcess.ready();
  }

  @AfterAll
  static void stop() throws Exception {
    demo.close();
  }

  @Nested
  class WithoutALaunch {

    @Test
    void startPageSaysWhereToBegin() throws Exception {
      HttpResponse<String> page = browser.get(demo.portal(), Browser.HTML);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Nobody is logged in", "href=\"" + demo.simulator() + "\"");
      assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoamiIsUnauthorized() throws Exception {
      HttpResponse<String> answer = browser.get(portal("whoami"), Browser.JSON);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(type(answer)).startsWith("application/problem+json");
    }

    @Test
    void launchWithoutATokenIsDenied() throws Exception {
      assertThat(browser.get(portal("launch"), Browser.HTML).statusCode()).isEqualTo(403);
    }

    @Test
    void missingPageIsAPageOfThePortal() throws Exception {
      HttpResponse<String> page = browser.get(portal("nothing"), Browser.HTML);
      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("Page not found").doesNotContain("Tomcat");
    }

    /** Tomcat itself refuses it: the quotation mark should have been escaped. */
    @Test
    void addressThatTheServerRefusesIsNotRepeated() throws Exception {
      String answer = rawAnswer("GET /launch?token=not\"escaped HTTP/1.1\r\nHost: localhost");

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .doesNotContain("escaped", "Exception", "org.apache", "Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WEB-INF/web.xml", "META-INF/MANIFEST.MF", "WEB-INF/pages/home.jsp"})
    void insideOfTheWarIsNotServed(String path) throws Exception {
      assertThat(browser.get(portal(path), Browser.HTML).statusCode()).isEqualTo(404);
    }

    @Test
    void pagesLoadNothingFromElsewhere() throws Exception {
      for (URI address : List.of(demo.portal(), demo.simulator())) {
        assertThat(
                browser.get(address, Browser.HTML).headers().firstValue("Content-Security-Policy"))
            .get()
            .asString()
            .startsWith("default-src 'self';");
      }
    }
  }

  @Nested
  class ZorgDomein {

    @Test
    void firstPatientIsInFocus() throws Exception {
      HttpResponse<String> page = open("/xis", "5a4fc42a-1847-4862-a5da-7af86ac23968");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.uri()).isEqualTo(demo.portal());
      assertThat(page.body())
          .contains("<h1 id=\"patient-name\">5a4fc42a-1847-4862-a5da-7af86ac23968</h1>")
          .contains("T90", "Endocrine", "01029999", "05029999");
      ObjectNode whoami = whoami();
      ObjectNode context = (ObjectNode) whoami.get("context");
      assertThat(context.remove("tokenId").textValue()).hasSize(36);
      assertThat(Instant.parse(context.remove("issuedAt").textValue()))
          .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
      assertThat((JsonNode) whoami)
          .isEqualTo(
              json(
                  """
                  {"name": "demo-xis|agb-z|01029999", "roles": ["practitioner"], "context": {
                   "partner": "demo-xis", "issuer": "Demo XIS",
                   "user": {"system": "agb-z", "value": "01029999"},
                   "organization": {"system": "agb-z", "value": "05029999"},
                   "patient": {"id": "5a4fc42a-1847-4862-a5da-7af86ac23968"},
                   "problem": "T90",
                   "transactionId": "6fb34257-7e0d-41a1-b8a7-417a50de6d39"}}"""));
    }

    @Test
    void responsiblePractitionerIsShown() throws Exception {
      open("/xis", "c3e6a9f4-8d27-4b6a-b1c5-2e9f7a0d5c83");
      assertThat(whoami().at("/context/responsible"))
          .isEqualTo(json("{\"system\": \"agb-z\", \"value\": \"01019998\"}"));
      assertThat(whoami().at("/context").has("transactionId")).isFalse();
    }

    @Test
    void launchWithoutAPatientHasNoneInFocus() throws Exception {
      HttpResponse<String> page = browser.get(simulator("xis/launch"), Browser.HTML);
      assertThat(page.body()).contains("No patient in focus");
      assertThat(whoami().at("/context").has("patient")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "tampered, signature_invalid",
      "expired, token_too_old",
      "replayed, replayed",
      "unknown-key, key_unknown"
    })
    void faultsAreRefused(String fault, String reason) throws Exception {
      URI button = simulator("xis/refused/" + fault);
      assertDenied(browser.post(button, "", Browser.HTML));
      assertProblem(browser.post(button, "", Browser.JSON), reason);
    }
  }

  @Nested
  class ExorLive {

    @Test
    void firstPatientIsInFocus() throws Exception {
      HttpResponse<String> page = open("/clinic", "2f3fb098");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.uri()).isEqualTo(demo.portal());
      assertThat(page.body())
          .contains("<h1 id=\"patient-name\">Baby Yoda</h1>")
          .contains("Mando Lorian", "Tatooine", "13116900216", "99900000", "13 November 1969")
          .contains("contact › ", "sent empty");
      assertThat((JsonNode) whoami())
          .isEqualTo(
              json(
                  """
                  {"name": "tatooine|local|2f3fb098", "roles": ["practitioner"], "context": {
                   "partner": "tatooine",
                   "user": {"system": "local", "value": "2f3fb098", "username": "mando",
                     "givenName": "Mando", "familyName": "Lorian"},
                   "organization": {"system": "local", "value": "ace615c2", "name": "Tatooine"},
                   "patient": {"id": "2f3fb098", "nationalId": "13116900216",
                     "givenName": "Baby", "familyName": "Yoda", "birthDate": "1969-11-13",
                     "gender": "male", "phone": "99900000"},
                   "problem": "L02"}}"""));
    }

    @Test
    void markupCharactersInANameStayText() throws Exception {
      HttpResponse<String> page = open("/clinic", "b5d80f36");
      assertThat(page.body())
          .containsPattern("<h1 id=\"patient-name\">Padmé O&#(39|039);Naboo &amp; Søn</h1>");
      assertThat(whoami().at("/context/patient/familyName").textValue()).isEqualTo("O'Naboo & Søn");
    }

    @Test
    void openingTwiceInOneSessionLeadsThereAgain() throws Exception {
      open("/clinic", "e2c61d58");
      assertThat(open("/clinic", "e2c61d58").body()).contains("Ahsoka Inventa");
    }

    @Test
    void samePatientOpensAgainSoonAfterALogOutAndAReplayedLaunchDoesNot() throws Exception {
      URI button = simulator("clinic/refused/replayed");
      HttpResponse<String> replayed = browser.post(button, "", Browser.HTML);
      open("/clinic", "7a10c4e2");
      browser.post(portal("logout"), "", Browser.HTML);
      assertThat(browser.get(portal("whoami"), Browser.JSON).statusCode()).isEqualTo(401);
      Instant patience = Instant.now().plusSeconds(20);
      while (open("/clinic", "7a10c4e2").statusCode() == 403) {
        assertThat(Instant.now()).isBefore(patience);
        Thread.sleep(500);
      }
      assertThat(whoami().at("/context/patient/id").textValue()).isEqualTo("7a10c4e2");
      assertDenied(browser.pressContinue(replayed, Browser.HTML));
    }

    @ParameterizedTest
    @CsvSource({
      "tampered, signature_invalid",
      "expired, token_expired",
      "replayed, replayed",
      "unknown-key, partner_unknown"
    })
    void faultsAreRefused(String fault, String reason) throws Exception {
      URI button = simulator("clinic/refused/" + fault);
      assertDenied(browser.pressContinue(browser.post(button, "", Browser.HTML), Browser.HTML));
      assertProblem(
          browser.pressContinue(browser.post(button, "", Browser.HTML), Browser.JSON), reason);
    }
  }

  @Nested
  class Desk {
    private static final String FIRST = "456-789";
    private static final String SECOND = "5a4fc42a-1847-4862-a5da-7af86ac23968";

    private HttpResponse<String> openAtTheDesk(String patient) throws Exception {
      return browser.get(simulator("xis/desk/" + patient), Browser.HTML);
    }

    private String patient(URI page) throws Exception {
      URI whoami = page.resolve("whoami?" + page.getRawQuery());
      HttpResponse<String> answer = browser.get(whoami, Browser.JSON);
      return json(answer.body()).at("/context/patient/id").textValue();
    }

    @Test
    void patientsAreOpenSideBySide() throws Exception {
      HttpResponse<String> first = openAtTheDesk(FIRST);
      HttpResponse<String> second = openAtTheDesk(SECOND);

      assertThat(first.uri().toString()).startsWith(demo.portal() + "desk/?_lw=");
      assertThat(second.body()).contains("Consulting Desk", "id=\"open-patients\"", FIRST, SECOND);
      assertThat(patient(first.uri())).isEqualTo(FIRST);
      assertThat(patient(second.uri())).isEqualTo(SECOND);
    }

    @Test
    void clinicOpensPatientsThereToo() throws Exception {
      HttpResponse<String> page = browser.get(simulator("clinic/desk/2f3fb098"), Browser.HTML);

      assertThat(browser.pressContinue(page, Browser.HTML).body()).contains("Baby Yoda");
    }

    @Test
    void noteIsKeptForThePatientOfItsForm() throws Exception {
      URI first = openAtTheDesk(FIRST).uri();
      URI second = openAtTheDesk(SECOND).uri();
      URI notes = first.resolve("notes?" + first.getRawQuery());

      HttpResponse<String> saved = browser.post(notes, "text=Ademt+beter%2C+z%C3%B3", Browser.HTML);

      assertThat(saved.uri()).isEqualTo(first);
      assertThat(saved.body()).contains("Ademt beter, zó");
      assertThat(browser.get(second, Browser.HTML).body()).doesNotContain("Ademt beter");
    }

    @Test
    void addressThatNamesNoneOfThemLetsTheUserChoose() throws Exception {
      openAtTheDesk(FIRST);
      openAtTheDesk(SECOND);

      HttpResponse<String> page = browser.get(portal("desk/"), Browser.HTML);

      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.body()).contains("Which patient?", "Patient " + FIRST);
    }

    @Test
    void portalAnswers409ForTheFirstPatientAfterTheSecond() throws Exception {
      HttpResponse<String> first = open("/xis", FIRST);
      String notes = first.body().replaceAll("(?s).*action=\"/(notes[^\"]*)\".*", "$1");
      open("/xis", SECOND);

      HttpResponse<String> answer = browser.post(portal(notes), "text=x", Browser.HTML);

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body())
          .contains("The patient in this window is no longer in focus", demo.simulator() + "xis");
    }
  }

  @Nested
  class StaffRooms {
    private static final String FORM = "name=j.zaal&password=";

    private HttpResponse<String> logIn(Browser visitor, String password) throws Exception {
      return visitor.post(portal("staff/login"), FORM + password, Browser.HTML);
    }

    private HttpResponse<String> open(Browser visitor, String patient) throws Exception {
      return visitor.get(simulator("xis/staff/" + patient), Browser.HTML);
    }

    private HttpResponse<String> answer(Browser visitor, HttpResponse<String> question)
        throws Exception {
      String consent =
          question.body().replaceAll("(?s).*name=\"consent\" value=\"([\\w-]+)\".*", "$1");
      URI form = portal("staff/launch?launch_link");
      return visitor.post(form, "launch_answer=yes&consent=" + consent, Browser.HTML);
    }

    @Test
    void visitorLogsInOnceIsLinkedAndCanRemoveTheLink() throws Exception {
      assertThat(open(browser, "456-789").uri()).isEqualTo(portal("staff/login"));
      HttpResponse<String> first = answer(browser, logIn(browser, "green-meadow"));
      assertThat(first.uri()).isEqualTo(portal("staff/"));
      assertThat(first.body()).contains("Judith Zaal", ">456-789</h1>");

      Browser next = new Browser();
      String patient = "0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12";
      assertThat(open(next, patient).body()).contains("Judith Zaal", patient);

      Browser owner = new Browser();
      assertThat(logIn(owner, "green-meadow").body()).contains("01029999");
      String link = "partner=demo-xis&system=agb-z&value=01029999";
      owner.post(portal("staff/links"), link, Browser.HTML);
      assertThat(open(new Browser(), "456-789").uri()).isEqualTo(portal("staff/login"));
    }

    @Test
    void wrongPasswordLogsNobodyIn() throws Exception {
      HttpResponse<String> answer = logIn(browser, "guessed");

      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("id=\"login-failed\"");
      assertThat(browser.get(portal("staff/"), Browser.HTML).body())
          .contains("Nobody is logged in");
    }

    @Test
    void linksAreRemovedByTheirOwnerOnly() throws Exception {
      HttpResponse<String> answer =
          browser.post(portal("staff/links"), "partner=x&system=y&value=z", Browser.HTML);

      assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "desk/"})
    void portalsWithoutAccountsHaveNoLogIn(String path) throws Exception {
      assertThat(browser.get(portal(path + "login"), Browser.HTML).statusCode()).isEqualTo(404);
      assertThat(
              browser
                  .post(portal(path + "login"), FORM + "green-meadow", Browser.HTML)
                  .statusCode())
          .isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text=", "text=+"})
  void noteWithoutATextIsNotSaved(String form) throws Exception {
    open("/xis", "456-789");
    assertThat(browser.post(portal("notes"), form, Browser.HTML).statusCode()).isEqualTo(400);
  }

  @Test
  void noteWithoutALaunchIsNotSaved() throws Exception {
    assertThat(browser.post(portal("notes"), "text=x", Browser.HTML).statusCode()).isEqualTo(401);
  }

  @Test
  void scriptThatPostsALaunchIsToldWhereToOpenIt() throws Exception {
    HttpResponse<String> page = browser.get(simulator("clinic/desk/04e9a7b1"), Browser.HTML);

    HttpResponse<String> answer = browser.pressContinue(page, Browser.JSON);

    assertThat(answer.statusCode()).isEqualTo(200);
    URI ticket = URI.create(json(answer.body()).get("url").textValue());
    assertThat(new Browser().get(ticket, Browser.HTML).body()).contains("Testtrooper");
  }

  @Test
  void logOutEndsTheLaunch() throws Exception {
    open("/xis", "456-789");
    assertThat(browser.post(portal("logout"), "", Browser.HTML).statusCode()).isEqualTo(200);
    assertThat(browser.get(portal("whoami"), Browser.JSON).statusCode()).isEqualTo(401);
  }

  @Test
  void everyPatientOfTheListsOpens() throws Exception {
    for (String product : List.of("/xis", "/clinic")) {
      List<String> launches = launches(product);
      assertThat(launches).hasSizeGreaterThanOrEqualTo(5);
    }
    for (String launch : launches("/xis")) {
      assertThat(browser.get(demo.simulator().resolve(launch), Browser.HTML).uri())
          .isEqualTo(demo.portal());
    }
  }

  @Test
  void consoleHoldsNoTokenAndNoName() throws Exception {
    open("/clinic", "04e9a7b1");
    demo.awaitLine(line -> line.contains("launch accepted") && line.contains("tatooine"));
    assertThat(demo.console())
        .noneMatch(line -> line.contains("eyJ"))
        .noneMatch(line -> line.contains("Testtrooper") || line.contains("19900100375"));
  }

  private static void assertDenied(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(type(page)).startsWith("text/html");
    assertThat(page.body()).contains("Access denied", "id=\"reference\"", "/assets/portal.css");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  private static void assertProblem(HttpResponse<String> answer, String reason) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(type(answer)).startsWith("application/problem+json");
    String reference = MAPPER.readTree(answer.body()).get("reference").textValue();
    assertThat(demo.awaitLine(line -> line.contains(reference))).contains("reason=" + reason);
  }

  /** Follows the simulator's own link or form for a patient, as far as it leads. */
  private HttpResponse<String> open(String product, String patient) throws Exception {
    String path = product + "/launch/" + patient;
    assertThat(launches(product)).contains(path);
    HttpResponse<String> page = browser.get(demo.simulator().resolve(path), Browser.HTML);
    return product.equals("/clinic") ? browser.pressContinue(page, Browser.HTML) : page;
  }

  private List<String> launches(String product) throws Exception {
    String list = browser.get(demo.simulator().resolve(product), Browser.HTML).body();
    return Stream.of(list.split("\"", -1)).filter(text -> text.contains("/launch/")).toList();
  }

  private ObjectNode whoami() throws Exception {
    HttpResponse<String> answer = browser.get(portal("whoami"), Browser.JSON);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(type(answer)).startsWith("application/json");
    return (ObjectNode) json(answer.body());
  }

  /** What the portal answers to a request head that no client would send. */
  private static String rawAnswer(String head) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), demo.portal().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static JsonNode json(String text) throws Exception {
    return MAPPER.readTree(text);
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static URI portal(String path) throws Exception {
    return demo.portal().resolve("/" + path);
  }

  private static URI simulator(String path) throws Exception {
    return demo.simulator().resolve("/" + path);
  }
}
