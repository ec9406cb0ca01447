package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;

/** A posted launch waits under a ticket, which its own browser redeems once, within a minute. */
class TicketTomcatTest {
  @SuppressWarnings("TimeInStaticInitializer") // the tokens are made at that time, too
  private static final MovableClock CLOCK = new MovableClock(Instant.now());

  private static final String TICKET = "[A-Za-z0-9_-]{43}";

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .clock(CLOCK)
            .param("logoutPath", "/bye")
            .page(Shown.PATH, Shown.PAGE)
            .page(
                "/keep",
                (request, response) -> request.getSession().setAttribute("basket", "apples"))
            .page(
                "/basket",
                (request, response) ->
                    response.getWriter().print(request.getSession().getAttribute("basket")))
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static String form(String patient) {
    return "token="
        + TestPartner.zorgdomeinToken(
                java.util.UUID.randomUUID().toString(), CLOCK.instant().getEpochSecond())
            .claim("context.patient-id", patient)
            .token();
  }

  /** Posts as a form of another site does: without this site's cookies, and keeps what comes. */
  private HttpResponse<String> postFromElsewhere(String form) {
    Browser elsewhere = app.browser();
    HttpResponse<String> answer = elsewhere.postOnly("/launch", form);
    browser.cookies().putAll(elsewhere.cookies());
    return answer;
  }

  private static String path(HttpResponse<String> hop) {
    assertThat(hop.statusCode()).isEqualTo(303);
    assertThat(header(hop, "Location"))
        .matches("/app/launch\\?launch_ticket=" + TICKET + "&launch_cookie=set");
    return header(hop, "Location").substring("/app".length());
  }

  private static void assertEntered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/app/");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void postedLaunchIsAnsweredByTheAddressOfItsTicketAndNothingElse() {
    HttpResponse<String> answer = browser.postOnly("/launch", form("p1"));

