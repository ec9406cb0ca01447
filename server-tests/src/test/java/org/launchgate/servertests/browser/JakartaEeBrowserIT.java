package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.launchgate.servertests.process.Deadline;
import org.launchgate.servertests.process.Demo;

/**
 * The Jakarta EE example on its GlassFish, as a doctor and an assistant see it. When all tests are
 * through, the console is searched for persons and tokens.
 */
@ExtendWith(BrowserNeeded.class)
@TestInstance(Lifecycle.PER_CLASS)
class JakartaEeBrowserIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String WILLEMINA = "p-4711";
  private static final String BRAM = "p-4712";
  private static final List<String> PERSONS =
      List.of("Nora", "Fictief", "Tom ", "Bedacht", "Proefpersoon", "Verzonnen", "Nergenshuizen");

  /** What parts of a token look like; the digests that name launches are shorter. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10}|[\\w-]{60}");

  private Demo demo;
  private Browser browser;

  @BeforeAll
  void start() throws Exception {
    demo = Demo.startJakartaEe(getClass().getSimpleName());
    browser = Browser.start(getClass().getSimpleName());
  }

  @BeforeEach
  void beginWithOneEmptyTab() {
    browser.forget();
  }

  @AfterAll
  void stopAndSearchTheConsole() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
      assertThat(demo.log())
          .contains("launch accepted ref=")
          .doesNotContain(PERSONS)
          .doesNotContainPattern(TOKEN)
          .doesNotContain("SEVERE");
    }
  }

  @Test
  void launchedDoctorIsGreetedByNameAndSeesThePatient() throws Exception {
    open("doctor", WILLEMINA);

    browser.seeText("#greeting", "Hello, Nora Fictief");
    browser.seeText("#role", "a doctor");
    browser.seeText("#account", "harbour-his|");
    browser.seeText("#patient-name", "Willemina de Proefpersoon");
    browser.seeText("#patient-born", "9 March 1951");
    assertPictured("jakarta-ee");
  }

  @Test
  void otherPagesArePicturedAndHaveNoViolation() throws Exception {
    browser.open(demo.simulator());
    assertPictured("jakarta-ee-hospital");
    browser.open(demo.home());
    assertPictured("jakarta-ee-welcome");
    open("doctor", WILLEMINA);
    browser.click("#opened");
    assertPictured("jakarta-ee-opened");
    browser.forget();
    open("assistant", WILLEMINA);
    browser.click("[id='discharge:go']");
    browser.see("#messages");
    assertPictured("jakarta-ee-refused");
    browser.click("#opened");
    assertPictured("jakarta-ee-forbidden");
  }

  private void assertPictured(String name) throws Exception {
    Pictures.take(browser, name);
    Accessibility.assertAccessible(browser);
  }

  @Test
  void eachTabKeepsItsPatient() {
    open("doctor", WILLEMINA);
    String first = browser.tab();
    open("doctor", BRAM);
    browser.seeText("#patient-name", "Bram Verzonnen");

    browser.goTo(first);
    browser.type("textarea", "Slept well.");
    browser.click("[id='note:save']");

    browser.seeText("#notes", "Slept well.");
    browser.seeText("#patient-name", "Willemina de Proefpersoon");
    open("doctor", BRAM);
    browser.seeText("#patient-name", "Bram Verzonnen");
    assertThat(browser.text()).doesNotContain("Slept well.");
  }

  @Test
  void pageThatNamesNoWindowAsksWhichPatient() {
    open("doctor", WILLEMINA);
    open("doctor", BRAM);

    browser.open(demo.home().resolve("ward/round.xhtml"));

    browser.seeText("h1", "Which patient?");
  }

  @Test
  void doctorDischargesAndSeesWhoOpenedWhichPatient() throws Exception {
    open("doctor", WILLEMINA);
    open("doctor", BRAM);

    browser.click("[id='discharge:go']");
    browser.seeText("#patient-state", "Ready to go home");
    browser.click("#opened");

    // told of a launch after the fact
    Deadline.await("the observer has written both down", PATIENCE, this::bothAreWrittenDown);
    browser.click("#back");
    browser.seeText("#patient-name", "Bram Verzonnen");
  }

  @Test
  void assistantIsRefusedByTheEjb() {
    open("assistant", WILLEMINA);
    browser.seeText("#greeting", "Hello, Tom Bedacht");
    browser.seeText("#role", "an assistant");

    browser.click("[id='discharge:go']");

    browser.seeText("#messages", "Only a doctor may discharge a patient.");
    browser.seeText("#patient-state", "On the ward");
  }

  @Test
  void assistantIsRefusedByTheContainersConstraint() {
    open("assistant", WILLEMINA);

    browser.click("#opened");

    browser.seeText("h1", "This page is for doctors");
    assertThat(status()).isEqualTo(403);
  }

  @Test
  void withoutALaunchTheContainerHasLaunchgateAnswer() throws Exception {
    URI round = demo.home().resolve("ward/round.xhtml");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(round).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);

    browser.open(demo.home());
    browser.click("#round");

    browser.seeText("h1", "Please start from your own system");
  }

  @Test
  void loggingOutEndsTheLaunch() {
    open("doctor", WILLEMINA);
    String page = browser.address();

    browser.click("#log-out");

    browser.seeText("h1", "You are logged out");
    browser.open(URI.create(page));
    browser.seeText("h1", "Your session has ended");
    assertThat(browser.text()).doesNotContain("Willemina");
  }

  /** Opens a patient from the hospital system, in a new tab. */
  private void open(String role, String patient) {
    browser.newTab();
    browser.open(demo.simulator());
    browser.clickIntoNewTab("a[href='/open/" + role + "/" + patient + "']");
    browser.see("#patient-name");
  }

  private boolean bothAreWrittenDown() {
    browser.reload();
    String text = browser.see("main").getText();
    return text.contains("e-2101 " + WILLEMINA) && text.contains("e-2101 " + BRAM);
  }

  /** With which the server answered by the page that is shown. */
  private int status() {
    Object status =
        browser.run("return performance.getEntriesByType('navigation')[0].responseStatus");
    return status instanceof Number number ? number.intValue() : -1;
  }
}
