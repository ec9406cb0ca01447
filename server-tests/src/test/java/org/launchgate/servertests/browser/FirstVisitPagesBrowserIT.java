package org.launchgate.servertests.browser;

import static org.launchgate.servertests.browser.StaffAccounts.JUDITH;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The pages of a first visit, step by step: pictured, and without a violation of WCAG 2.2 AA. */
class FirstVisitPagesBrowserIT extends StaffRoomsFixture {
  private void look(String name) throws IOException {
    Pictures.take(browser(), "first-visit-" + name);
    Accessibility.assertAccessible(browser());
    browser().resize(1280, 800);
  }

  @Test
  void wayInIsPicturedStepByStep() throws IOException {
    openFromXis(browser(), ANNEKE);
    browser().see("#login");
    look("1-log-in");
    logIn(browser(), JUDITH, "wrong");
    browser().see("#login-failed");
    look("2-wrong-password");
    logIn(browser(), JUDITH);
    browser().see(YES);
    look("3-link");
    browser().click(YES);
    browser().seeText("#patient-name", ANNEKE);
    look("4-in");
    browser().click("#log-out");
    browser().seeText("h1", "logged out");
    logInBefore(browser(), JUDITH);
    browser().see("#links");
    look("5-account");
  }

  @Test
  void waysOutArePictured() throws IOException {
    browser().open(staff(""));
    browser().see("#login-link");
    look("nobody");
    logInBefore(browser(), JUDITH);
    look("account-without-links");
    openFromXis(browser(), ANNEKE);
    browser().see(AGREE);
    look("log-in-anew");
    browser().click(AGREE);
    logIn(browser(), JUDITH);
    browser().click(NO);
    browser().see("#reference");
    look("declined");
  }
}
