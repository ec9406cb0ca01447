package org.launchgate.servertests.browser;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Pictures of the demo's pages. */
class DemoBrowserScreenshotsIT extends BrowserFixture {
  @Test
  void simulatorIsPictured() throws IOException {
    openSimulator("/");
    take("simulator-start");
    openSimulator("/xis");
    take("simulator");
    openSimulator("/clinic");
    take("simulator-clinic");
  }

  @Test
  void portalIsPicturedAfterALaunchOfEachPartner() throws IOException {
    launchFromXis("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    take("portal-xis");
    browser().forget();
    launchFromClinic("7a10c4e2");
    take("portal");
  }

  @Test
  void refusalIsPictured() throws IOException {
    openSimulator("/xis");
    browser().clickIntoNewTab("#send-tampered");
    browser().see("#reference");
    take("denied");
  }

  @Test
  void portalIsPicturedWithNobodyLoggedIn() throws IOException {
    browser().open(demo().home());
    take("portal-nobody");
  }

  @Test
  void deskIsPicturedWithTwoPatients() throws IOException {
    openAtTheDesk("456-789");
    openAtTheDesk("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    browser().type("#note-text", "Shoulder moves freely again.");
    browser().click("#save-note");
    browser().see("#notes");
    take("desk");
    browser().open(demo().home().resolve("/desk/"));
    browser().seeText("h1", "Which patient?");
    take("choice");
  }

  @Test
  void pagesThatSayNoToAWindowArePictured() throws IOException {
    launchFromXis("456-789");
    String first = browser().tab();
    browser().newTab();
    launchFromXis("0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12");
    browser().goTo(first);
    browser().see("#window-state");
    take("changed");
    browser().click("#home-link");
    browser().seeText("h1", "The patient in this window is no longer in focus");
    take("stale");
    openSimulator("/clinic");
    browser().clickIntoNewTab("form[action='/clinic/launch/e2c61d58'] button");
    browser().seeText("h1", "Somebody else is logged in here");
    take("other-user");
  }

  private void take(String name) throws IOException {
    Pictures.take(browser(), name);
  }
}
