package org.launchgate.servertests.browser;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;

/** The demo in a browser that runs no scripts: everything is still a few clicks away. */
class DemoBrowserWithoutScriptIT extends BrowserFixture {
  private static final String CONTINUE = "#launch button";
  private static final String PAGE_WITH_SCRIPT =
      "data:text/html,%3Cp%20id=a%3Eoff%3C/p%3E%3Cscript%3Ea.innerText='on'%3C/script%3E";

  @Override
  Browser startBrowser(String name) throws IOException {
    return Browser.startWithoutScript(name);
  }

  @Test
  void pagesScriptsDoNotRunInThisBrowser() {
    browser().open(URI.create(PAGE_WITH_SCRIPT));

    browser().seeText("#a", "off");
  }

  @Test
  @Clause({"ZD-2", "ZD-3"})
  void patientClickedInDemoXisIsInFocus() {
    launchFromXis("456-789");

    browser().seeText("#patient-name", "456-789");
    assertAddressIsClean();
  }

  @Test
  @Clause({"EL-1", "EL-17"})
  void patientClickedInTatooineIsInFocusAfterOneMoreClick() {
    openSimulator("/clinic");
    browser().clickIntoNewTab("form[action='/clinic/launch/2f3fb098'] button");
    browser().click(CONTINUE);

    browser().seeText("#patient-name", "Baby Yoda");
    assertAddressIsClean();
  }

  @Test
  void faultyLaunchOfTatooineIsDeniedAfterOneMoreClick() {
    openSimulator("/clinic");
    browser().clickIntoNewTab("#send-tampered");
    browser().click(CONTINUE);

    browser().seeText("h1", "Access denied");
  }

  @Test
  void firstVisitNeedsNoScript() {
    openSimulator("/xis");
    browser().clickIntoNewTab("a[href='/xis/staff/456-789']");
    StaffRoomsFixture.logIn(browser(), StaffAccounts.JUDITH);
    browser().click(StaffRoomsFixture.YES);

    browser().seeText("#patient-name", "456-789");
  }

  @Test
  void loggedOutUserIsNobodyAgain() {
    launchFromXis("456-789");

    browser().click("#log-out");

    browser().seeText("h1", "You are logged out");
  }
}
