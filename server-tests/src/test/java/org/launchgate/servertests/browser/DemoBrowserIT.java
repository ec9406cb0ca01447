package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.Clause;

/** The way through the demo that its user takes: both partners, good launches and refused ones. */
class DemoBrowserIT extends BrowserFixture {
  private static final String WILLEMINA = "5a4fc42a-1847-4862-a5da-7af86ac23968";
  private static final String BRAM = "0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12";
  private static final String YODA = "2f3fb098";
  private static final String SHMI = "7a10c4e2";
  private static final String PADME = "b5d80f36";
  private static final String REX = "04e9a7b1";

  @Test
  @Clause({"ZD-2", "ZD-3"})
  void patientClickedInDemoXisIsInFocusInANewTab() {
    openSimulator("/");
    browser().click("#open-xis");
    browser().clickIntoNewTab("a[href='/xis/launch/" + WILLEMINA + "']");

    browser().seeText("#patient-name", WILLEMINA);
    browser().seeText("#user-name", "01029999");
    browser().seeText(".who-at", "05029999");
    browser().seeText("#problem-code", "T90");
    assertAddressIsClean();
  }

  @Test
  @Clause({"EL-1", "EL-15", "EL-17"})
  void patientClickedInTatooineIsInFocusInANewTab() {
    openSimulator("/");
    browser().click("#open-clinic");
    browser().clickIntoNewTab("form[action='/clinic/launch/" + YODA + "'] button");

    browser().seeText("#patient-name", "Baby Yoda");
    browser().seeText("#patient-born", "13 November 1969");
    browser().seeText("#patient-national-id", "13116900216");
    browser().seeText("#user-name", "Mando Lorian");
    browser().seeText(".who-at", "Tatooine");
    assertAddressIsClean();
  }

  @Test
  @Clause("ZD-3")
  void secondPatientFromDemoXisReplacesTheFirst() {
    launchFromXis(WILLEMINA);
    launchFromXis(BRAM);

    browser().seeText("#patient-name", BRAM);
    assertThat(browser().text()).doesNotContain(WILLEMINA);
    assertAddressIsClean();
  }

  @Test
  @Clause("EL-17")
  void secondPatientFromTatooineReplacesTheFirst() {
    launchFromClinic(SHMI);
    launchFromClinic(PADME);

    browser().seeText("#patient-name", "Padmé O'Naboo & Søn");
    assertAddressIsClean();
  }

  @Test
  void userOfTheOtherPartnerIsAskedWhetherToGoOn() {
    launchFromXis(WILLEMINA);
    openSimulator("/clinic");
    browser().clickIntoNewTab("form[action='/clinic/launch/" + REX + "'] button");
    browser().seeText("h1", "Somebody else is logged in here");
    browser().click("main button");

    browser().seeText("#patient-name", "Rex \"Captain\" Testtrooper");
    browser().seeText("#user-name", "Mando Lorian");
    assertAddressIsClean();
  }

  @Test
  void pageOfTheFirstPatientSaysThatAnotherIsInFocus() {
    launchFromXis(WILLEMINA);
    String first = browser().tab();
    browser().newTab();
    launchFromXis(BRAM);
    browser().goTo(first);
    browser().seeText("#window-state", "Another patient was opened in this browser.");
    browser().click("#home-link");

    browser().seeText("h1", "The patient in this window is no longer in focus");
  }

  @Test
  void sessionThatIsOverLeadsBackToThePartner() {
    launchFromXis(WILLEMINA);
    browser().click("#home-link");
    browser().awaitTrue("the address names the window", "location.search.includes('_lw=')");
    String window = browser().address();
    browser().click("#log-out");
    browser().seeText("h1", "You are logged out");
    browser().open(URI.create(window));
    browser().seeText("h1", "Your session has ended");

    browser().click("#relaunch");

    browser().see("table.patients");
  }

  @Test
  void patientsStandSideBySideAtTheDesk() {
    openAtTheDesk(WILLEMINA);
    String first = browser().tab();
    browser().newTab();
    openAtTheDesk(BRAM);
    browser().seeText("#open-patients [aria-current]", BRAM);

    browser().goTo(first);
    browser().type("#note-text", "about Willemina");
    browser().click("#save-note");

    browser().seeText("#notes", "about Willemina");
    browser().seeText("#patient-name", WILLEMINA);
    browser().click("#open-patients a:not([aria-current])");
    browser().seeText("#patient-name", BRAM);
    assertThat(browser().text()).doesNotContain("about Willemina");
  }

  @Test
  void deskAsksWhichPatientWhereTheAddressSaysNone() {
    openAtTheDesk(WILLEMINA);
    openAtTheDesk(BRAM);

    browser().open(demo().home().resolve("/desk/"));

    browser().seeText("h1", "Which patient?");
  }

  @Test
  void deskAndPortalAreTwoApplicationsWithASessionEach() {
    openAtTheDesk(WILLEMINA);
    String desk = browser().tab();
    browser().newTab();
    launchFromXis(BRAM);
    browser().click("#log-out");
    browser().seeText("h1", "You are logged out");

    browser().goTo(desk);
    browser().reload();

    browser().seeText("#patient-name", WILLEMINA);
  }

  @Test
  void launchWithoutAPatientShowsNone() {
    openSimulator("/xis");
    browser().clickIntoNewTab("#launch-no-patient");

    browser().seeText("#patient-name", "No patient in focus");
  }

  @Test
  void reloadedPortalShowsThePatientStill() {
    launchFromXis(BRAM);

    browser().driver().navigate().refresh();

    browser().seeText("#patient-name", BRAM);
    assertAddressIsClean();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "xis, tampered", "xis, expired", "xis, replayed", "xis, unknown-key",
    "clinic, tampered", "clinic, expired", "clinic, replayed", "clinic, unknown-key"
  })
  @Clause("ZD-4")
  void faultyLaunchIsDeniedWithAReferenceThatTheConsoleHas(String partner, String fault)
      throws Exception {
    openSimulator("/" + partner);

    browser().clickIntoNewTab("#send-" + fault);

    browser().seeText("h1", "Access denied");
    String reference = browser().see("#reference").getText();
    assertThat(demo().log()).contains("launch refused ref=" + reference + " ");
    browser().open(demo().home());
    browser().seeText("h1", "Nobody is logged in");
  }

  @Test
  void loggedOutUserIsNobodyAgain() {
    launchFromXis(WILLEMINA);

    browser().click("#log-out");

    browser().seeText("h1", "You are logged out");
    browser().open(demo().home());
    browser().seeText("h1", "Nobody is logged in");
  }
}
