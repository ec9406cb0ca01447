package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.REPEATED;
import static org.launchgate.spi.LaunchEvent.Kind.REPLAYED;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/**
 * A form that brings a used token: a double click, a reload, the same ExorLive patient twice, or a
 * stolen copy. Which of them it is shows where its ticket is redeemed.
 */
class TicketReplayTomcatTest {
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app = new TomcatApp().page(Shown.PATH, Shown.PAGE);
  private final Browser browser;

  TicketReplayTomcatTest() {
    heard.in(app);
    browser = app.start().browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static String form(String patient) {
    return "token=" + Launches.patient(patient).token();
  }

  private static void assertEntered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/app/");
  }

  @Test
  void doubleClickLeadsTheHolderToTheSamePlaceAgain() {
    String form = form("p1");
    assertEntered(browser.post("/launch", form));
    Shown first = Shown.to(browser);
    String session = browser.cookie();

    assertEntered(browser.post("/launch", form));

    assertThat(Shown.to(browser)).isEqualTo(first);
    assertThat(browser.cookie()).isEqualTo(session);
  }

  /** The second click may overtake the first one's redirect. */
  @Test
  void doubleClickBeforeTheFirstTicketIsRedeemedLeadsToOnePlace() {
    String form = form("p1");
    HttpResponse<String> first = browser.postOnly("/launch", form);
    HttpResponse<String> second = browser.postOnly("/launch", form);

    assertEntered(browser.follow(first));
    assertEntered(browser.follow(second));
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void sameExorLiveLaunchTwiceLeadsThereAgain() {
    String form = "payload=" + TestPartner.exorliveToken().token();
    assertEntered(browser.post("/launch", form));

    assertEntered(browser.post("/launch", form));

    assertThat(Shown.to(browser).patient()).isEqualTo("2f3fb098");
  }

  @Test
  void stolenCopyIsRefusedInAnyOtherBrowser() {
    String form = form("p1");
    assertEntered(browser.post("/launch", form));
    Browser thief = app.browser();

    HttpResponse<String> hop = thief.postOnly("/launch", form);
    assertThat(hop.statusCode()).isEqualTo(303);
    HttpResponse<String> answer = thief.follow(hop);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(thief.cookie()).isNull();
  }

  @Test
  void stolenCopyIsRefusedInASessionThatHoldsAnotherPatient() {
    String form = form("p1");
    assertEntered(app.browser().post("/launch", form));
    assertEntered(browser.post("/launch", form("p2")));

    assertThat(browser.post("/launch", form).statusCode()).isEqualTo(403);
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
  }

  @Test
  void ticketOfAReplayWorksOnceInASessionThatIsNotItsHolder() {
    String form = form("p1");
    HttpResponse<String> first = browser.postOnly("/launch", form);
    HttpResponse<String> second = browser.postOnly("/launch", form);
    assertThat(browser.follow(second).statusCode()).isEqualTo(403);

    assertEntered(browser.follow(first));
    assertThat(browser.follow(second).statusCode()).isEqualTo(403);
  }

  /** A partner that uses one token id twice may mean somebody else by it. */
  @Test
  void anotherTokenWithTheIdOfTheHeldOneIsRefused() {
    String id = java.util.UUID.randomUUID().toString();
    assertEntered(
        browser.post("/launch", "token=" + Launches.patient("p1").claim("jti", id).token()));

    for (String other :
        new String[] {
          Launches.patient("p2").claim("jti", id).token(),
          Launches.user("01000002").claim("jti", id).token()
        }) {
      assertThat(browser.post("/launch", "token=" + other).statusCode()).isEqualTo(403);
    }
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void replayIsRecordedWhenItComesAndItsHoldersReloadAfterThat() {
    String form = form("p1");
    browser.post("/launch", form);
    browser.post("/launch", form);
    app.stop();

    assertThat(heard.kinds()).containsExactly(ACCEPTED, REPLAYED, REPEATED);
    assertThat(heard.one(REPEATED).reference()).isEqualTo(heard.one(REPLAYED).reference());
    assertThat(heard.one(ACCEPTED).reference()).isNotEqualTo(heard.one(REPLAYED).reference());
    assertThat(heard.one(REPLAYED).reason()).contains("replayed");
    assertThat(heard.one(REPLAYED).partner()).contains("demo-xis");
  }

  @Test
  void stolenCopyIsRecordedOnceUnderTheReferenceOfItsPage() {
    String form = form("p1");
    browser.post("/launch", form);
    HttpResponse<String> answer = app.browser().post("/launch", form);
    app.stop();

    assertThat(heard.kinds()).containsExactly(ACCEPTED, REPLAYED);
    assertThat(answer.body())
        .contains("<code>" + heard.one(REPLAYED).reference().orElseThrow() + "</code>");
  }

  @Test
  void stolenCopyIsLoggedTwiceUnderOneReference() {
    String form = form("p1");
    browser.post("/launch", form);
    try (LogCapture log = new LogCapture()) {
      app.browser().post("/launch", form);

      assertThat(log.lines("WARNING")).hasSize(2);
      assertThat(log.lines("WARNING launch used before")).hasSize(1);
      assertThat(log.lines("WARNING launch refused"))
          .singleElement()
          .asString()
          .contains("reason=replayed", "not in this session");
    }
  }

  @Test
  void launchIsRecordedOnceWhenItsTicketIsRedeemed() {
    HttpResponse<String> hop = browser.postOnly("/launch", form("p1"));
    browser.postOnly("/launch", form("p2"));
    browser.follow(hop);
    app.stop();

    assertThat(heard.kinds()).containsExactly(ACCEPTED);
    assertThat(heard.one(ACCEPTED).verification()).isPresent();
    assertThat(
            heard.one(ACCEPTED).party(org.launchgate.spi.LaunchEvent.Party.PATIENT).orElseThrow())
        .extracting(org.launchgate.spi.EventIdentifier::value)
        .isEqualTo("p1");
  }
}
