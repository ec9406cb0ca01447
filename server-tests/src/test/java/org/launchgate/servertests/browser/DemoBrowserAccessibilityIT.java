package org.launchgate.servertests.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What axe-core finds by the rules of WCAG 2.0 to 2.2, levels A and AA, on each kind of page. */
class DemoBrowserAccessibilityIT extends BrowserFixture {
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

  @Test
  void openedPatientsSideBySideHaveNoViolation() {
    openAtTheDesk("456-789");
    openAtTheDesk("5a4fc42a-1847-4862-a5da-7af86ac23968");
    browser().type("#note-text", "A note");
    browser().click("#save-note");
    browser().seeText("#notes", "A note");

    assertAccessible();
  }

  @Test
  void pageWhosePatientWasChangedHasNoViolation() {
    launchFromXis("456-789");
    String first = browser().tab();
    browser().newTab();
    launchFromXis("5a4fc42a-1847-4862-a5da-7af86ac23968");
    browser().goTo(first);
    browser().see("#window-state");

    assertAccessible();
  }

  private void assertAccessible() {
    Accessibility.assertAccessible(browser());
  }
}
