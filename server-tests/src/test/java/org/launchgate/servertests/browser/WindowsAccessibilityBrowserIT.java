package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.servertests.process.PortalVariant;

/**
 * The pages between a launch and the application, and those that say no: Launchgate's, the
 * portal's.
 */
class WindowsAccessibilityBrowserIT extends WindowsFixture {
  private static final String ANNA = "anna-1";
  private static final String OWN = "own";
  private static final String BUILT_IN = "built-in";

  @Override
  List<PortalVariant> variants() {
    Map<String, String> many = Map.of("windows", "many", "contextRequired", "/");
    return List.of(
        PortalVariant.of(OWN, "Lax", many),
        PortalVariant.of(
            BUILT_IN,
            "Strict",
            Map.of("windows", "many", "contextRequired", "/", "errorPage", "none")));
  }

  private void assertAccessible(String title) {
    browser().seeText("h1", title);
    Accessibility.assertAccessible(browser());
  }

  @Test
  void questionAboutAnotherUserHasNoViolation() {
    launchByForm(OWN, ANNA);
    sendFromClinic(OWN, "Duin");

    assertAccessible("Somebody else is logged in here");
  }

  @Test
  void choiceAmongPatientsHasNoViolation() {
    launchByForm(OWN, ANNA);
    launchByForm(OWN, "bram-2");
    browser().open(portal(OWN, "/"));

    assertAccessible("Which patient?");
  }

  @Test
  void pageOfAClosedPatientHasNoViolation() {
    launchByForm(OWN, ANNA);
    launchByForm(OWN, "bram-2");
    browser().reload();
    browser().click("#close-patient");

    assertAccessible("This patient is closed");
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, BUILT_IN})
  void pageOfAPatientWhoIsGoneHasNoViolation(String context) {
    launchByForm(context, ANNA);
    browser().open(portal(context, "/?_lw=AAAAAAAAAAAAAAAA"));

    assertAccessible("The patient in this window is no longer in focus");
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, BUILT_IN})
  void pageOfASessionThatIsOverHasNoViolation(String context) {
    browser().open(portal(context, "/?_lw=AAAAAAAAAAAAAAAA"));

    assertAccessible("Your session has ended");
  }

  /** It goes on at once, so that it is looked at out of its own text without that one line. */
  @Test
  void pageThatGoesOnByItselfHasNoViolation() throws Exception {
    String page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(portal(BUILT_IN, "/launch"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("token=" + xis(ANNA).token()))
                    .build(),
                BodyHandlers.ofString())
            .body();
    String still = page.replaceFirst("<meta http-equiv=\"refresh\"[^>]*>", "");
    assertThat(still).isNotEqualTo(page);
    browser()
        .driver()
        .get(
            "data:text/html;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(still.getBytes(StandardCharsets.UTF_8)));

    assertAccessible("One moment, please");
  }
}
