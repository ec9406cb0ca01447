package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.encoded;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.DispatcherType;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;

/**
 * What a start knows of the tokens that were used before it, and what it says where it does not.
 */
class UsedTokensTomcatTest {
  private static final Duration RESTART = Duration.ofSeconds(5);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

  private TomcatApp app() {
    return new TomcatApp().clock(clock);
  }

  private String token() {
    return TestPartner.zorgdomeinToken(
            UUID.randomUUID().toString(), clock.instant().getEpochSecond())
        .token();
  }

  private static int launch(TomcatApp app, String token) {
    return app.browser().launch(token).statusCode();
  }

  /** The next run after an orderly stop. */
  private TomcatApp restarted(TomcatApp app) {
    app.stop();
    clock.advance(RESTART);
    return app.next().start();
  }

  /** The next run after a crash. */
  private TomcatApp afterACrashOf(TomcatApp app) {
    clock.advance(RESTART);
    return app.next().start();
  }

  @Test
  @Clause("V-29")
  void tokenUsedBeforeAnOrderlyStopIsRefusedAfterTheStartAndAnotherAccepted() {
    try (TomcatApp first = app().start()) {
      String used = token();
      String unused = token();
      assertThat(launch(first, used)).isEqualTo(303);

      try (TomcatApp second = restarted(first)) {
        assertThat(launch(second, used)).isEqualTo(403);
        assertThat(launch(second, unused)).isEqualTo(303);
        assertThat(launch(second, token())).isEqualTo(303);
      }
    }
  }

  @Test
  void fileLiesThereBetweenStopAndStartOnly() {
    try (TomcatApp first = app().start()) {
      assertThat(first.handedOn()).isEmpty();
      first.stop();
      assertThat(first.handedOn())
          .singleElement()
          .asString()
          .matches(".*/launchgate-used-[0-9a-f]{16}\\.bin");

      try (TomcatApp second = first.next().start()) {
        assertThat(second.handedOn()).isEmpty();
      }
    }
  }

  @Test
  @Clause("V-29")
  void afterACrashTokensFromBeforeTheStartHaveToBeLaunchedAgainAndFreshOnesAreAccepted() {
    try (TomcatApp first = app().start()) {
      String used = token();
      String unused = token();
      assertThat(launch(first, used)).isEqualTo(303);

      try (TomcatApp second = afterACrashOf(first);
          LogCapture log = new LogCapture()) {
        assertThat(launch(second, used)).isEqualTo(503);
        assertThat(launch(second, unused)).isEqualTo(503);
        assertThat(launch(second, token())).isEqualTo(303);
        assertThat(log.lines("WARNING launch has to be made again ref="))
            .hasSize(2)
            .allMatch(
                line ->
                    line.matches(
                        "WARNING launch has to be made again ref=[2-9A-Z]{10} from=127\\.0\\.0\\.1"
                            + " detail=partner demo-xis, launch \\S{43}: expected a token issued"
                            + " at or after 2026-11-22T12:00:05Z, when .+, found iat"
                            + " 2026-11-22T12:00:00Z"));
      }
    }
  }

