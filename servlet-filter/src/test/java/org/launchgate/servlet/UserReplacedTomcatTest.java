package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.USER_CHANGED;
import static org.launchgate.spi.LaunchEvent.Party.PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_PATIENT;
import static org.launchgate.spi.LaunchEvent.Party.PREVIOUS_USER;
import static org.launchgate.spi.LaunchEvent.Party.USER;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Party;

/** What is recorded of a change of user, asked for or not, and who may show the question. */
class UserReplacedTomcatTest {
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE);

  private Browser start() {
    heard.in(app);
    return app.start().browser();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private static TokenBuilder user(String value) {
    return Launches.user(value).claim("context.patient-id", value + "s-patient");
  }

  private static String value(LaunchEvent event, Party party) {
    return event.party(party).orElseThrow().value();
  }

  private void assertChangeFromAnnToBob() {
    assertThat(heard.kinds()).containsExactly(ACCEPTED, ACCEPTED, USER_CHANGED);
    LaunchEvent change = heard.one(USER_CHANGED);
    assertThat(value(change, USER)).isEqualTo("bob");
    assertThat(value(change, PATIENT)).isEqualTo("bobs-patient");
    assertThat(value(change, PREVIOUS_USER)).isEqualTo("ann");
    assertThat(value(change, PREVIOUS_PATIENT)).isEqualTo("anns-patient");
    assertThat(change.reference()).isEqualTo(heard.all().get(1).reference());
    assertThat(heard.all().get(1).verification()).isPresent();
  }

  @Test
  void replacingEndsTheOldSessionAtOnceAndIsRecorded() {
    app.param("userChange", "replace");
    Browser browser = start();
    browser.launch(user("ann").token());
    String old = browser.cookie();

    assertThat(browser.launch(user("bob").token()).statusCode()).isEqualTo(303);

    assertThat(browser.cookie()).isNotEqualTo(old);
    assertThat(Shown.to(browser).user()).isEqualTo("demo-xis|agb-z|bob");
    assertThat(Shown.to(browser.cookie(old))).isEqualTo(Shown.NOBODY);
    app.stop();
    assertChangeFromAnnToBob();
  }

  @Test
  void questionIsNotRecordedAndItsAnswerIs() {
    Browser browser = start();
    browser.launch(user("ann").token());
    Question question = new Question(browser.post("/launch", "token=" + user("bob").token()));
    question.yes(browser);
    app.stop();

    assertChangeFromAnnToBob();
  }

  @Test
  void questionThatNobodyAnswersIsNoChange() {
    Browser browser = start();
    browser.launch(user("ann").token());
    browser.launch(user("bob").token());
    app.stop();

    assertThat(heard.kinds()).containsExactly(ACCEPTED);
  }

  @Test
  void changeOfUserInManyWindowsEndsThemAll() {
    app.param("windows", "many").param("userChange", "replace");
    Browser browser = start();
    String one = Browser.header(browser.launch(user("ann").token()), "Location");
    browser.launch(user("ann").claim("context.patient-id", "second").token());
    browser.launch(user("bob").token());

    assertThat(Shown.to(browser).patient()).isEqualTo("bobs-patient");
    assertThat(browser.get(Shown.PATH + one.replaceAll(".*\\?", "?")).statusCode()).isEqualTo(409);
  }

  @Test
  void questionIsFramedByThePagesThatMayLaunchAlone() {
    app.file(
        "WEB-INF/partners.json",
        TestPartner.partnersFile()
            .replace(
                "\"id\": \"demo-xis\",",
                "\"id\": \"demo-xis\", \"launchOrigins\": [\"https://b.example\","
                    + " \"https://a.example\"],"));
    Browser browser = start();
    browser.launch(user("ann").token());

    assertThat(Browser.header(browser.launch(user("bob").token()), "Content-Security-Policy"))
        .endsWith("; frame-ancestors 'self' https://a.example https://b.example");
  }
}
