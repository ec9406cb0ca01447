package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;
import org.launchgate.LogCapture;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchUnavailableException;

/** Whom the application takes a launch's user for, when it says so itself. */
class AccountTomcatTest {
  private static final AccountResolution JANSSEN = AccountResolution.linked("janssen");

  private final List<LaunchContext> asked = new CopyOnWriteArrayList<>();
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app =
      new TomcatApp()
          .page(Shown.PATH, Shown.PAGE)
          .page(
              "/keep", (request, response) -> request.getSession().setAttribute("basket", "apples"))
          .page(
              "/basket",
              (request, response) ->
                  response.getWriter().print(request.getSession().getAttribute("basket")));

  private Function<LaunchContext, AccountResolution> answer = context -> JANSSEN;

  private Browser start() {
    AccountResolver resolver =
        context -> {
          asked.add(context);
          return answer.apply(context);
        };
    app.context().getServletContext().setAttribute(AccountResolver.class.getName(), resolver);
    heard.in(app);
    return app.start().browser();
  }

  @AfterEach
  void close() {
    app.close();
  }

  private static String xis(String patient) {
    return Launches.patient(patient).token();
  }

  private static HttpResponse<String> exorlive(Browser browser, String patient) {
    return browser.post(
        "/launch",
        "payload="
            + Launches.exorlive("2f3fb098", "Mando", "Lorian")
                .nested("contact", "id", patient)
                .token());
  }

