package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds by the rules of WCAG 2.0 to 2.2, levels A and AA, on each kind of page. */
class DemoBrowserAccessibilityIT extends BrowserFixture {
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** The width at which WCAG 2.1 (1.4.10, Reflow) wants no scrolling in two directions. */
  private static final int NARROWEST = 320;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/xis", "/clinic", "/nowhere"})
  void pageOfTheSimulatorHasNoViolation(String path) {
    openSimulator(path);

    assertAccessible();
  }

  @Test
  void portalWithoutALaunchHasNoViolation() {
    browser().open(demo().home());

    assertAccessible();
  }

  @Test
  void portalAfterALaunchOfDemoXisHasNoViolation() {
    launchFromXis("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");

    assertAccessible();
  }

  @Test
  void portalAfterALaunchOfTatooineHasNoViolation() {
    launchFromClinic("7a10c4e2");

    assertAccessible();
  }

  @Test
  void refusalPageHasNoViolation() {
    openSimulator("/xis");
    browser().clickIntoNewTab("#send-tampered");
    browser().see("#reference");

    assertAccessible();
  }

  @Test
  void loggedOutPageHasNoViolation() {
    launchFromXis("456-789");
    browser().click("#log-out");
    browser().seeText("h1", "You are logged out");

    assertAccessible();
  }

  @Test
  void missingPageOfThePortalHasNoViolation() {
    browser().open(demo().home().resolve("/nowhere"));

    assertAccessible();
  }

  private void assertAccessible() {
    browser().resize(1280, 800);
    assertNoViolation();
    browser().resize(NARROWEST, 800);
    assertNoViolation();
    assertThat(browser().driver().executeScript("return document.documentElement.scrollWidth"))
        .as("width of the page")
        .asInstanceOf(LONG)
        .isLessThanOrEqualTo(NARROWEST);
  }

  private void assertNoViolation() {
    Results results = new AxeBuilder().withTags(WCAG).analyze(browser().driver());
    assertThat(results.getPasses()).isNotEmpty();
    assertThat(results.getViolations()).extracting(DemoBrowserAccessibilityIT::text).isEmpty();
  }

  private static String text(Rule violation) {
    return violation.getId() + ": " + violation.getHelp() + " " + violation.getNodes();
  }
}
