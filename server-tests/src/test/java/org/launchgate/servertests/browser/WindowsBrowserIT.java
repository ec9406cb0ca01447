package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.servertests.process.Deadline;
import org.launchgate.servertests.process.PortalVariant;

/**
 * What tabs, the back button, reloads and copies of a tab do, and how their pages hear of an end.
 */
class WindowsBrowserIT extends WindowsFixture {
  private static final String ANNA = "anna-1";
  private static final String BRAM = "bram-2";
  private static final String CATO = "cato-3";
  private static final String SINGLE = "single";
  private static final String MANY = "many";

  @Override
  List<PortalVariant> variants() {
    return List.of(
        PortalVariant.of(SINGLE, "Lax", Map.of()),
        PortalVariant.of(MANY, "Lax", Map.of("windows", "many", "contextRequired", "/")),
        PortalVariant.of("strict", "Lax", Map.of("windows", "strict")),
        PortalVariant.of("replace", "Lax", Map.of("userChange", "replace")),
        new PortalVariant(
            "account",
            "Lax",
            Map.of("windows", "many", "accountResolver", OneAccount.class.getName()),
            List.of(OneAccount.class),
            Map.of()));
  }

  /** Opens two patients in two tabs, and leaves the user in the first. */
  private Tabs launchTwo(String context) {
    launchByForm(context, ANNA);
    String first = browser().tab();
    browser().newTab();
    launchByForm(context, BRAM);
    Tabs tabs = new Tabs(first, browser().tab());
    browser().goTo(first);
    return tabs;
  }

  private record Tabs(String first, String second) {}

  @Test
  void inManyBackLeadsToThePatientOfThatPage() {
    launchByForm(MANY, ANNA);
    browser().click("#home-link");
    launchByForm(MANY, BRAM);
    browser().back();
    browser().back();

    assertShows(ANNA);
    saveNote("back to Anna");
    browser().seeText("#notes", "back to Anna");
    assertShows(ANNA);
  }

  @Test
  void inSingleBackToAPageThatNamesThePatientIsRefused() {
    launchByForm(SINGLE, ANNA);
    browser().click("#home-link");
    browser().awaitTrue("the address names the window", "location.search.includes('_lw=')");
    launchByForm(SINGLE, BRAM);
    browser().back();
    browser().back();

    assertGone();
  }

  @Test
  void inSingleAReloadAtTheCleanAddressShowsThePatientInFocus() {
    launchTwo(SINGLE);

    browser().reload();

    assertShows(BRAM);
  }

  @Test
  void copyOfATabShowsItsPatientUntilItLaunches() {
    launchTwo(MANY);
    browser().inNewTab(() -> browser().run("window.open(location.href)"));
    assertShows(ANNA);
    saveNote("from the copy");
    browser().seeText("#notes", "from the copy");

    launchByForm(MANY, CATO);

    browser().reload();
    assertShows(CATO);
  }

  @Test
  void linkInANewTabShowsThePatientOfItsPage() {
    launchTwo(MANY);
    browser()
        .inNewTab(
            () ->
                browser()
                    .run(
                        "const a = document.getElementById('home-link');"
                            + "a.target = '_blank'; a.click()"));

    assertShows(ANNA);
  }

  @Test
  void addressWithoutAPatientAsksWhichOfTheOpenOnes() {
    launchTwo(MANY);
    browser().open(portal(MANY, "/"));
    browser().seeText("h1", "Which patient?");
    assertThat(browser().text()).contains("Patient " + ANNA, "Patient " + BRAM);

    browser().click("main li:first-child a");

    assertShows(ANNA);
  }

  @Test
  void menuLeadsFromPatientToPatient() {
    launchTwo(MANY);
    browser().reload();

    browser().click("#open-patients a:not([aria-current])");

    browser().seeText("#patient-name", BRAM);
  }

  @Test
  void closedPatientIsGoneAndTheOtherOneStays() {
    Tabs tabs = launchTwo(MANY);
    browser().reload();
    browser().click("#close-patient");
    browser().seeText("h1", "This patient is closed");

    // Chromium shows the page out of its memory, although it is to be stored nowhere.
    browser().back();
    browser().seeText("#window-state", "The patient of this page is no longer in focus.");
    saveNote("never saved");
    assertGone();
    browser().goTo(tabs.second());
    browser().reload();
    assertShows(BRAM);
    assertThat(browser().run("return document.getElementById('open-patients')")).isNull();
  }

  @Test
  void twoPartnersWithOneAccountWorkSideBySideWithoutAQuestion() {
    launchByForm("account", ANNA);
    String first = browser().tab();
    browser().newTab();
    sendFromClinic("account", "Duin");

    browser().seeText("#patient-name", "Baby Duin");
    assertThat(name()).isEqualTo("one-account");
    browser().goTo(first);
    browser().reload();
    assertShows(ANNA);
    assertThat(name()).isEqualTo("one-account");
  }

  @Test
  void anotherUserReplacesTheFirstAtOnceWhereThatIsSetUp() {
    launchByForm("replace", ANNA);
    browser().click("#home-link");
    String first = browser().tab();
    browser().newTab();
    sendFromClinic("replace", "Duin");

    browser().seeText("#patient-name", "Baby Duin");
    browser().goTo(first);
    browser().reload();
    assertGone();
  }