  private static void assertEntered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).startsWith("/app/").doesNotContain("launch");
  }

  private static String window(HttpResponse<String> answer) {
    assertEntered(answer);
    return header(answer, "Location").replaceAll(".*_lw=", "");
  }

  @Test
  void accountIsWhoTheUserIs() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));

    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(Shown.to(browser).practitioner()).isTrue();
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).user().identifier().value()).isEqualTo("01029999");
  }

  @Test
  void rolesOfTheAccountTakeThePlaceOfThePartners() {
    answer = context -> AccountResolution.linked("janssen", Set.of("clerk"));
    app.page(
        "/clerk", (request, response) -> response.getWriter().print(request.isUserInRole("clerk")));
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));

    assertThat(Shown.to(browser).practitioner()).isFalse();
    assertThat(browser.get("/clerk").body()).isEqualTo("true");
  }

  @Test
  void oneAccountAtTwoPartnersIsOneUserInOneSession() {
    app.param("windows", "many");
    Browser browser = start();
    String one = window(browser.launch(xis("p1")));
    String session = browser.cookie();
    browser.get("/keep");

    String two = window(exorlive(browser, "p2"));

    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(browser.get("/basket").body()).isEqualTo("apples");
    assertThat(Shown.toWindow(browser, one)).isEqualTo(new Shown("janssen", "p1", one, true));
    assertThat(Shown.toWindow(browser, two)).isEqualTo(new Shown("janssen", "p2", two, false));
  }

  @Test
  void oneAccountAtTwoPartnersIsNotAskedAboutInOneWindowEither() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));
    assertEntered(exorlive(browser, "p2"));

    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
  }

  @Test
  void oneIdentifierWithTwoAccountsIsTwoUsers() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));
    answer = context -> AccountResolution.linked("pietersen");

    HttpResponse<String> page = browser.launch(xis("p1"));

    assertThat(page.body()).contains("Somebody else is logged in here");
    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
  }

  @Test
  void withoutResolverOneIdentifierAtTwoPartnersIsTwoUsers() {
    Browser browser = app.start().browser();
    assertEntered(browser.launch(Launches.user("2f3fb098").token()));

    assertThat(exorlive(browser, "p2").statusCode()).isEqualTo(200);
    assertThat(Shown.to(browser).user()).isEqualTo("demo-xis|agb-z|2f3fb098");
  }

  @Test
  void refusedUserGetsInNowhereAndOnlyTheLogKnowsWhy() {
    answer = context -> AccountResolution.refused("account_blocked");
    Browser browser = start();
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> page = browser.launch(xis("p1"));

      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("Access denied").doesNotContain("blocked");
      assertThat(browser.cookie()).isNull();
      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains(
              "reason=account_refused",
              "partner=demo-xis",
              "detail=the account resolver says account_blocked")
          .doesNotContain("01029999");
    }
    app.stop();
    LaunchEvent event = heard.one(REFUSED);
    assertThat(event.reason()).contains("account_refused");
    assertThat(event.partner()).contains("demo-xis");
    assertThat(event.party(LaunchEvent.Party.USER)).isPresent();
  }

  @Test
  void unknownUserGetsInNowhereAndTheLogSaysWhy() {
    answer = context -> AccountResolution.unknown();
    Browser browser = start();
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> page = browser.launch(xis("p1"));

      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("Access denied").doesNotContain("account");
      assertThat(browser.cookie()).isNull();
      assertThat(log.lines("WARNING"))
          .singleElement()
          .asString()
          .contains(
              "reason=account_unknown",
              "partner=demo-xis",
              "detail=the account resolver knows no account for this user")
          .doesNotContain("01029999");
    }
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("account_unknown");
  }

  @Test
  void refusedUserEndsNobodysSession() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));
    answer = context -> AccountResolution.refused("account_blocked");

    assertThat(browser.launch(xis("p2")).statusCode()).isEqualTo(403);
    assertThat(browser.post("/launch", "token=" + xis("p3")).statusCode()).isEqualTo(403);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  private void assertUnavailable(String detail) {
    Browser browser = start();
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> page = browser.launch(xis("p1"));

      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(header(page, "Retry-After")).isEqualTo("30");
      assertThat(browser.cookie()).isNull();
      assertThat(log.lines("SEVERE launch unavailable"))
          .singleElement()
          .asString()
          .contains("detail=" + detail)
          .doesNotContain("Janssen");
    }
    app.stop();
    assertThat(heard.kinds()).containsExactly(UNAVAILABLE);
  }

  @Test
  void resolverThatCannotTellIsUnavailable() {
    answer =
        context -> {
          throw new LaunchUnavailableException("the user directory does not answer");
        };
    assertUnavailable("the user directory does not answer");
  }

  @Test
  void resolverThatFailsIsUnavailableAndItsWordsAreNotLogged() {
    answer =
        context -> {
          throw new IllegalStateException("Mr Janssen has two accounts");
        };
    assertUnavailable("the account resolver failed with java.lang.IllegalStateException");
  }

  @Test
  void resolverThatAnswersNullIsUnavailable() {
    answer = context -> null;
    assertUnavailable("the account resolver answered null");
  }

  @Test
  void nameThatIsNoAccountIsUnavailable() {
    answer = context -> AccountResolution.linked(" ");
    assertUnavailable("the account resolver failed with java.lang.IllegalArgumentException");
  }

  @Test
  void resolverIsAskedOnceForEachLaunchThatIsLetIn() {
    Browser browser = start();
    String form = "token=" + xis("p1");
    HttpResponse<String> hop = browser.postOnly("/launch", form);
    assertThat(asked).as("before the browser comes for it").isEmpty();
    assertEntered(browser.follow(hop));
    assertThat(asked).hasSize(1);

    browser.follow(hop);
    browser.post("/launch", form);
    app.browser().post("/launch", form);
    browser.launch(xis("p2") + "x");
    browser.launch(Launches.zorgdomein().claim("org-id.value", "1").token());

    assertThat(asked).as("after a reload, a replay and two refusals").hasSize(1);
  }

  @Test
  void resolverIsNotAskedAgainWhenTheUserAnswers() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));
    answer = context -> AccountResolution.linked("pietersen", Set.of("clerk"));
    Question question = new Question(browser.launch(xis("p2")));
    answer = context -> AccountResolution.refused("account_blocked");

    assertEntered(question.yes(browser));

    assertThat(asked).hasSize(2);
    assertThat(Shown.to(browser).user()).isEqualTo("pietersen");
    assertThat(Shown.to(browser).patient()).isEqualTo("p2");
    assertThat(Shown.to(browser).practitioner()).isFalse();
  }

  /** Knows one user. */
  public static final class Named implements AccountResolver {
    @Override
    public AccountResolution resolve(LaunchContext context) {
      return AccountResolution.linked("named by web.xml");
    }
  }

  @Test
  void questionNamesTheAccountsWhereTheTokensSayNoName() {
    Browser browser = start();
    assertEntered(browser.launch(xis("p1")));
    answer = context -> AccountResolution.linked("<pietersen>");

    assertThat(browser.launch(xis("p2")).body())
        .contains("<strong>janssen</strong> is still logged in")
        .contains("as <strong>&lt;pietersen&gt;</strong>")
        .doesNotContain("01029999");
  }

  @Test
  void resolverMayBeNamedByItsClass() {
    app.param("accountResolver", Named.class.getName())
        .page("/user", (request, response) -> response.getWriter().print(request.getRemoteUser()));
    Browser browser = app.start().browser();
    assertEntered(browser.launch(xis("p1")));

    assertThat(browser.get("/user").body()).isEqualTo("named by web.xml");
  }

  @Test
  void auditNamesTheUserAsThePartnerDoes() {
    Browser browser = start();
    browser.launch(xis("p1"));
    app.stop();

    assertThat(heard.one(ACCEPTED).party(LaunchEvent.Party.USER).orElseThrow().value())
        .isEqualTo("01029999");
  }
}
