package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An attacker who can launch as themselves has the victim's browser open that launch. The victim's
 * session neither ends nor continues as the attacker's, and no session of the attacker's becomes
 * the victim's.
 */
class PlantedLaunchTomcatTest {
  private static final String VICTIM = "demo-xis|agb-z|victim";

  private final TomcatApp app = new TomcatApp();
  private Browser victim;
  private Browser attacker;

  @BeforeEach
  void start() {
    app.param("windows", "many")
        .page(Shown.PATH, Shown.PAGE)
        .page("/anon", (request, response) -> request.getSession(true))
        .start();
    victim = app.browser();
    attacker = app.browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static String victims() {
    return Launches.user("victim").claim("context.patient-id", "victims-patient").token();
  }

  private static String attackers() {
    return Launches.user("attacker").claim("context.patient-id", "attackers-patient").token();
  }

  /** How a page of the attacker's has the victim's browser launch. */
  enum Way {
    LINK {
      @Override
      HttpResponse<String> plant(Browser victim, Browser attacker) {
        return victim.launch(attackers());
      }
    },
    FORM {
      @Override
      HttpResponse<String> plant(Browser victim, Browser attacker) {
        return victim.post("/launch", "token=" + attackers());
      }
    },
    SCRIPTS_ADDRESS {
      @Override
      HttpResponse<String> plant(Browser victim, Browser attacker) {
        return victim.get(
            ScriptPartners.path(ScriptPartners.postForm(attacker, "token=" + attackers())));
      }
    };

    abstract HttpResponse<String> plant(Browser victim, Browser attacker);
  }

  private void assertVictimGoesOn(String session, Shown before) {
    assertThat(victim.cookie()).isEqualTo(session);
    assertThat(Shown.to(victim)).isEqualTo(before);
    assertThat(before.user()).isEqualTo(VICTIM);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void plantedLaunchNeitherEndsNorReplacesTheVictimsSession(Way way) {
    victim.launch(victims());
    Shown before = Shown.to(victim);
    String session = victim.cookie();

    HttpResponse<String> page = way.plant(victim, attacker);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Somebody else is logged in here")
        .contains("<strong>victim</strong> is still logged in")
        .contains("as <strong>attacker</strong>");
    assertVictimGoesOn(session, before);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void plantedLaunchIsNeverContinuedUnderTheVictimsName(Way way) {
    victim.launch(victims());
    String session = victim.cookie();
    Question question = new Question(way.plant(victim, attacker));

    assertThat(question.yes(victim).statusCode()).isEqualTo(303);

    assertThat(victim.cookie()).isNotEqualTo(session);
    assertThat(Shown.to(victim).user()).isEqualTo("demo-xis|agb-z|attacker");
    assertThat(Shown.to(victim).patient()).isEqualTo("attackers-patient");
    assertThat(Shown.to(victim.cookie(session))).isEqualTo(Shown.NOBODY);
  }

  /** The attacker answers the question in their own browser, where it was not asked. */
  @Test
  void attackerCannotAnswerInThePlaceOfTheVictim() {
    victim.launch(victims());
    Shown before = Shown.to(victim);
    String session = victim.cookie();
    Question question = new Question(victim.launch(attackers()));

    assertThat(question.yes(attacker).statusCode()).isEqualTo(403);
    assertVictimGoesOn(session, before);
  }

  /** The attacker gets a question of their own, and has the victim's browser post its answer. */
  @Test
  void answerToAQuestionOfTheAttackersDoesNothingInTheVictimsBrowser() {
    victim.launch(victims());
    Shown before = Shown.to(victim);
    String session = victim.cookie();
    attacker.launch(victimsNamesake());
    Question own = new Question(attacker.launch(attackers()));

    assertThat(own.yes(victim).statusCode()).isEqualTo(403);
    assertVictimGoesOn(session, before);
    assertThat(own.yes(attacker).statusCode()).isEqualTo(303);
  }

  /**
   * The same, with the question's cookie planted by a host beside this one, and posted by a page of
   * another site, so that the victim's own session does not show.
   */
  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void answerThatAnotherPagePostsBeginsNoSessionInPlaceOfTheVictims(String site) {
    attacker.launch(victimsNamesake());
    Question own = new Question(attacker.launch(attackers()));
    Browser withoutSession = app.browser();
    withoutSession.cookies().putAll(attacker.cookies());
    withoutSession.cookie(null);

    HttpResponse<String> answer =
        withoutSession.postOnly("/launch", own.form(), "Sec-Fetch-Site", site);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(
            attacker.postOnly("/launch", own.form(), "Sec-Fetch-Site", "same-origin").statusCode())
        .as("the attacker's own, which was not used up")
        .isEqualTo(303);
  }

  private static String victimsNamesake() {
    return Launches.user("victims-namesake").token();
  }

  @Test
  void ticketOfTheAttackersFormDoesNothingInTheVictimsBrowser() {
    victim.launch(victims());
    Shown before = Shown.to(victim);
    String session = victim.cookie();
    String location = header(attacker.postOnly("/launch", "token=" + attackers()), "Location");

    HttpResponse<String> answer = victim.get(location.substring("/app".length()));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertVictimGoesOn(session, before);
  }

  /**
   * Session fixation: the victim's browser has the id of an anonymous session of the attacker's.
   */
  @Test
  void anonymousSessionOfTheAttackersDoesNotBecomeTheVictims() {
    attacker.get("/anon");
    String planted = attacker.cookie();
    victim.cookie(planted);

    assertThat(victim.post("/launch", "token=" + victims()).statusCode()).isEqualTo(303);

    assertThat(victim.cookie()).isNotEqualTo(planted);
    assertThat(Shown.to(attacker)).isEqualTo(Shown.NOBODY);
    assertThat(Shown.to(victim).user()).isEqualTo(VICTIM);
  }

  /** The same with a session in which the attacker is logged in. */
  @Test
  void sessionThatIsTheAttackersAlreadyIsNotSharedWithTheVictim() {
    attacker.launch(attackers());
    victim.cookie(attacker.cookie());

    Question question = new Question(victim.post("/launch", "token=" + victims()));
    assertThat(question.page().body()).contains("<strong>attacker</strong> is still logged in");
    assertThat(Shown.to(attacker).patient()).isEqualTo("attackers-patient");
    assertThat(question.yes(victim).statusCode()).isEqualTo(303);

    assertThat(Shown.to(victim).user()).isEqualTo(VICTIM);
    assertThat(Shown.to(attacker)).isEqualTo(Shown.NOBODY);
    assertThat(attacker.launch(attackers()).statusCode()).isEqualTo(303);
    assertThat(Shown.to(victim).patient()).isEqualTo("victims-patient");
  }

  @Test
  void windowOfTheAttackersIsUnknownInTheVictimsSession() {
    String window = header(attacker.launch(attackers()), "Location").replaceAll(".*=", "");
    victim.launch(victims());

    HttpResponse<String> answer = victim.get(Shown.PATH + "?_lw=" + window);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).doesNotContain("attackers-patient", "victims-patient");
  }

  /**
   * A launch in the victim's own name that somebody else planted is one that the partner signed.
   */
  @Test
  void plantedLaunchOfTheVictimOpensAWindowBesideTheOthersAndClosesNone() {
    String window = header(victim.launch(victims()), "Location").replaceAll(".*=", "");
    String session = victim.cookie();
    victim.launch(Launches.user("victim").claim("context.patient-id", "planted").token());

    assertThat(victim.cookie()).isEqualTo(session);
    assertThat(Shown.toWindow(victim, window).patient()).isEqualTo("victims-patient");
    assertThat(Shown.to(victim).patient()).as("no window named").isEqualTo("-");
  }
}
