package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servertests.browser.StaffAccounts.JUDITH;
import static org.launchgate.servertests.browser.StaffAccounts.OTTO;

import org.junit.jupiter.api.Test;

/** Who comes to the staff rooms for the first time logs in once, and never again. */
class FirstVisitBrowserIT extends StaffRoomsFixture {
  private static final String YODA = "2f3fb098";
  private static final String SHMI = "7a10c4e2";

  private void assertInTheStaffRooms(Browser in, String patient) {
    in.seeText("#patient-name", patient);
    assertThat(in.address()).isEqualTo(staff("").toString());
  }

  @Test
  void userOfTheLinkPartnerLogsInOnceAndComesStraightInInEveryBrowser() throws Exception {
    openFromXis(browser(), ANNEKE);
    browser().see("#login");
    assertNothingIsLinked();
    logIn(browser(), JUDITH);
    assertAsks(browser(), XIS_USER, JUDITH);
    assertNothingIsLinked();
    browser().click(YES);

    assertInTheStaffRooms(browser(), ANNEKE);
    assertThat(account(browser())).isEqualTo(JUDITH);
    assertThat(accounts().linkedTo(JUDITH)).containsExactly("demo-xis|agb-z|" + XIS_USER);

    try (Browser next = Browser.start("next-visit")) {
      openFromXis(next, WILLEMINA);
      assertInTheStaffRooms(next, WILLEMINA);
      next.seeText("#user-name", "Judith Zaal");
      assertThat(account(next)).isEqualTo(JUDITH);
    }
  }

  @Test
  void userOfTheFormPartnerLogsInOnceAndComesStraightInNextTime() {
    openFromClinic(YODA);
    browser().see("#login");
    logIn(browser(), OTTO);
    assertAsks(browser(), "Mando Lorian", OTTO);
    browser().click(YES);
    assertInTheStaffRooms(browser(), "Baby Yoda");
    assertThat(accounts().linkedTo(OTTO)).hasSize(1);

    browser().forget();
    openFromClinic(SHMI);

    assertInTheStaffRooms(browser(), "Shmi Sand Dunewalker");
    assertThat(account(browser())).isEqualTo(OTTO);
  }

  @Test
  void whoSaysNoIsNotLinkedStaysLoggedInAndIsAskedTheNextTime() {
    openFromXis(browser(), ANNEKE);
    logIn(browser(), JUDITH);
    browser().click(NO);

    browser().see("#reference");
    assertNothingIsLinked();
    browser().open(staff(""));
    browser().seeText("#account-name", JUDITH);
    browser().forget();
    openFromXis(browser(), ANNEKE);
    browser().see("#login");
  }

  @Test
  void wrongPasswordIsSaidAndTheRightOneLeadsToTheQuestion() {
    openFromXis(browser(), ANNEKE);
    logIn(browser(), JUDITH, "not it");
    browser().see("#login-failed");
    assertNothingIsLinked();
    logIn(browser(), JUDITH);
    assertAsks(browser(), XIS_USER, JUDITH);
    browser().click(YES);

    assertInTheStaffRooms(browser(), ANNEKE);
  }

  @Test
  void whoIsLoggedInAlreadyLogsInAnewAndIsLinked() {
    logInBefore(browser(), JUDITH);
    openFromXis(browser(), ANNEKE);
    browser().see(AGREE);
    assertThat(browser().see("main").getText()).contains(XIS_USER, JUDITH);
    browser().click(AGREE);
    browser().see("#login");
    logIn(browser(), JUDITH);
    assertAsks(browser(), XIS_USER, JUDITH);
    assertNothingIsLinked();
    browser().click(YES);

    assertInTheStaffRooms(browser(), ANNEKE);
    assertThat(account(browser())).isEqualTo(JUDITH);
  }

  @Test
  void whoIsLoggedInAlreadyMayStayAsTheyAre() {
    logInBefore(browser(), JUDITH);
    openFromXis(browser(), ANNEKE);
    browser().see(AGREE);
    browser().click(STAY);

    browser().seeText("#account-name", JUDITH);
    assertThat(browser().address()).isEqualTo(staff("").toString());
    assertNothingIsLinked();
  }

  @Test
  void launchWaitsInItsOwnBrowserAlone() throws Exception {
    openFromXis(browser(), ANNEKE);
    browser().see("#login");
    try (Browser other = Browser.start("other-browser")) {
      logInBefore(other, JUDITH);
      other.open(staff("launch?launch_link"));
      other.see("#reference");
      assertNothingIsLinked();
    }

    logIn(browser(), OTTO);
    assertAsks(browser(), XIS_USER, OTTO);
  }

  @Test
  void questionStaysUntilItIsAnswered() {
    openFromXis(browser(), ANNEKE);
    logIn(browser(), JUDITH);
    browser().see(YES);
    browser().open(staff(""));
    browser().see(YES);
    browser().reload();
    browser().click(YES);

    assertInTheStaffRooms(browser(), ANNEKE);
  }

  @Test
  void linkThatIsRemovedMakesTheNextLaunchAFirstVisit() {
    openFromXis(browser(), ANNEKE);
    logIn(browser(), JUDITH);
    browser().click(YES);
    assertInTheStaffRooms(browser(), ANNEKE);
    browser().click("#log-out");
    browser().seeText("h1", "logged out");
    logInBefore(browser(), JUDITH);
    browser().seeText("#links", XIS_USER);
    browser().click("#links button");
    browser().see("#no-links");

    browser().forget();
    openFromXis(browser(), ANNEKE);
    browser().see("#login");
  }

  @Test
  void portalsWithoutAccountsHaveNoLogIn() {
    for (String path : new String[] {"/login", "/desk/login"}) {
      browser().open(demo().home().resolve(path));
      browser().seeText("h1", "Page not found");
    }
  }
}
