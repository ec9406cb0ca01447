package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.servertests.process.PortalVariant;
import org.openqa.selenium.Cookie;

/**
 * A day with two patients, launched from another site, under each value of the session cookie's
 * SameSite. {@code None} has to be {@code Secure}; browsers take and send such a cookie at {@code
 * localhost} without https, so that this is tried like the others.
 */
class SameSiteBrowserIT extends WindowsFixture {
  private static final String ANNA = "anna-1";
  private static final String BRAM = "bram-2";

  @Override
  List<PortalVariant> variants() {
    return Stream.of("Lax", "Strict", "None")
        .flatMap(
            sameSite ->
                Stream.of("single", "many")
                    .map(
                        mode ->
                            PortalVariant.of(
                                context(mode, sameSite), sameSite, Map.of("windows", mode))))
        .toList();
  }

  private static String context(String mode, String sameSite) {
    return mode + "-" + sameSite.toLowerCase(Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void cookieIsWhatTheTestSaysItIs(String sameSite) {
    launchByForm(context("many", sameSite), ANNA);

    Cookie session = cookie();
    assertThat(session.getSameSite()).isEqualTo(sameSite);
    assertThat(session.isSecure()).isEqualTo(sameSite.equals("None"));
    assertThat(session.isHttpOnly()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void formsOfAnotherSiteOpenPatientsSideBySideInOneSession(String sameSite) {
    String context = context("many", sameSite);
    launchByForm(context, ANNA);
    String first = browser().tab();
    String session = session();
    browser().newTab();
    launchByForm(context, BRAM);

    assertThat(session()).isEqualTo(session);
    assertShows(BRAM);
    browser().reload();
    assertShows(BRAM);
    browser().goTo(first);
    browser().reload();
    assertShows(ANNA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void linksOfAnotherSiteDoTheSame(String sameSite) {
    String context = context("many", sameSite);
    launchByLink(context, ANNA);
    String first = browser().tab();
    String session = session();
    browser().newTab();
    launchByLink(context, BRAM);

    assertThat(session()).isEqualTo(session);
    browser().goTo(first);
    browser().click("#home-link");
    assertShows(ANNA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void formOfTheFirstPatientIsSavedForThatOne(String sameSite) {
    String context = context("many", sameSite);
    launchByForm(context, ANNA);
    String first = browser().tab();
    browser().newTab();
    launchByForm(context, BRAM);
    String second = browser().tab();

    browser().goTo(first);
    saveNote("for Anna, " + sameSite);

    browser().seeText("#notes", "for Anna, " + sameSite);
    assertShows(ANNA);
    browser().goTo(second);
    browser().reload();
    assertShows(BRAM);
    assertThat(browser().text()).doesNotContain("for Anna");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void inSingleThatFormIsRefusedAndSavedForNobody(String sameSite) {
    String context = context("single", sameSite);
    launchByForm(context, ANNA);
    String first = browser().tab();
    browser().newTab();
    launchByForm(context, BRAM);
    String second = browser().tab();

    browser().goTo(first);
    saveNote("never saved");

    assertGone();
    browser().goTo(second);
    browser().reload();
    assertShows(BRAM);
    assertThat(browser().text()).doesNotContain("never saved");
    launchByForm(context, ANNA);
    assertThat(browser().text()).doesNotContain("never saved");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void anotherUserIsAskedAndGoesOnOnlyThen(String sameSite) {
    String context = context("many", sameSite);
    launchByForm(context, ANNA);
    String first = browser().tab();
    browser().newTab();
    sendFromClinic(context, "Duin");
    browser().seeText("h1", "Somebody else is logged in here");
    assertThat(browser().text()).contains("01029999", "Mando Lorian").doesNotContain("Duin");
    browser().goTo(first);
    browser().reload();
    assertShows(ANNA);

    browser().newTab();
    sendFromClinic(context, "Zand");
    browser().click("main button");

    browser().seeText("#patient-name", "Baby Zand");
    browser().seeText("#user-name", "Mando Lorian");
    browser().goTo(first);
    browser().reload();
    assertGone();
  }

  private String session() {
    return cookie().getValue();
  }

  private Cookie cookie() {
    return Objects.requireNonNull(browser().driver().manage().getCookieNamed("JSESSIONID"));
  }
}
