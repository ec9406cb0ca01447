package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.servertests.process.PortalVariant;

/**
 * What a browser is led to that asked for a page before its launch, under each value of the session
 * cookie's SameSite: whether a page is opened from outside, it says itself.
 */
class DeepLinkBrowserIT extends WindowsFixture {
  private static final String PAGE = "/test/echo.jsp?a=b%20c";
  private static final String ANNA = "anna-1";
  private static final String BRAM = "bram-2";

  @Override
  List<PortalVariant> variants() {
    return Stream.of("Lax", "Strict", "None")
        .map(
            sameSite ->
                PortalVariant.of(
                    sameSite.toLowerCase(Locale.ROOT),
                    sameSite,
                    Map.of("loginRequired", "true", "errorPage", "none")))
        .toList();
  }

  private static String context(String sameSite) {
    return sameSite.toLowerCase(Locale.ROOT);
  }

  private void assertSentAway() {
    browser().seeText("h1", "Please start from your own system");
  }

  private void assertLandsOnThePage(String context) {
    browser().seeText("body", "patient=" + ANNA);
    assertThat(browser().address()).isEqualTo(portal(context, PAGE).toString());
    assertThat(browser().text()).contains("field=b c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void typedAddressIsWhereALaunchByFormLeadsOnce(String sameSite) {
    String context = context(sameSite);
    browser().open(portal(context, PAGE));
    assertSentAway();

    send(context, "token", xis(ANNA));
    assertLandsOnThePage(context);

    launchByForm(context, BRAM);
    assertThat(browser().address()).isEqualTo(portal(context, "/").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Lax", "Strict", "None"})
  void linkOfAnotherSiteIsWhereALaunchByLinkLeads(String sameSite) {
    String context = context(sameSite);
    browser().open(linkTo(portal(context, PAGE)));
    browser().click("#go");
    assertSentAway();

    browser().open(partner().link(portal(context, "/launch"), xis(ANNA).token()));
    browser().click("#go");
    assertLandsOnThePage(context);
  }

  private URI linkTo(URI page) {
    return partner().page("<a id=\"go\" href=\"" + page + "\">Read</a>");
  }

  @Test
  void pictureAndFrameOfAnotherSiteAreNotWhereALaunchLeads() {
    URI page = portal("none", PAGE);
    browser()
        .open(
            partner()
                .page(
                    "<img alt=\"\" src=\"%s\" onerror=\"document.title='loaded'\"><iframe src=\"%s\"></iframe>"
                        .formatted(page, page)));
    browser().awaitTrue("the picture", "document.title === 'loaded'");

    launchByForm("none", ANNA);
    assertThat(browser().address()).isEqualTo(portal("none", "/").toString());
  }

  /** The page stays behind when its session is gone; the next launch is about somebody else. */
  @Test
  void linkOfAPageThatIsLeftBehindIsNotWhereTheNextLaunchLeads() {
    launchByForm("lax", ANNA);
    browser().driver().manage().deleteCookieNamed("JSESSIONID");
    browser().run("location.href = 'test/echo.jsp?a=1'");
    assertSentAway();

    launchByForm("lax", BRAM);
    assertThat(browser().address()).isEqualTo(portal("lax", "/").toString());
  }
}