  @Test
  void pageSaysInPlainWordsToLaunchAgainAndNotWhenToRetry() {
    try (TomcatApp first = app().start()) {
      String token = token();
      try (TomcatApp second = afterACrashOf(first)) {
        HttpResponse<String> page = second.browser().launch(token);
        HttpResponse<String> problem =
            second.browser().launch(token, "Accept", "application/problem+json");

        assertThat(page.body())
            .contains("<h1>Please launch again</h1>", "open the application from there again");
        assertThat(header(page, "Retry-After")).isEmpty();
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "Set-Cookie")).isEmpty();
        assertThat(problem.statusCode()).isEqualTo(503);
        assertThat(problem.body()).contains("\"title\":\"Please launch again\",\"status\":503");
      }
    }
  }

  @Test
  void withoutTheFenceATokenUsedBeforeACrashIsTakenOnceMore() {
    try (TomcatApp first = app().start()) {
      String used = token();
      assertThat(launch(first, used)).isEqualTo(303);
      clock.advance(RESTART);

      try (TomcatApp second = first.next().param("restartFence", "false").start()) {
        assertThat(launch(second, used)).isEqualTo(303);
        assertThat(launch(second, used)).isEqualTo(403);
      }
    }
  }

  /** Else the stop would make a memory look whole that knows nothing of the first run. */
  @Test
  void orderlyRestartAfterACrashStillAsksForANewLaunch() {
    try (TomcatApp first = app().start()) {
      String used = token();
      assertThat(launch(first, used)).isEqualTo(303);
      try (TomcatApp second = afterACrashOf(first)) {
        String usedInSecond = token();
        assertThat(launch(second, usedInSecond)).isEqualTo(303);

        try (TomcatApp third = restarted(second)) {
          assertThat(launch(third, used)).isEqualTo(503);
          assertThat(launch(third, usedInSecond)).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void startThatFailsLosesNothingOfWhatWasHandedOn() {
    try (TomcatApp first = app().start()) {
      String used = token();
      assertThat(launch(first, used)).isEqualTo(303);
      first.stop();
      // the first filter has read its file by the time the second one fails
      try (TomcatApp failed =
              first
                  .next()
                  .launchFilter(DispatcherType.REQUEST)
                  .launchFilter(Map.of("partners", "/WEB-INF/none.json"));
          LogCapture log = new LogCapture()) {
        assertThat(failed.start().context().getState().isAvailable()).isFalse();
        assertThat(log.all()).contains("1 used launches of the run that ended at");
        failed.stop();

        try (TomcatApp third = failed.next().start()) {
          assertThat(launch(third, used)).isEqualTo(403);
        }
      }
    }
  }

  @Test
  void damagedFileIsAsGoodAsNone() throws Exception {
    try (TomcatApp first = app().start();
        LogCapture log = new LogCapture()) {
      String used = token();
      assertThat(launch(first, used)).isEqualTo(303);
      Files.writeString(first.stop().handedOn().get(0), "?");

      try (TomcatApp second = afterACrashOf(first)) {
        assertThat(launch(second, used)).isEqualTo(503);
        assertThat(log.all()).contains("is not used, and no used launches are remembered");
      }
    }
  }

  private static TomcatApp withTwoFilters(TomcatApp app) {
    return app.launchFilter(DispatcherType.REQUEST)
        .launchFilter(Map.of("partners", "/WEB-INF/partners.json", "launchPath", "/other"))
        .start();
  }

  private static int launchAtOther(TomcatApp app, String token) {
    return app.browser().get("/other?token=" + token).statusCode();
  }

  @Test
  void twoFiltersOfOneApplicationHaveAFileEach() {
    // the path of the second is the application's for the first, which stands before it
    try (TomcatApp first = withTwoFilters(app())) {
      String one = token();
      String two = token();
      assertThat(launch(first, one)).isEqualTo(303);
      assertThat(launchAtOther(first, two)).isEqualTo(303);
      first.stop();
      assertThat(first.handedOn()).hasSize(2);
      clock.advance(RESTART);

      try (TomcatApp second = withTwoFilters(first.next())) {
        assertThat(second.handedOn()).isEmpty();
        assertThat(launch(second, one)).isEqualTo(403);
        assertThat(launchAtOther(second, two)).isEqualTo(403);
        assertThat(launch(second, two)).isEqualTo(303);
      }
    }
  }

  /** The browser presses "reload" in a session that the server has kept. */
  private void reloadAfterARestart(boolean handedOn, int elsewhere) throws Exception {
    try (TomcatApp first = app().keepingSessions().start()) {
      String token = token();
      Browser browser = first.browser();
      assertThat(browser.launch(token).statusCode()).isEqualTo(303);
      for (Path file : first.stop().handedOn()) {
        if (!handedOn) {
          Files.delete(file);
        }
      }

      clock.advance(RESTART);
      try (TomcatApp second = first.next().keepingSessions().start()) {
        Browser same = second.browser().cookie(browser.cookie());
        assertThat(same.launch(token).statusCode()).isEqualTo(303);
        assertThat(same.cookie()).isEqualTo(browser.cookie());
        assertThat(launch(second, token)).isEqualTo(elsewhere);
      }
    }
  }

  @Test
  void tokenThatItsSessionRedeemedLeadsOnAfterARestartThatKnowsIt() throws Exception {
    reloadAfterARestart(true, 403);
  }

  @Test
  void tokenThatItsSessionRedeemedLeadsOnAfterARestartThatDoesNotKnowIt() throws Exception {
    reloadAfterARestart(false, 503);
  }

  @Test
  void tokenWhosePatientIsNoLongerInFocusDoesNotLeadOnAfterARestartThatDoesNotKnowIt()
      throws Exception {
    try (TomcatApp first = app().keepingSessions().start()) {
      String token = token();
      Browser browser = first.browser();
      assertThat(browser.launch(token).statusCode()).isEqualTo(303);
      String other =
          TestPartner.zorgdomeinToken("other", clock.instant().getEpochSecond())
              .claim("context.patient-id", "other")
              .token();
      assertThat(browser.launch(other).statusCode()).isEqualTo(303);
      Files.delete(first.stop().handedOn().get(0));

      clock.advance(RESTART);
      try (TomcatApp second = first.next().keepingSessions().start()) {
        Browser same = second.browser().cookie(browser.cookie());
        assertThat(same.launch(other).statusCode()).isEqualTo(303);
        assertThat(same.launch(token).statusCode()).isEqualTo(503);
      }
    }
  }

  /** A partner that uses one token id twice may mean somebody else by it. */
  @Test
  void tokenWithTheIdOfARedeemedOneDoesNotLeadOnAfterARestartThatDoesNotKnowIt() throws Exception {
    try (TomcatApp first = app().keepingSessions().start()) {
      var token = TestPartner.zorgdomeinToken("twice", clock.instant().getEpochSecond());
      Browser browser = first.browser();
      assertThat(browser.launch(token.token()).statusCode()).isEqualTo(303);
      Files.delete(first.stop().handedOn().get(0));

      clock.advance(RESTART);
      try (TomcatApp second = first.next().keepingSessions().start()) {
        Browser same = second.browser().cookie(browser.cookie());
        assertThat(same.launch(token.claim("context.patient-id", "other").token()).statusCode())
            .isEqualTo(503);
      }
    }
  }

  @Test
  void partnerThatHasFilledItsShareGets503AndAnotherIsTaken() {
    try (TomcatApp app =
            app().param("replayCapacity", "1000").param("replayPartnerShare", "1").start();
        LogCapture log = new LogCapture()) {
      for (int i = 0; i < 10; i++) {
        assertThat(launch(app, token())).isEqualTo(303);
      }

      HttpResponse<String> full = app.browser().launch(token());

      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(header(full, "Retry-After")).isEqualTo("30");
      assertThat(log.lines("SEVERE launch unavailable ref="))
          .singleElement()
          .asString()
          .contains(
              "partner demo-xis has filled its share of the replay store: 10 of 1000 launches",
              "replayPartnerShare and replayCapacity");
      String exorlive = "payload=" + encoded(TestPartner.exorliveToken().token());
      assertThat(app.browser().post("/launch", exorlive).statusCode()).isEqualTo(303);
    }
  }
}