    path(answer);
    assertThat(answer.body()).isEmpty();
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(browser.cookie()).isNull();
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
  }

  @Test
  void ticketLeadsItsBrowserIn() {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    assertEntered(browser.get(ticket));

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
    assertThat(Shown.to(browser).user()).isEqualTo(Shown.DEFAULT_USER);
  }

  @Test
  void everyTicketIsAnotherOne() {
    String one = path(browser.postOnly("/launch", form("p1")));
    String two = path(browser.postOnly("/launch", form("p1")));

    assertThat(one).isNotEqualTo(two);
    assertThat(browser.cookies()).hasSize(2);
  }

  @Test
  void cookieOfARedeemedTicketIsTakenBack() {
    HttpResponse<String> hop = browser.postOnly("/launch", form("p1"));
    String name = header(hop, "Set-Cookie").replaceAll("=.*", "");
    HttpResponse<String> answer = browser.get(path(hop));

    assertThat(answer.headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith(name + "=;")
                    .contains("Max-Age=0", "Path=/app/launch"));
    assertThat(browser.cookies()).containsOnlyKeys("JSESSIONID");
  }

  /** The cookies of this site come with the next request only: the same session goes on. */
  @Test
  void formOfAnotherSiteNeitherEndsTheSessionNorMakesASecondOne() {
    assertEntered(browser.post("/launch", form("p1")));
    browser.get("/keep");
    String session = browser.cookie();

    HttpResponse<String> hop = postFromElsewhere(form("p1"));
    assertThat(browser.cookie()).isEqualTo(session);
    assertEntered(browser.get(path(hop)));

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
  }

  @Test
  void formOfAnotherSiteEndsUpInTheAnonymousSessionOfTheBrowser() {
    browser.get("/keep");
    String anonymous = browser.cookie();

    assertEntered(browser.get(path(postFromElsewhere(form("p1")))));

    assertThat(browser.cookie()).isNotEqualTo(anonymous);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void postThatNobodyRedeemsChangesNothing() {
    assertEntered(browser.post("/launch", form("p1")));
    postFromElsewhere(form("p2"));

    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void usedTicketIsRefusedInABrowserThatHasItsCookieAndNotItsSession() {
    HttpResponse<String> hop = browser.postOnly("/launch", form("p1"));
    Browser copy = app.browser();
    copy.cookies().putAll(browser.cookies());
    assertEntered(browser.get(path(hop)));

    assertRefused(copy.get(path(hop)));
    assertThat(copy.cookie()).isNull();
  }

  @Test
  void sameSessionSendsAUsedTicketAgainAndIsLedThereAgain() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    assertEntered(browser.get(ticket));
    Shown first = Shown.to(browser);
    String session = browser.cookie();
    CLOCK.advance(Duration.ofMinutes(10));

    assertEntered(browser.get(ticket));

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(Shown.to(browser)).isEqualTo(first);
  }

  @Test
  void usedTicketIsRefusedOnceItsSessionIsOver() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    assertEntered(browser.get(ticket));
    assertThat(browser.post("/bye", "").statusCode()).isEqualTo(200);

    assertRefused(browser.get(ticket));
  }

  @Test
  void usedTicketIsRefusedOnceAnotherPatientIsInFocus() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    assertEntered(browser.get(ticket));
    assertEntered(browser.post("/launch", form("p2")));

    assertRefused(browser.get(ticket));
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
  }

  @Test
  void ticketIsGoodUntilJustBeforeAMinuteIsOver() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    CLOCK.advance(Duration.ofSeconds(60).minusNanos(1));

    assertEntered(browser.get(ticket));
  }

  @Test
  void ticketIsRefusedOnceAMinuteIsOver() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    CLOCK.advance(Duration.ofSeconds(60));

    try (LogCapture log = new LogCapture()) {
      assertRefused(browser.get(ticket));
      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains("reason=ticket_not_valid");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%00",
        "%0d%0aSet-Cookie:x=y",
        "<script>",
        "x",
        ""
      })
  void textThatIsNoTicketOfOursIsRefused(String text) {
    assertRefused(
        browser.get("/launch?launch_ticket=" + text.replace("<", "%3c").replace(">", "%3e")));
    assertThat(browser.cookie()).isNull();
  }

  @Test
  void ticketIsUnknownInAnotherBrowserWhichDoesNotUseItUp() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    Browser thief = app.browser().cookie("theme=dark");

    assertRefused(thief.get(ticket));
    assertThat(thief.cookie()).isNull();
    assertEntered(browser.get(ticket));
  }

  @Test
  void ticketIsUnknownWithTheCookieOfAnotherTicket() {
    HttpResponse<String> hop = browser.postOnly("/launch", form("p1"));
    Browser thief = app.browser();
    thief.postOnly("/launch", form("p2"));
    String own = thief.cookies().values().iterator().next();
    thief.cookies().clear();
    thief.cookies().put(browser.cookies().keySet().iterator().next(), own);

    assertRefused(thief.get(path(hop)));
    assertEntered(browser.get(path(hop)));
  }

  @Test
  void bothTicketsOfTwoFormsAtOnceWork() {
    String one = path(postFromElsewhere(form("p1")));
    String two = path(postFromElsewhere(form("p2")));

    assertEntered(browser.get(two));
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
    assertEntered(browser.get(one));
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"})
  void otherMethodUsesNoTicketUp(String method) {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    HttpResponse<String> answer = browser.send(method, ticket, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isIn(204, 405);
    assertThat(browser.cookie()).isNull();
    assertEntered(browser.get(ticket));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"})
  void prefetchUsesNoTicketUp(String name) {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    assertThat(browser.get(ticket, name, "prefetch").statusCode()).isEqualTo(503);
    assertThat(browser.cookie()).isNull();
    assertEntered(browser.get(ticket));
  }

  @Test
  void ticketIsNotRedeemedByAPost() {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    assertRefused(browser.postOnly("/launch", ticket.replaceAll(".*\\?", "")));
    assertEntered(browser.get(ticket));
  }

  @Test
  void ticketBesideATokenIsRefusedAndNeitherIsUsedUp() {
    String ticket = path(browser.postOnly("/launch", form("p1")));
    String token = form("p2");
    String fields = ticket.replaceAll(".*\\?", "") + "&" + token;

    try (LogCapture log = new LogCapture()) {
      assertRefused(browser.get("/launch?" + fields));
      assertRefused(browser.postOnly("/launch", fields));
      assertRefused(browser.postOnly(ticket, token));
      assertThat(log.lines("WARNING"))
          .hasSize(3)
          .allSatisfy(line -> assertThat(line).contains("reason=token_ambiguous"));
    }
    assertEntered(browser.get(ticket));
    assertEntered(browser.post("/launch", token));
  }

  @Test
  void ticketInTheQueryOfAPostIsRefusedAndNotUsedUp() {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    assertRefused(browser.postOnly(ticket, ""));
    assertRefused(browser.postOnly(ticket, ticket.replaceAll(".*\\?", "")));
    assertEntered(browser.get(ticket));
  }

  @Test
  void twoTicketsAreRefusedAndNeitherIsUsedUp() {
    String one = path(browser.postOnly("/launch", form("p1")));
    String two = path(browser.postOnly("/launch", form("p2")));

    assertRefused(browser.get(one + "&" + two.replaceAll(".*\\?", "")));
    assertRefused(browser.get(one + "&" + one.replaceAll(".*\\?", "")));
    assertEntered(browser.get(one));
    assertEntered(browser.get(two));
  }

  @Test
  void launchOnThePathOfItsPartnerHasItsTicketOnTheCommonOne() {
    HttpResponse<String> hop = browser.postOnly("/launch/demo-xis", form("p1"));

    assertEntered(browser.get(path(hop)));
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void refusedTokenGetsNoTicket() {
    HttpResponse<String> answer = browser.postOnly("/launch", form("p1") + "x");

    assertRefused(answer);
    assertThat(header(answer, "Location")).isEmpty();
  }

  @Test
  void ticketComesByTheSameWayAsALaunchHasTo() {
    String ticket = path(browser.postOnly("/launch", form("p1")));

    assertRefused(browser.get(ticket, "X-Forwarded-For", "192.0.2.1"));
    assertEntered(browser.get(ticket));
  }
}
