package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/**
 * A launch of somebody else than who is logged in here: it asks, and changes nothing until then.
 */
class UserChangeTomcatTest {
  @SuppressWarnings("TimeInStaticInitializer") // the tokens are made at that time, too
  private static final MovableClock CLOCK = new MovableClock(Instant.now());

  private static final String ANN = "demo-xis|agb-z|ann";
  private static final String BOB = "demo-xis|agb-z|bob";

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .clock(CLOCK)
            .param("logoutPath", "/bye")
            .filter(ContainerUser.named("clerk", "X-Clerk"))
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

  private static TokenBuilder user(String value) {
    return TestPartner.zorgdomeinToken(
            UUID.randomUUID().toString(), CLOCK.instant().getEpochSecond())
        .claim("user-id.value", value)
        .claim("context.patient-id", value + "s-patient");
  }

  private static String exorlive(String value, String givenName, String familyName) {
    return "payload=" + Launches.exorlive(value, givenName, familyName).token();
  }

  private void logIn(String value) {
    assertEntered(browser.launch(user(value).token()));
  }

  private Question ask(String value) {
    Question question = new Question(browser.launch(user(value).token()));
    question.form();
    return question;
  }

  private static void assertEntered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/app/");
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  private void assertLoggedIn(String user) {
    assertThat(Shown.to(browser).user()).isEqualTo(user);
  }

