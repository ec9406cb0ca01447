package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.servlet.FirstVisit.ASKED;
import static org.launchgate.servlet.FirstVisit.XIS_USER;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.LINKED;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;

/** Who comes for the first time logs in once by the application's own means, and is linked. */
class FirstVisitTomcatTest {
  private final MemoryLinks links = new MemoryLinks();
  private final EventsHeard heard = new EventsHeard();
  private final MovableClock clock = new MovableClock(Instant.now());
  private TomcatApp app;
  private Browser browser;
  private FirstVisit.Way way;

  private void start(FirstVisit.Way login, String... params) {
    way = login;
    app = FirstVisit.app(links, login).clock(clock);
    for (int i = 0; i < params.length; i += 2) {
      app.param(params[i], params[i + 1]);
    }
    heard.in(app);
    browser = app.start().browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static String token(String patient) {
    return Launches.patient(patient).token();
  }

  private HttpResponse<String> sentToLogIn() {
    HttpResponse<String> answer = browser.launch(token("p1"));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).matches("/app/(account|login\\?first=visit)");
    return answer;
  }

  /** The page that a log-in leads to. */
  private HttpResponse<String> asked(String user) {
    HttpResponse<String> answer = way.logIn(browser, user);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/app" + ASKED);
    return browser.get(ASKED);
  }

  private HttpResponse<String> answer(HttpResponse<String> page, String button) {
    return browser.postOnly(ASKED, FirstVisit.answer(page, button));
  }