  @Test
  void userWhoStaysIsStillThereWithTheirPatient() {
    launchByForm(SINGLE, ANNA);
    sendFromClinic(SINGLE, "Duin");
    browser().seeText("h1", "Somebody else is logged in here");

    browser().click("main p a");

    assertShows(ANNA);
    assertThat(name()).isEqualTo("demo-xis|agb-z|01029999");
  }

  @Test
  void inStrictAPostWithoutAWindowIsRefusedAndOneOfThePageIsTaken() {
    launchByForm("strict", ANNA);
    String tab = browser().tab();
    browser().newTab();
    browser().open(portal("strict", "/assets/portal.css")); // a page that runs no script of ours
    Object status =
        browser()
            .await(
                "fetch('../notes', {method: 'POST', body: new URLSearchParams({text: 'x'})})"
                    + ".then(r => done(r.status + r.headers.get('Launch-State')), done)");
    assertThat(status).isEqualTo("409unnamed");

    browser().goTo(tab);
    saveNote("named");
    browser().seeText("#notes", "named");
  }

  @ParameterizedTest
  @ValueSource(strings = {SINGLE, "strict"})
  void otherTabsHearThatThePatientWasChanged(String context) {
    launchTwo(context);

    browser().seeText("#window-state", "Another patient was opened in this browser.");
    browser()
        .awaitTrue(
            "the banner is an alert", "document.querySelector('[role=alert]:not([hidden])')");
  }

  @Test
  void inManyNoTabHearsOfAnother() {
    Tabs tabs = launchTwo(MANY);
    assertThat(browser().await("fetch('whoami').then(r => done(r.status))")).isEqualTo(200L);

    for (String tab : List.of(tabs.first(), tabs.second())) {
      browser().goTo(tab);
      assertThat(
              browser()
                  .see("body")
                  .findElement(org.openqa.selenium.By.id("window-state"))
                  .isDisplayed())
          .isFalse();
    }
  }

  @Test
  void inManyOtherTabsHearThatAnotherUserCame() {
    launchByForm(MANY, ANNA);
    String first = browser().tab();
    browser().newTab();
    sendFromClinic(MANY, "Duin");
    browser().click("main button");
    browser().seeText("#patient-name", "Baby Duin");

    browser().goTo(first);

    browser().seeText("#window-state", "Another patient was opened in this browser.");
  }

  @Test
  void scriptOfAStaleWindowGets409AndThePageHears() {
    launchTwo(SINGLE);
    listen();

    assertThat(problem("whoami")).isEqualTo("409 application/problem+json stale");
    browser().seeText("#window-state", "patient");
  }

  @Test
  void scriptAfterALogoutGets401AndThePageHears() {
    launchByForm(SINGLE, ANNA);
    String first = browser().tab();
    browser().newTab();
    browser().open(portal(SINGLE, "/"));
    browser().click("#log-out");
    browser().seeText("h1", "You are logged out");
    browser().goTo(first);

    assertThat(problem("whoami")).isEqualTo("401 application/problem+json ended");
    browser().seeText("#window-state", "Your session has ended.");
  }

  @Test
  void scriptOfAnIdleSessionGets401AndThePageHears() throws Exception {
    launchByForm(SINGLE, ANNA);
    assertThat(browser().await("fetch('test/idle.jsp').then(r => done(r.status))")).isEqualTo(200L);
    URI ended = portal(SINGLE, "/test/ended.jsp");
    Deadline.await(
        "the session has ended", Duration.ofSeconds(60), () -> text(ended).equals("true"));

    assertThat(problem("whoami")).isEqualTo("401 application/problem+json ended");
    browser().seeText("#window-state", "Your session has ended.");
    browser().click("#home-link");
    browser().seeText("h1", "Your session has ended");
  }

  @Test
  void scriptOfASessionThatIsTooOldGets401AndThePageHears() {
    launchByForm(SINGLE, ANNA);
    assertThat(browser().await("fetch('test/long-ago.jsp').then(r => done(r.status))"))
        .isEqualTo(200L);

    assertThat(problem("whoami")).isEqualTo("401 application/problem+json ended");
    browser().seeText("#window-state", "Your session has ended.");
  }

  @Test
  void pageThatIsLookedAtAgainAsksHowItStands() {
    launchByForm(SINGLE, ANNA);
    listen();
    browser().await("fetch('test/long-ago.jsp').then(() => done())");
    browser().run("document.dispatchEvent(new Event('visibilitychange'))");

    browser().awaitTrue("the event says so", "window.heard && window.heard.join() === 'ended'");
  }

  private void listen() {
    browser()
        .run(
            "window.heard = [];"
                + "document.addEventListener('launchgate', e => window.heard.push(e.detail.state))");
  }

  private String problem(String path) {
    return String.valueOf(
        browser()
            .await(
                "fetch(arguments[0]).then(r => done(r.status + ' ' + r.headers.get('Content-Type')"
                    + ".split(';')[0] + ' ' + r.headers.get('Launch-State')), done)",
                path));
  }

  private String name() {
    return String.valueOf(
        browser().await("fetch('whoami').then(r => r.json()).then(j => done(j.name))"));
  }

  private static String text(URI address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body().strip();
  }
}
