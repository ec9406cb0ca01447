package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servertests.browser.StaffAccounts.JUDITH;
import static org.launchgate.servertests.browser.StaffAccounts.OTTO;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker is the user of Demo XIS, and has a site at {@code 127.0.0.1}. Whoever opens that site
 * is sent to the staff rooms with the attacker's launch. If the victim's account were linked by it,
 * every later launch of the attacker would open it.
 */
class FirstVisitAttackBrowserIT extends StaffRoomsFixture {
  private static final String ATTACKER = XIS_USER;

  private PartnerSite site;

  @BeforeAll
  void startTheSite() throws IOException {
    site = new PartnerSite();
  }

  @AfterAll
  void stopTheSite() {
    site.close();
  }

  /** A launch that the attacker has asked their own system for, and not used. */
  private String attackersLaunch() throws Exception {
    URI link = demo().simulator().resolve("/xis/staff/" + ANNEKE);
    return HttpClient.newBuilder()
        .followRedirects(Redirect.NEVER)
        .build()
        .send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  /** The victim opens the attacker's site, and clicks on nothing there. */
  private void plant() throws Exception {
    browser().open(site.page("<script>location.replace('" + attackersLaunch() + "')</script>"));
  }

  /** The attacker opens a patient in their own browser, and is not taken for the victim. */
  private void assertAttackerHasToLogIn() throws Exception {
    assertNothingIsLinked();
    browser().forget();
    openFromXis(browser(), WILLEMINA);
    browser().see("#login");
  }

  @Test
  void launchPlantedInABrowserThatIsLoggedInChangesNothing() throws Exception {
    logInBefore(browser(), JUDITH);
    plant();
    browser().see(AGREE);
    assertThat(browser().see("main").getText()).contains(ATTACKER, JUDITH);

    browser().open(staff(""));
    browser().seeText("#account-name", JUDITH);
    browser().open(staff("launch?launch_link"));
    browser().see("#reference");
    browser().open(staff(""));
    browser().seeText("#account-name", JUDITH);
    assertAttackerHasToLogIn();
  }

  @Test
  void victimWhoLogsInAnewIsStillAskedByTheAttackersName() throws Exception {
    logInBefore(browser(), JUDITH);
    plant();
    browser().click(AGREE);
    logIn(browser(), JUDITH);
    assertAsks(browser(), ATTACKER, JUDITH);
    browser().click(NO);

    browser().see("#reference");
    assertAttackerHasToLogIn();
  }

  @Test
  void victimWhoLogsInAfterwardsIsAskedByTheAttackersName() throws Exception {
    plant();
    browser().see("#login");
    logIn(browser(), JUDITH);
    assertAsks(browser(), ATTACKER, JUDITH);
    assertThat(browser().see(YES).getText()).contains(ATTACKER);
    assertNothingIsLinked();
    browser().click(NO);

    browser().see("#reference");
    browser().open(staff(""));
    browser().seeText("#account-name", JUDITH);
    assertAttackerHasToLogIn();
  }

  @Test
  void victimWhoLeavesTheQuestionAloneIsNotLinked() throws Exception {
    plant();
    logIn(browser(), JUDITH);
    assertAsks(browser(), ATTACKER, JUDITH);

    assertAttackerHasToLogIn();
  }

  /** Without this one the others might pass because nobody can be linked at all. */
  @Test
  void onlyTheButtonThatNamesTheAttackerLinksThem() throws Exception {
    plant();
    logIn(browser(), JUDITH);
    assertThat(browser().see(YES).getText()).contains(ATTACKER);
    browser().click(YES);

    browser().seeText("#patient-name", ANNEKE);
    assertThat(accounts().linkedTo(JUDITH)).containsExactly("demo-xis|agb-z|" + ATTACKER);
  }

  /** The attacker has an account there, too, and would have the victim work in it unawares. */
  @Test
  void launchOfALinkedAttackerDoesNotTakeTheVictimsSession() throws Exception {
    openFromXis(browser(), WILLEMINA);
    logIn(browser(), OTTO);
    browser().click(YES);
    browser().seeText("#patient-name", WILLEMINA);
    browser().forget();
    logInBefore(browser(), JUDITH);
    plant();

    browser().see("#reference");
    browser().open(staff(""));
    browser().seeText("#account-name", JUDITH);
  }

  /** Even if the attacker knew what only the page knows. From another port it is one site. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void answerThatAnotherSiteSendsIsNotTaken(String host) throws Exception {
    plant();
    logIn(browser(), JUDITH);
    browser().see(YES);
    Object consent = browser().run("return document.querySelector('[name=consent]').value");
    String form =
        "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"consent\" value=\"%s\">"
                .formatted(staff("launch?launch_link"), consent)
            + "<button name=\"launch_answer\" value=\"yes\" id=\"go\">Win a prize</button></form>";
    URI page = site.page(form);
    browser().open(URI.create(page.toString().replace("127.0.0.1", host)));
    browser().click("#go");

    browser().awaitTrue("the staff rooms answer", "location.pathname.startsWith('/staff/')");
    browser().see(host.equals("localhost") ? YES : "#reference");
    assertAttackerHasToLogIn();
  }

  @Test
  void logInFormThatAnotherSiteSendsLogsNobodyIn() {
    browser()
        .open(
            site.page(
                "<form method=\"post\" action=\"%s\"><input name=\"name\" value=\"%s\">"
                        .formatted(staff("login"), JUDITH)
                    + "<input name=\"password\" value=\"%s\"><button id=\"go\">Go</button></form>"
                        .formatted(StaffAccounts.PASSWORD)));
    browser().click("#go");
    browser().see("#login-failed");
    browser().open(staff(""));

    browser().seeText("h1", "Nobody is logged in");
  }
}
