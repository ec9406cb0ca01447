package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** However busy, nobody stays longer than {@code sessionMaxAge} in one session. */
class SessionMaxAgeTomcatTest {
  private static final Duration MAX = Duration.ofMinutes(10);

  private final MovableClock clock = new MovableClock(Instant.now());
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app =
      new TomcatApp()
          .clock(clock)
          .param("windows", "many")
          .page(Shown.PATH, Shown.PAGE)
          .page(
              "/keep", (request, response) -> request.getSession().setAttribute("basket", "apples"))
          .page(
              "/basket",
              (request, response) ->
                  response.getWriter().print(request.getSession().getAttribute("basket")));

  private Browser start(String maxAge) {
    app.param("sessionMaxAge", maxAge);
    heard.in(app);
    return app.start().browser();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), clock.instant().getEpochSecond());
  }

  private String launch(Browser browser, TokenBuilder token) {
    HttpResponse<String> answer = browser.launch(token.token());
    assertThat(answer.statusCode()).isEqualTo(303);
    return header(answer, "Location").replaceAll(".*_lw=", "");
  }

  private TokenBuilder patient(String id) {
    return token().claim("context.patient-id", id);
  }

  @Test
  void userStaysUntilJustBeforeItIsOver() {
    Browser browser = start("600");
    launch(browser, patient("p1"));
    clock.advance(MAX.minusNanos(1));

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void atTheEndSessionAndPatientAreGone() {
    Browser browser = start("600");
    String window = launch(browser, patient("p1"));
    browser.get("/keep");
    clock.advance(MAX);

    HttpResponse<String> answer = browser.get(Shown.PATH + "?_lw=" + window);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Launch-State")).isEqualTo("ended");
    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
  }

  @Test
  void requestThatNamesNoWindowIsNobodysAfterwards() {
    Browser browser = start("600");
    launch(browser, patient("p1"));
    clock.advance(MAX);

    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
  }

  @Test
  void beingBusyOrLaunchingAgainMakesItNoLonger() {
    Browser browser = start("PT10M");
    for (int minute = 0; minute < 10; minute++) {
      String window = launch(browser, patient("p" + minute));
      assertThat(Shown.toWindow(browser, window).patient()).isEqualTo("p" + minute);
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
  }

  @Test
  void launchAfterTheEndStartsAFreshSession() {
    Browser browser = start("600");
    String first = launch(browser, patient("p1"));
    String session = browser.cookie();
    browser.get("/keep");
    clock.advance(MAX);

    String second = launch(browser, patient("p1"));

    assertThat(browser.cookie()).isNotEqualTo(session);
    assertThat(second).isNotEqualTo(first);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
    clock.advance(MAX.minusNanos(1));
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void otherUserIsNotAskedAboutASessionThatIsOver() {
    Browser browser = start("600");
    launch(browser, patient("p1"));
    clock.advance(MAX);

    launch(browser, token().claim("user-id.value", "other"));

    assertThat(Shown.to(browser).user()).isEqualTo("demo-xis|agb-z|other");
  }

  @Test
  void reloadOfALaunchDoesNotLeadIntoASessionThatIsOver() {
    Browser browser = start("600");
    String token = patient("p1").token();
    browser.launch(token);
    clock.advance(MAX);

    assertThat(browser.launch(token).statusCode()).isEqualTo(403);
    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
  }

  @Test
  void zeroIsNoLimit() {
    Browser browser = start("0");
    launch(browser, patient("p1"));
    clock.advance(Duration.ofDays(365));

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  /** Nobody logged out, and the launch was recorded when it came. */
  @Test
  void endIsNoLogOut() {
    Browser browser = start("600");
    launch(browser, patient("p1"));
    clock.advance(MAX);
    Shown.to(browser);
    app.stop();

    assertThat(heard.kinds()).containsExactly(ACCEPTED);
  }
}
