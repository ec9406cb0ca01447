package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** How long a token may be used says nothing about how long its session lasts. */
class SessionOutlivesTokenTomcatTest {
  private static final Duration TOO_OLD = Duration.ofSeconds(301);
  private static final String USER = "demo-xis|agb-z|01029999";

  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .clock(CLOCK)
            .page(
                "/whoami",
                (request, response) -> response.getWriter().print(request.getRemoteUser()));
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static TokenBuilder zorgdomein() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), CLOCK.instant().getEpochSecond());
  }

  private static String patient(String id) {
    return zorgdomein().claim("context.patient-id", id).token();
  }

  private int launch(String token) {
    return browser.launch(token).statusCode();
  }

  @Test
  @Clause("ZD-20")
  void sessionGoesOnAfterItsTokenIsTooOldToBeAccepted() {
    assertThat(launch(zorgdomein().token())).isEqualTo(303);
    String unused = zorgdomein().token();

    CLOCK.advance(TOO_OLD);

    assertThat(app.browser().launch(unused).statusCode()).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).isEqualTo(USER);
  }

  @Test
  void tokenThatThisSessionRedeemedLeadsToTheTargetAgainWhenItIsTooOld() {
    String token = patient("reloaded");
    assertThat(launch(token)).isEqualTo(303);
    String session = browser.cookie();

    CLOCK.advance(TOO_OLD);

    assertThat(launch(token)).isEqualTo(303);
    assertThat(browser.cookie()).isEqualTo(session);
  }

  @Test
  void tokenThatThisSessionRedeemedLeadsToTheTargetAgainWhenTheStoreHasForgottenIt() {
    String token = patient("forgotten");
    assertThat(launch(token)).isEqualTo(303);

    CLOCK.advance(Duration.ofHours(3));

    assertThat(launch(token)).isEqualTo(303);
  }

  @Test
  void tokenThatThisSessionRedeemedLeadsToTheTargetAgainWhenItHasExpired() {
    long expiry = CLOCK.instant().plusSeconds(60).getEpochSecond();
    String form = "payload=" + TestPartner.exorliveToken().claim("exp", expiry).token();
    assertThat(browser.post("/launch", form).statusCode()).isEqualTo(303);

    CLOCK.advance(TOO_OLD);

    assertThat(browser.post("/launch", form).statusCode()).isEqualTo(303);
    assertThat(app.browser().post("/launch", form).statusCode()).isEqualTo(403);
  }

  @Test
  void tokenThatIsTooOldIsRefusedInAnotherSession() {
    String token = patient("elsewhere");
    assertThat(launch(token)).isEqualTo(303);
    Browser other = app.browser();
    assertThat(other.launch(patient("elsewhere")).statusCode()).isEqualTo(303);

    CLOCK.advance(TOO_OLD);

    assertThat(other.launch(token).statusCode()).isEqualTo(403);
    assertThat(app.browser().launch(token).statusCode()).isEqualTo(403);
  }

  @Test
  void tokenThatWasNeverRedeemedIsRefusedWhenItIsTooOldInASessionOfItsUserToo() {
    String unused = patient("same");
    assertThat(launch(patient("same"))).isEqualTo(303);

    CLOCK.advance(TOO_OLD);

    assertThat(launch(unused)).isEqualTo(403);
    assertThat(browser.get("/whoami").body()).isEqualTo(USER);
  }

  @Test
  void tokenThatIsTooOldIsRefusedWhenItsPatientIsNoLongerInFocus() {
    String token = patient("left");
    assertThat(launch(token)).isEqualTo(303);
    assertThat(launch(patient("in-focus"))).isEqualTo(303);

    CLOCK.advance(TOO_OLD);

    assertThat(launch(token)).isEqualTo(403);
  }

  @Test
  void tokenThatIsTooOldAndTamperedWithIsRefusedInItsOwnSession() {
    TokenBuilder token = zorgdomein();
    assertThat(launch(token.token())).isEqualTo(303);
    String forged = token.signedBy(TestPartner.rsa(2048).getPrivate()).token();

    CLOCK.advance(TOO_OLD);

    assertThat(launch(forged)).isEqualTo(403);
  }
}
