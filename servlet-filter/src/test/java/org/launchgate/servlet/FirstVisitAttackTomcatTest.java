package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.servlet.FirstVisit.ASKED;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker whom a partner knows, and the application does not, wants to be linked to a victim's
 * account: from then on their own launches would open it.
 */
class FirstVisitAttackTomcatTest {
  private final MemoryLinks links = new MemoryLinks();
  private final FirstVisit.Way way = FirstVisit.Way.APPLICATION;
  private final TomcatApp app = FirstVisit.app(links, way);
  private Browser victim;
  private Browser attacker;

  @BeforeEach
  void start() {
    app.start();
    victim = app.browser();
    attacker = app.browser();
  }

  @AfterEach
  void stop() {
    assertThat(links.all).isEmpty();
    app.close();
  }

  private static String attackers() {
    return Launches.user("attacker").token();
  }

  /** What the attacker's own browser is asked after logging in there with an account of theirs. */
  private String consentOfTheAttacker(String account) {
    attacker.launch(attackers());
    way.logIn(attacker, account);
    return FirstVisit.answer(attacker.get(ASKED), "yes");
  }

  @Test
  void plantedLaunchDoesNothingToAVictimWhoIsLoggedIn() {
    way.logIn(victim, "victim");
    String session = victim.cookie();

    HttpResponse<String> page = victim.launch(attackers());

    assertThat(page.body()).contains("<strong>attacker</strong>").contains("Stay as victim");
    assertThat(header(page, "Content-Security-Policy")).contains("frame-ancestors 'self'");
    assertThat(victim.cookie()).isEqualTo(session);
    assertThat(victim.get("/home").body()).isEqualTo("home");
    assertThat(victim.get(ASKED).statusCode()).as("nothing waits").isEqualTo(403);
  }

  @Test
  void victimWhoLogsInForTheirOwnSakeIsToldWhoWouldBeLinked() {
    victim.launch(attackers());
    way.logIn(victim, "victim");

    HttpResponse<String> page = victim.get(ASKED);

    assertThat(page.body())
        .contains("<strong>attacker</strong>")
        .contains("<strong>victim</strong>")
        .contains("you did not expect this question, do not link");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("frame-ancestors 'self'")
        .doesNotContain("http");
    assertThat(victim.get("/home").statusCode()).as("asked until answered").isEqualTo(303);
    assertThat(victim.postOnly(ASKED, FirstVisit.answer(victim.get(ASKED), "no")).statusCode())
        .isEqualTo(403);
    assertThat(victim.get("/home").body()).isEqualTo("home");
  }

  @Test
  void attackerWhoTakesTheVictimsNameAtThePartnerIsShownByTheirIdentifier() {
    String token = Launches.exorlive("attacker", "Vic", "Tim").token();
    way.logIn(victim, "victim");
    HttpResponse<String> first = victim.post("/launch", "payload=" + token);
    assertThat(first.body()).contains("<strong>Vic Tim (attacker)</strong>");
    new Question(first).yes(victim);
    way.logIn(victim, "victim");

    assertThat(victim.get(ASKED).body())
        .contains("<strong>Vic Tim (attacker)</strong>")
        .contains("Link Vic Tim (attacker) to victim");
  }

  @Test
  void consentOfAnotherBrowserIsNone() {
    String consent = consentOfTheAttacker("attackers-account");
    victim.launch(attackers());
    way.logIn(victim, "victim");
    victim.get(ASKED);

    assertThat(header(victim.postOnly(ASKED, consent), "Location")).isEqualTo("/app" + ASKED);
  }

  @Test
  void cookieThatANeighbouringHostPlantedBringsNoConsentAlong() {
    String consent = consentOfTheAttacker("victim");
    way.logIn(victim, "victim");
    victim.cookies().put(LinkCookie.NAME, attacker.cookies().get(LinkCookie.NAME));

    assertThat(header(victim.postOnly(ASKED, consent), "Location")).isEqualTo("/app" + ASKED);
  }

  @Test
  void cookieThatNobodyHereCanTakeAwayLocksNobodyOut() {
    String planted = "A".repeat(43) + "." + "B".repeat(43);
    way.logIn(victim, "victim");
    victim.cookies().put(LinkCookie.NAME, planted);
    assertThat(header(victim.get("/home"), "Location")).isEqualTo("/app" + ASKED);
    assertThat(victim.get(ASKED).statusCode()).isEqualTo(403);

    victim.cookies().put(LinkCookie.NAME, planted); // its domain is the neighbour's, too
    assertThat(victim.get("/home").body()).isEqualTo("home");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void answerThatAnotherOriginSendsIsNone(String site) {
    victim.launch(attackers());
    way.logIn(victim, "victim");
    String yes = FirstVisit.answer(victim.get(ASKED), "yes");

    assertThat(header(victim.postOnly(ASKED, yes, "Sec-Fetch-Site", site), "Location"))
        .isEqualTo("/app" + ASKED);
  }

  @Test
  void answerFromABrowserWithoutTheCookieIsRefused() {
    String consent = consentOfTheAttacker("victim");
    way.logIn(victim, "victim");

    HttpResponse<String> answer = victim.postOnly(ASKED, consent);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .as("another site's form, which comes without it, takes no cookie away")
        .noneMatch(header -> header.startsWith(LinkCookie.NAME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "launch_answer=yes",
        "consent=&launch_answer=yes",
        "consent=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&launch_answer=yes"
      })
  void answerWithoutTheConsentOfThePageIsNone(String form) {
    victim.launch(attackers());
    way.logIn(victim, "victim");
    victim.get(ASKED);

    assertThat(header(victim.postOnly(ASKED, form), "Location")).isEqualTo("/app" + ASKED);
  }

  @Test
  void cookieOfBeforeLeadsToNothingInAnotherSession() {
    victim.launch(attackers());
    String cookie = victim.cookies().get(LinkCookie.NAME);
    way.logIn(victim, "victim");
    victim.get(ASKED);
    way.logIn(attacker, "attackers-account");
    attacker.cookies().put(LinkCookie.NAME, cookie);

    assertThat(attacker.get(ASKED).statusCode()).isEqualTo(403);
    assertThat(attacker.cookies()).doesNotContainKey(LinkCookie.NAME);
  }

  @Test
  void addressThatAnswersByGetIsNone() {
    victim.launch(attackers());
    way.logIn(victim, "victim");
    String yes = FirstVisit.answer(victim.get(ASKED), "yes");

    assertThat(victim.get(ASKED + "&" + yes).statusCode()).isEqualTo(403);
  }
}
