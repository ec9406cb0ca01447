package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.launchgate.servertests.process.Demo;

/**
 * The demo as it starts by itself, and a browser, for all tests of a class; each test begins with
 * one empty tab. When they are through, the demo's console is searched for persons and tokens.
 */
@ExtendWith(BrowserNeeded.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserFixture {
  /** From the simulator's lists: names, national ids, phone numbers, logical ids. */
  private static final List<String> PERSONS =
      List.of(
          "Proefpersoon",
          "Verzonnen",
          "Bedacht",
          "Yoda",
          "Dunewalker",
          "Naboo",
          "Lorian",
          "mando",
          "zaal",
          "Zaal",
          "noem",
          "Noem",
          "13116900216",
          "27825800132",
          "04879100248",
          "99900000",
          "5a4fc42a",
          "0b7d2c1e");

  /** What parts of a token look like; the digests that name launches are shorter. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{10}|[\\w-]{60}");

  private Demo demo;
  private Browser browser;

  @BeforeAll
  final void start() throws Exception {
    demo = Demo.start(getClass().getSimpleName());
    browser = startBrowser(getClass().getSimpleName());
  }

  /** Starts the browser; a class may want another. */
  Browser startBrowser(String name) throws IOException {
    return Browser.start(name);
  }

  @BeforeEach
  final void beginWithOneEmptyTab() {
    browser.forget();
  }

  @AfterAll
  final void stopAndSearchTheConsole() throws Exception {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
      assertThat(demo.log())
          .contains("launch accepted ref=")
          .doesNotContain(PERSONS)
          .doesNotContainPattern(TOKEN);
    }
  }

  final Demo demo() {
    return demo;
  }

  final Browser browser() {
    return browser;
  }

  /** Goes to a page of the simulator. */
  final void openSimulator(String path) {
    browser.open(demo.simulator().resolve(path));
  }

  /** Opens a patient of Demo XIS in the portal, in a new tab. */
  final void launchFromXis(String patientId) {
    openSimulator("/xis");
    browser.clickIntoNewTab("a[href='/xis/launch/" + patientId + "']");
    browser.see("#patient-name");
  }

  /** Opens a patient of Demo XIS at the desk, in a new tab. */
  final void openAtTheDesk(String patientId) {
    openSimulator("/xis");
    browser.clickIntoNewTab("a[href='/xis/desk/" + patientId + "']");
    browser.seeText("#patient-name", patientId);
  }

  /** Opens a patient of Tatooine Clinic in the portal, in a new tab. */
  final void launchFromClinic(String patientId) {
    openSimulator("/clinic");
    browser.clickIntoNewTab("form[action='/clinic/launch/" + patientId + "'] button");
    browser.see("#patient-name");
  }

  /** The address bar shows the portal's start page and nothing more. */
  final void assertAddressIsClean() {
    assertThat(browser.address()).isEqualTo(demo.home().toString());
  }
}
