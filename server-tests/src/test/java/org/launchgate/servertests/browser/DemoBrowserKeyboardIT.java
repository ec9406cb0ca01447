package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The demo by keyboard alone: Tab reaches everything, one sees where one is, Enter does it. */
class DemoBrowserKeyboardIT extends BrowserFixture {
  private static final int ENOUGH = 40;

  @Test
  void patientOfDemoXisIsReachedByTabAndOpenedByEnter() {
    openSimulator("/");
    pressEnterOn("#open-xis");
    browser().see("table.patients");
    browser().inNewTab(() -> pressEnterOn("a[href='/xis/launch/456-789']"));

    browser().seeText("#patient-name", "456-789");
  }

  @Test
  void patientOfTatooineIsReachedByTabAndOpenedByEnter() {
    openSimulator("/clinic");
    browser().inNewTab(() -> pressEnterOn("form[action='/clinic/launch/7a10c4e2'] button"));

    browser().seeText("#patient-name", "Shmi Sand Dunewalker");
  }

  @Test
  void faultyLaunchIsReachedByTabAndSentByEnter() {
    openSimulator("/xis");
    browser().inNewTab(() -> pressEnterOn("#send-expired"));

    browser().seeText("h1", "Access denied");
  }

  @Test
  void logOutIsReachedByTabAndDoneByEnter() {
    launchFromXis("456-789");
    pressEnterOn("#log-out");

    browser().seeText("h1", "You are logged out");
  }

  @Test
  void firstVisitIsDoneByKeyboard() {
    openSimulator("/xis");
    browser().inNewTab(() -> pressEnterOn("a[href='/xis/staff/456-789']"));
    browser().see("#login");
    tabTo("#login-name");
    type(StaffAccounts.JUDITH);
    tabTo("#login-password");
    type(StaffAccounts.PASSWORD);
    press(Keys.ENTER);
    browser().see(StaffRoomsFixture.YES);
    pressEnterOn(StaffRoomsFixture.YES);

    browser().seeText("#patient-name", "456-789");
  }

  @Test
  void firstTabOffersToSkipToTheMainContent() {
    for (String path : new String[] {"/", "/xis", "/clinic"}) {
      openSimulator(path);
      press(Keys.TAB);
      assertThat(focused().getText()).isEqualTo("Skip to the main content");
    }
    browser().open(demo().home());
    press(Keys.TAB);
    assertThat(focused().getText()).isEqualTo("Skip to the main content");
  }

  private void pressEnterOn(String selector) {
    tabTo(selector);
    press(Keys.ENTER);
  }

  private void tabTo(String selector) {
    WebElement wanted = browser().driver().findElement(By.cssSelector(selector));
    for (int presses = 0; !focused().equals(wanted); presses++) {
      assertThat(presses).as("presses of Tab before " + selector).isLessThan(ENOUGH);
      press(Keys.TAB);
    }
    assertThat(hasFocusRing(wanted)).as("visible focus on " + selector).isTrue();
  }

  private void type(String text) {
    new Actions(browser().driver()).sendKeys(text).perform();
  }

  private void press(Keys key) {
    new Actions(browser().driver()).sendKeys(key).perform();
  }

  private WebElement focused() {
    return browser().driver().switchTo().activeElement();
  }

  private static boolean hasFocusRing(WebElement element) {
    return !element.getCssValue("outline-style").equals("none")
        && !element.getCssValue("outline-width").equals("0px");
  }
}