  private void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(links.all).isEmpty();
    assertThat(Shown.to(browser).patient()).isEqualTo("-");
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  @Clause("EL-12")
  void userLogsInOnceAndIsLaunchedEverAfter(FirstVisit.Way login) {
    start(login, "windows", "many");
    sentToLogIn();
    assertThat(links.all).isEmpty();

    HttpResponse<String> page = asked("janssen");
    assertThat(page.body())
        .contains("Link your account?")
        .contains("<strong>janssen</strong>")
        .contains("<strong>01029999</strong>")
        .contains("demo-xis");
    HttpResponse<String> entered = answer(page, "yes");

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(header(entered, "Location")).startsWith("/app/?_lw=");
    assertThat(links.all).containsOnly(Map.entry(XIS_USER, "janssen"));
    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
    assertThat(browser.cookies()).doesNotContainKey(LinkCookie.NAME);

    Browser next = app.browser();
    HttpResponse<String> straight = next.launch(token("p2"));
    assertThat(header(straight, "Location")).startsWith("/app/?_lw=");
    assertThat(Shown.to(next).user()).isEqualTo("janssen");
    assertThat(Shown.to(next).patient()).isEqualTo("p2");

    app.stop();
    assertThat(heard.kinds()).containsExactly(LINKED, ACCEPTED, ACCEPTED);
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  void postedLaunchIsLinkedInTheSameWay(FirstVisit.Way login) {
    start(login);
    HttpResponse<String> answer = browser.post("/launch", "token=" + token("p1"));
    assertThat(header(answer, "Location")).matches("/app/(account|login\\?first=visit)");

    assertThat(answer(asked("janssen"), "yes").statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  void whoSaysNoIsNotLinkedAndStaysLoggedIn(FirstVisit.Way login) {
    start(login);
    sentToLogIn();

    HttpResponse<String> answer = answer(asked("janssen"), "no");

    assertThat(answer.body()).contains("Nothing was linked");
    assertRefused(answer);
    assertThat(browser.get("/home").body()).as("nobody is asked again").isEqualTo("home");
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("account_not_linked");
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  void whoIsLoggedInAlreadyHasToAgreeAndLogInAnew(FirstVisit.Way login) {
    start(login);
    way.logIn(browser, "janssen");
    String session = browser.cookie();

    HttpResponse<String> page = browser.launch(token("p1"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("log in once more").contains("<strong>janssen</strong>");
    assertThat(browser.cookies()).doesNotContainKey(LinkCookie.NAME);
    assertThat(browser.get("/home").body()).as("nothing else happens").isEqualTo("home");
    assertThat(browser.cookie()).isEqualTo(session);

    HttpResponse<String> toLogIn = new Question(page).yes(browser);
    assertThat(header(toLogIn, "Location")).matches("/app/(account|login\\?first=visit)");
    assertThat(header(browser.get(ASKED), "Location"))
        .as("the log-in of before is over")
        .isEqualTo(header(toLogIn, "Location"));

    assertThat(answer(asked("janssen"), "yes").statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
  }

  @Test
  void whoIsThereByALaunchHasToAgreeToo() {
    links.all.put("demo-xis|agb-z|other", "other-account");
    start(FirstVisit.Way.APPLICATION);
    browser.launch(Launches.user("other").token());
    assertThat(Shown.to(browser).user()).isEqualTo("other-account");

    HttpResponse<String> page = browser.launch(token("p1"));
    assertThat(page.body()).contains("log in once more").contains("<strong>other-account</strong>");
    assertThat(Shown.to(browser).user()).isEqualTo("other-account");

    new Question(page).yes(browser);
    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
    assertThat(answer(asked("janssen"), "yes").statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
  }

  @Test
  void launchWaitsForTenMinutesAndNotLonger() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(asked("janssen").body()).contains("Link your account?");

    clock.advance(Duration.ofMillis(1));
    HttpResponse<String> late = browser.get(ASKED);

    assertRefused(late);
    assertThat(browser.cookies()).doesNotContainKey(LinkCookie.NAME);
    assertThat(browser.get("/home").body()).isEqualTo("home");
  }

  @Test
  void answerThatIsLateLinksNothing() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");
    clock.advance(Duration.ofMinutes(10));

    assertRefused(answer(page, "yes"));
  }

  @Test
  void questionMayBeReloadedAndOnlyTheLastOneCounts() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> first = asked("janssen");
    HttpResponse<String> second = browser.get(ASKED);

    HttpResponse<String> stale = answer(first, "yes");
    assertThat(stale.statusCode()).isEqualTo(303);
    assertThat(header(stale, "Location")).isEqualTo("/app" + ASKED);
    assertThat(links.all).isEmpty();

    assertThat(header(answer(second, "yes"), "Location"))
        .as("its consent was spent on the wrong answer")
        .isEqualTo("/app" + ASKED);
    assertThat(header(answer(browser.get(ASKED), "yes"), "Location")).isEqualTo("/app/");
    assertThat(links.all).containsKey(XIS_USER);
  }

  @Test
  void answerIsTakenOnce() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");
    String cookie = browser.cookies().get(LinkCookie.NAME);
    answer(page, "yes");
    browser.cookies().put(LinkCookie.NAME, cookie);

    assertThat(header(answer(page, "yes"), "Location")).isEqualTo("/app" + ASKED);
    assertThat(browser.get(ASKED).statusCode()).isEqualTo(403);
  }

  @Test
  void whoLogsInAsSomebodyElseInBetweenIsAskedAnew() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");
    way.logIn(browser, "jansen");

    HttpResponse<String> answer = answer(page, "yes");

    assertThat(header(answer, "Location")).isEqualTo("/app" + ASKED);
    assertThat(links.all).isEmpty();
    assertThat(browser.get(ASKED).body()).contains("<strong>jansen</strong>");
  }

  @Test
  void identityThatIsLinkedIsNeverLinkedToAnotherAccount() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");
    links.all.put(XIS_USER, "jansen");

    HttpResponse<String> answer = answer(page, "yes");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You have another account here");
    assertThat(links.all).containsEntry(XIS_USER, "jansen");
    assertThat(Shown.to(browser).patient()).isEqualTo("-");
  }

  @Test
  void linksThatCannotAnswerAre503AndLinkNothing() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");
    links.down = true;

    assertThat(answer(page, "yes").statusCode()).isEqualTo(503);
    assertThat(links.all).isEmpty();
    assertThat(browser.get("/home").body()).as("nothing waits any more").isEqualTo("home");
  }

  @Test
  void handlerThatFailsAfterTheLinkIs503AndTheLinkIsRecorded() {
    AtomicBoolean down = new AtomicBoolean(true);
    way = FirstVisit.Way.APPLICATION;
    app = FirstVisit.app(links, way);
    app.context()
        .getServletContext()
        .setAttribute(
            LaunchHandler.class.getName(),
            (LaunchHandler)
                launch -> {
                  if (down.get()) {
                    throw new IOException("Yoda");
                  }
                  return HandlerDecision.proceed();
                });
    heard.in(app);
    browser = app.start().browser();
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");

    try (LogCapture log = new LogCapture()) {
      assertThat(answer(page, "yes").statusCode()).isEqualTo(503);
      assertThat(log.all()).contains("account linked ref=").contains("launch unavailable ref=");
    }

    assertThat(links.all).containsOnly(Map.entry(XIS_USER, "janssen"));
    assertThat(browser.get("/home").body()).as("nothing waits any more").isEqualTo("home");
    down.set(false);
    assertThat(browser.launch(token("p2")).statusCode()).isEqualTo(303);
    app.stop();
    assertThat(heard.kinds()).containsExactly(LINKED, UNAVAILABLE, ACCEPTED);
  }

  @Test
  void onlyPagesAreLedToTheQuestion() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    way.logIn(browser, "janssen");

    assertThat(browser.get("/home", "Sec-Fetch-Mode", "cors").body()).isEqualTo("home");
    assertThat(browser.get("/home", "Accept", "application/json").body()).isEqualTo("home");
    assertThat(browser.postOnly("/home", "").body()).isEqualTo("home");
    assertThat(browser.get("/home", "Sec-Fetch-Mode", "navigate").statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*/*", "text/css,*/*;q=0.1", "image/webp,image/*;q=0.8", "text/event-stream"})
  void whatIsNoPageIsLedNowhereAndLeavesTheQuestionAloneWithoutFetchMetadata(String accepted) {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();
    HttpResponse<String> page = asked("janssen");

    assertThat(browser.get("/home", "Accept", accepted).body()).isEqualTo("home");
    assertThat(header(browser.get("/home", "Accept", "text/html,*/*;q=0.8"), "Location"))
        .isEqualTo("/app" + ASKED);

    assertThat(answer(page, "yes").statusCode()).isEqualTo(303);
    assertThat(links.all).containsKey(XIS_USER);
  }

  @Test
  void whoHasNotLoggedInYetIsLedNowhere() {
    start(FirstVisit.Way.APPLICATION);
    sentToLogIn();

    assertThat(browser.get("/home").body()).isEqualTo("home");
    assertThat(header(browser.get(ASKED), "Location")).isEqualTo("/app/login?first=visit");
    assertThat(asked("janssen").body()).contains("Link your account?");
  }

  @Test
  void withoutALogInAUserWithoutAnAccountIsRefused() {
    app = FirstVisit.app(links, FirstVisit.Way.APPLICATION);
    app.without("loginUrl").without("loginAttribute");
    heard.in(app);
    browser = app.start().browser();

    HttpResponse<String> answer = browser.launch(token("p1"));

    assertThat(answer.body()).contains("You have no account here yet");
    assertRefused(answer);
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("account_unknown");
  }
}