  @Test
  void questionNamesWhoIsHereAndWhoCame() {
    browser.post("/launch", exorlive("a", "Ann", "Arbor"));

    HttpResponse<String> page = browser.post("/launch", exorlive("b", "Bob", "Cat"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Somebody else is logged in here")
        .contains("<strong>Ann Arbor</strong> is still logged in")
        .contains("You came from your own system as <strong>Bob Cat</strong>")
        .contains("<button>Go on as Bob Cat</button>")
        .contains("<a href=\"/app/\">Stay as Ann Arbor</a>");
  }

  @Test
  void namesAreEscapedWhereverTheyStand() {
    browser.post("/launch", exorlive("a", "<b onclick='x'>", "O\"Neil & Co"));

    HttpResponse<String> page =
        browser.post("/launch", exorlive("b", "</button><script>alert(1)</script>", "'"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("&lt;b onclick=&#39;x&#39;&gt; O&quot;Neil &amp; Co")
        .contains("&lt;/button&gt;&lt;script&gt;alert(1)&lt;/script&gt; &#39;")
        .doesNotContain("<b ", "<script", "onclick='", "O\"N");
  }

  @Test
  void whoHasNoNameIsNamedByTheirIdentifier() {
    logIn("ann");

    assertThat(ask("bob").page().body())
        .contains("<strong>ann</strong> is still", "as <strong>bob</strong>");
  }

  @Test
  void questionIsAPageWithOneFormAndNothingElse() {
    logIn("ann");
    HttpResponse<String> page = ask("bob").page();

    assertThat(header(page, "Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[^']*'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'self'");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .matches("launch-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{43}; Max-Age=600; .*HttpOnly.*");
    assertThat(page.body()).doesNotContain("anns-patient", "bobs-patient", "<script");
  }

  @Test
  void questionChangesNothing() {
    logIn("ann");
    browser.get("/keep");
    String session = browser.cookie();
    ask("bob");

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(Shown.to(browser).patient()).isEqualTo("anns-patient");
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
    assertLoggedIn(ANN);
  }

  @Test
  void yesEndsTheOldSessionAndLeavesNothingOfIt() {
    logIn("ann");
    browser.get("/keep");
    String old = browser.cookie();

    assertEntered(ask("bob").yes(browser));

    assertThat(browser.cookie()).isNotEqualTo(old);
    assertThat(Shown.to(browser).patient()).isEqualTo("bobs-patient");
    assertLoggedIn(BOB);
    assertThat(browser.get("/basket").body()).isEqualTo("null");
    assertThat(Shown.to(browser.cookie(old))).isEqualTo(Shown.NOBODY);
  }

  @Test
  void whoGoesOnHasTheRolesOfTheirPartner() {
    logIn("ann");
    ask("bob").yes(browser);

    assertThat(Shown.to(browser).practitioner()).isTrue();
  }

  @Test
  void yesTakesTheCookieOfTheQuestionBack() {
    logIn("ann");
    ask("bob").yes(browser);

    assertThat(browser.cookies()).containsOnlyKeys("JSESSIONID");
  }

  @Test
  void postedLaunchAsksToo() {
    logIn("ann");
    Question question = new Question(browser.post("/launch", "token=" + user("bob").token()));

    assertEntered(question.yes(browser));
    assertLoggedIn(BOB);
  }

  @Test
  void answerIsUnknownInAnotherBrowserWhichDoesNotUseItUp() {
    logIn("ann");
    Question question = ask("bob");
    Browser other = app.browser();

    assertRefused(question.yes(other));
    assertThat(other.cookie()).isNull();
    other.launch(user("ann").token());
    assertRefused(question.yes(other));
    assertEntered(question.yes(browser));
  }

  @Test
  void answerIsNotGivenByGet() {
    logIn("ann");
    Question question = ask("bob");

    assertRefused(browser.get("/launch?" + question.form()));
    assertLoggedIn(ANN);
    assertEntered(question.yes(browser));
  }

  @Test
  void answerIsGivenOnce() {
    logIn("ann");
    Question question = ask("bob");
    Browser copy = app.browser();
    copy.cookies().putAll(browser.cookies());
    assertEntered(question.yes(browser));

    assertRefused(question.yes(copy));
    assertThat(Shown.to(copy)).isEqualTo(Shown.NOBODY);
  }

  @Test
  void secondClickOfYesLeadsToTheSamePlaceAgain() {
    logIn("ann");
    Question question = ask("bob");
    question.yes(browser);
    String session = browser.cookie();

    assertEntered(question.yes(browser));
    assertThat(browser.cookie()).isEqualTo(session);
  }

  @Test
  void answerCountsForTheUserWhomTheQuestionNamedAndForNoThird() {
    logIn("ann");
    Question aboutAnn = ask("bob");
    ask("carl").yes(browser);
    assertLoggedIn("demo-xis|agb-z|carl");

    Question aboutCarl = new Question(aboutAnn.yes(browser));

    assertThat(aboutCarl.page().body()).contains("<strong>carl</strong> is still logged in");
    assertLoggedIn("demo-xis|agb-z|carl");
    assertEntered(aboutCarl.yes(browser));
    assertLoggedIn(BOB);
  }

  @Test
  void answerAfterTheOldUserHasLoggedOutLeadsIn() {
    logIn("ann");
    Question question = ask("bob");
    browser.post("/bye", "");

    assertEntered(question.yes(browser));
    assertLoggedIn(BOB);
  }

  @Test
  void answerAfterTheNewUserHasComeInAnywayEndsNothing() {
    logIn("ann");
    Question first = ask("bob");
    String patient = user("bob").claim("context.patient-id", "bobs-patient").token();
    new Question(browser.launch(patient)).yes(browser);
    String session = browser.cookie();
    browser.get("/keep");

    assertEntered(first.yes(browser));

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
  }

  @Test
  void questionMayBeAnsweredForTenMinutes() {
    logIn("ann");
    Question question = ask("bob");
    CLOCK.advance(Duration.ofMinutes(10).minusNanos(1));

    assertEntered(question.yes(browser));
  }

  @Test
  void questionIsOverAfterTenMinutes() {
    logIn("ann");
    Question question = ask("bob");
    CLOCK.advance(Duration.ofMinutes(10));

    assertRefused(question.yes(browser));
    assertLoggedIn(ANN);
  }

  @Test
  void answerIsRefusedWhileTheContainerHasAUserOfItsOwn() {
    logIn("ann");
    Question question = ask("bob");

    assertRefused(browser.postOnly("/launch", question.form(), "X-Clerk", "1"));
    assertLoggedIn(ANN);
  }

  @Test
  void sameUserIsNotAsked() {
    logIn("ann");
    logIn("ann");

    assertLoggedIn(ANN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann", "ann ", "anne"})
  void userIsTheSameToTheLetterOnly(String other) {
    logIn("ann");
    ask(other);

    assertLoggedIn(ANN);
  }

  @Test
  void questionIsLoggedWithoutAnyName() {
    browser.post("/launch", exorlive("a", "Ann", "Arbor"));
    try (LogCapture log = new LogCapture()) {
      browser.post("/launch", exorlive("b", "Bob", "Cat"));

      assertThat(log.lines("INFO launch waits until its user agrees to end another one's session"))
          .singleElement()
          .asString()
          .contains("partner=tatooine");
      assertThat(log.all()).doesNotContain("Ann", "Arbor", "Bob", "Cat");
    }
  }
}
