package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.spi.LaunchEvent.Kind.ACCEPTED;
import static org.launchgate.spi.LaunchEvent.Kind.REFUSED;
import static org.launchgate.spi.LaunchEvent.Kind.UNAVAILABLE;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.spi.LaunchUnavailableException;

/** The application takes launches over, and has the last word. */
class LaunchHandlerTomcatTest {
  private final List<LaunchHandling> handed = new CopyOnWriteArrayList<>();
  private final EventsHeard heard = new EventsHeard();
  private final TomcatApp app =
      new TomcatApp()
          .page(Shown.PATH, Shown.PAGE)
          .page(
              "/kept",
              (request, response) ->
                  response.getWriter().print(LaunchAttributes.attributesOf(request)))
          .page(
              "/session",
              (request, response) -> request.getSession().setAttribute("basket", "apples"));
  private LaunchHandler handler = launch -> HandlerDecision.proceed();
  private Browser browser;

  private void start(String... params) {
    app.context()
        .getServletContext()
        .setAttribute(
            LaunchHandler.class.getName(),
            (LaunchHandler)
                launch -> {
                  handed.add(launch);
                  return handler.handle(launch);
                });
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

  @Test
  void handlerIsHandedUserPatientAndReferenceAndNoToken() {
    start();
    String token = token("p1");
    handler =
        launch -> {
          assertThat(launch.request().getQueryString()).isNull();
          assertThat(launch.request().getParameterMap()).isEmpty();
          return HandlerDecision.proceed();
        };

    assertThat(browser.launch(token).statusCode()).isEqualTo(303);

    LaunchHandling launch = handed.get(0);
    assertThat(launch.context().patient().orElseThrow().id()).contains("p1");
    assertThat(launch.principal().getName()).isEqualTo(Shown.DEFAULT_USER);
    assertThat(launch.account()).isEmpty();
    assertThat(launch.roles()).containsExactly("practitioner");
    assertThat(launch).hasToString("LaunchHandling[" + launch.reference() + "]");
    app.stop();
    assertThat(heard.one(ACCEPTED).reference()).contains(launch.reference());
  }

  @Test
  void everyAcceptedLaunchIsHandedOnOnce() {
    start("windows", "many");
    String link = token("p1");
    browser.launch(link);
    browser.launch(link);
    String form = "token=" + token("p2");
    browser.post("/launch", form);
    HttpResponse<String> hop = browser.postOnly("/launch", form);
    browser.follow(hop);
    browser.follow(hop);
    browser.launch(Launches.patient("p3").claim("iat", 1).token());

    assertThat(handed)
        .extracting(launch -> launch.context().patient().orElseThrow().id().orElseThrow())
        .containsExactly("p1", "p2");
  }

  @Test
  void launchThatWaitsForItsUsersAnswerIsHandedOnAfterIt() {
    start();
    browser.launch(Launches.user("first").token());
    HttpResponse<String> page = browser.launch(Launches.user("second").token());
    assertThat(handed).hasSize(1);

    new Question(page).yes(browser);
    assertThat(handed)
        .extracting(launch -> launch.principal().getName())
        .containsExactly("demo-xis|agb-z|first", "demo-xis|agb-z|second");
  }

  @Test
  void handlerChoosesWhereItsUserIsLed() {
    start("windows", "many");
    handler = launch -> HandlerDecision.proceed().leadingTo("/charts/4711?tab=notes");
    String token = token("p1");

    HttpResponse<String> answer = browser.launch(token);
    assertThat(header(answer, "Location"))
        .matches("/app/charts/4711\\?tab=notes&_lw=[A-Za-z0-9_-]{16}");
    assertThat(header(browser.launch(token), "Location"))
        .as("also when it is reloaded")
        .isEqualTo(header(answer, "Location"));
  }

  @Test
  void windowKeepsWhatTheHandlerGaveAlong() {
    start("windows", "many");
    handler =
        launch ->
            HandlerDecision.proceed()
                .with("chart", "of-" + launch.context().patient().orElseThrow().id().orElseThrow())
                .with("opened", 7);
    String one = header(browser.launch(token("p1")), "Location").replaceAll(".*_lw=", "");
    String two = header(browser.launch(token("p2")), "Location").replaceAll(".*_lw=", "");

    assertThat(browser.get("/kept?_lw=" + one).body()).isEqualTo("{chart=of-p1, opened=7}");
    assertThat(browser.get("/kept?_lw=" + two).body()).isEqualTo("{chart=of-p2, opened=7}");
    assertThat(browser.get("/kept").body()).as("of no window").isEqualTo("{}");
  }

  @Test
  void relaunchOfAnOpenPatientReplacesWhatItsWindowKeeps() {
    start("windows", "many");
    handler = launch -> HandlerDecision.proceed().with("number", handed.size());
    browser.launch(token("p1"));
    browser.launch(token("p1"));

    assertThat(browser.get("/kept").body()).isEqualTo("{number=2}");
  }

  @Test
  void refusalShowsItsTextAndIsRecordedUnderItsOwnReason() {
    start();
    browser.launch(token("p1"));
    String session = browser.cookie();
    handler = launch -> HandlerDecision.refuse("birth_date_differs", "Ask <the> \"desk\" & wait.");

    HttpResponse<String> answer;
    try (LogCapture log = new LogCapture()) {
      answer = browser.launch(token("p2"));
      assertThat(log.all())
          .contains("reason=birth_date_differs")
          .contains("the launch handler says so");
    }

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Ask &lt;the&gt; &quot;desk&quot; &amp; wait.");
    assertThat(browser.cookie()).as("nobody's session ends").isEqualTo(session);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
    app.stop();
    assertThat(heard.one(REFUSED).reason()).contains("birth_date_differs");
    assertThat(heard.one(REFUSED).reference()).isPresent();
  }

  @Test
  void refusedLaunchIsUsedUp() {
    start();
    handler = launch -> HandlerDecision.refuse("no", "No.");
    String token = token("p1");
    browser.launch(token);
    handler = launch -> HandlerDecision.proceed();

    assertThat(browser.launch(token).statusCode()).isEqualTo(403);
    assertThat(handed).hasSize(1);
  }

  @Test
  void refusalDoesNotEndTheSessionThatItsUserAgreedToEnd() {
    start();
    browser.launch(Launches.user("first").token());
    String session = browser.cookie();
    HttpResponse<String> page = browser.launch(Launches.user("second").token());
    handler = launch -> HandlerDecision.refuse("no", "No.");

    assertThat(new Question(page).yes(browser).statusCode()).isEqualTo(403);
    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(Shown.to(browser).user()).isEqualTo("demo-xis|agb-z|first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"says", "null", "runtime", "checked", "own", "launchPath", "error in a target"})
  void handlerThatCannotAnswerIs503AndNothingHappens(String how) {
    start();
    handler =
        launch ->
            switch (how) {
              case "says" -> HandlerDecision.unavailable("database_down");
              case "null" -> null;
              case "runtime" -> throw new IllegalStateException("Yoda");
              case "checked" -> throw new IOException("Yoda");
              case "own" -> throw new LaunchUnavailableException("the database is down");
              case "launchPath" -> HandlerDecision.proceed().leadingTo("/launch?x=y");
              default -> HandlerDecision.proceed().leadingTo("//evil.example/");
            };

    try (LogCapture log = new LogCapture()) {
      assertThat(browser.launch(token("p1")).statusCode()).isEqualTo(503);
      assertThat(log.all()).contains("launch unavailable").doesNotContain("Yoda");
    }

    assertThat(browser.cookie()).isNull();
    app.stop();
    assertThat(heard.kinds()).containsExactly(UNAVAILABLE);
  }

  @Test
  void nothingThatTheHandlerDoesNotHandOnIsInTheNewSession() {
    start();
    handler =
        launch -> {
          assertThat(launch.request().getSession(false)).isNotNull();
          return HandlerDecision.proceed().with("chart", "c");
        };
    browser.get("/session");

    browser.launch(token("p1"));
    assertThat(browser.get("/kept").body()).isEqualTo(Map.of("chart", "c").toString());
  }
}
