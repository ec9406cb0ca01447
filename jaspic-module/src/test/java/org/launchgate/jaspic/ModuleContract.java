package org.launchgate.jaspic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.jaspic.Visitor.header;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** What the container knows by the module on a real Tomcat; the same with the filter in front. */
abstract class ModuleContract {
  private static final Pattern TICKET =
      Pattern.compile("name=\"launch_ticket\" value=\"([A-Za-z0-9_-]{43})\"");

  private final ModuleApp app = new ModuleApp();
  private Visitor visitor;

  /** Puts the filter in front, or does not. */
  abstract void complete(ModuleApp application);

  @BeforeEach
  void start() {
    app.page("/", Shown::write)
        .page("/secret/page", Shown::write)
        .page("/boss", Shown::write)
        .page("/open", (request, response) -> request.getSession())
        .page("/echo", ModuleContract::echo)
        .page(
            "/form",
            (request, response) -> {
              request.setCharacterEncoding("UTF-8");
              response.setCharacterEncoding("UTF-8");
              response.getWriter().print(request.getParameter("name"));
            })
        .page(
            "/out",
            (request, response) -> {
              request.logout();
              Shown.write(request, response);
            })
        .page(
            "/ask",
            (request, response) -> {
              if (request.authenticate(response)) {
                Shown.write(request, response);
              }
            })
        .page(
            "/async",
            (request, response) -> {
              AsyncContext later = request.startAsync();
              later.dispatch("/");
            })
        .page("/fail", (request, response) -> response.sendError(418))
        .page("/failed", Shown::write)
        .page(
            "/login",
            (request, response) -> {
              request.login("janssen", "secret-of-janssen");
              Shown.write(request, response);
            })
        .page(
            "/again",
            (request, response) -> {
              request.logout();
              request.login("janssen", "secret-of-janssen");
            })
        .page(
            "/past",
            (request, response) -> {
              HttpServletRequest own = request;
              while (own instanceof HttpServletRequestWrapper wrapper) {
                own = (HttpServletRequest) wrapper.getRequest();
              }
              own.login("janssen", "secret-of-janssen");
            })
        .page(
            "/attribute",
            (request, response) -> {
              HttpSession session = request.getSession(false);
              response.getWriter().print(session == null ? "none" : session.getAttribute("kept"));
            })
        .page(
            "/keep", (request, response) -> request.getSession().setAttribute("kept", "something"))
        .secure("/secret/*", "practitioner")
        .secure("/boss", "boss")
        .user("janssen", "practitioner");
    ErrorPage page = new ErrorPage();
    page.setErrorCode(418);
    page.setLocation("/failed");
    app.context().addErrorPage(page);
    complete(app);
    visitor = app.start().visitor();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private static void echo(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
  }

  private static TokenBuilder patient(String id) {
    return Visitor.zorgdomein().claim("context.patient-id", id);
  }

  private static TokenBuilder user(String id) {
    return Visitor.zorgdomein().claim("user-id.value", id);
  }

  private String seen() {
    return visitor.get("/").body();
  }

  private void assertNobody() {
    assertThat(seen()).isEqualTo(Shown.NOBODY);
    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(401);
  }

  @Test
  void openPagesAreServedToEverybodyAndOthersAskForALaunch() {
    assertThat(seen()).isEqualTo(Shown.NOBODY);

    HttpResponse<String> secret = visitor.get("/secret/page");

    assertThat(secret.statusCode()).isEqualTo(401);
    assertThat(header(secret, "WWW-Authenticate")).isEqualTo("Launch");
    assertThat(secret.body()).contains("<h1").doesNotContain("user=");
    assertThat(visitor.session()).isNull();
  }

  @Test
  void launchLogsInToTheContainer() {
    HttpResponse<String> answer = visitor.launch(patient("p1"));
    assertThat(answer.statusCode()).isEqualTo(303);

    HttpResponse<String> secret = visitor.get("/secret/page");

    assertThat(secret.statusCode()).isEqualTo(200);
    assertThat(secret.body())
        .startsWith("user=demo-xis|agb-z|01029999 launched=true ")
        .endsWith(" role=true type=LAUNCH patient=p1");
  }

  @Test
  void roleThatTheUserLacksIsTheContainersToRefuse() {
    visitor.launch(patient("p1"));

    assertThat(visitor.get("/boss").statusCode()).isEqualTo(403);
  }

  @Test
  void postedLaunchGoesThroughItsTicket() {
    HttpResponse<String> posted =
        visitor.post("/launch", "token=" + Visitor.encoded(patient("p1").token()));
    assertThat(posted.statusCode()).isEqualTo(303);
    assertThat(visitor.session()).isNull();
    assertThat(seen()).isEqualTo(Shown.NOBODY);

    assertThat(visitor.follow(posted).statusCode()).isEqualTo(303);

    assertThat(Shown.word("patient", seen())).isEqualTo("p1");
  }

  @Test
  void launchPostedInAForeignCharsetIsRefusedAndNotMisread() {
    HttpResponse<String> answer =
        visitor.postAs(
            "application/x-www-form-urlencoded; charset=IBM037",
            "/launch",
            "token=" + Visitor.encoded(patient("p1").token()));

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("<h1");
    assertNobody();
  }

  /** Also by {@code ==}: some servers take an equal principal for another login. */
  @Test
  void principalIsOneObjectForTheWholeSessionWhateverIsLaunched() {
    visitor.launch(patient("p1"));
    String first = Shown.word("object", seen());

    String second = Shown.word("object", visitor.get("/secret/page").body());
    visitor.launch(patient("p1"));
    String third = Shown.word("object", seen());

    assertThat(first).isNotEqualTo("0");
    assertThat(second).isEqualTo(first);
    assertThat(third).isEqualTo(first);
  }

  @Test
  void secondLaunchIsNeverPassedOver() {
    visitor.launch(patient("p1"));
    assertThat(Shown.word("patient", seen())).isEqualTo("p1");

    assertThat(visitor.launch(patient("p2")).statusCode()).isEqualTo(303);

    assertThat(Shown.word("patient", seen())).isEqualTo("p2");
  }

  @Test
  void anotherUserComesInAfterTheFirstOneHasAgreed() {
    visitor.launch(user("01020001"));
    String before = visitor.session();

    HttpResponse<String> question = visitor.launch(user("01020002"));

    assertThat(question.statusCode()).isEqualTo(200);
    assertThat(Shown.word("user", seen())).isEqualTo("demo-xis|agb-z|01020001");
    Matcher ticket = TICKET.matcher(question.body());
    assertThat(ticket.find()).isTrue();
    assertThat(visitor.post("/launch", "launch_ticket=" + ticket.group(1)).statusCode())
        .isEqualTo(303);
    assertThat(Shown.word("user", seen())).isEqualTo("demo-xis|agb-z|01020002");
    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(200);
    assertThat(app.visitor().session(before).get("/").body()).isEqualTo(Shown.NOBODY);
  }

  @Test
  void refusedLaunchIsAnsweredAndLogsNobodyIn() {
    HttpResponse<String> answer = visitor.launch(patient("p1").claim("iss", "Nobody"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Access denied").doesNotContain("user=");
    assertNobody();
  }

  @Test
  void refusedLaunchLeavesWhoIsThereAlone() {
    visitor.launch(patient("p1"));

    assertThat(visitor.launch(patient("p2").claim("iss", "Nobody")).statusCode()).isEqualTo(403);

    assertThat(Shown.word("patient", seen())).isEqualTo("p1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE"})
  void noOtherMethodLaunches(String method) {
    String path = "/launch?token=" + Visitor.encoded(patient("p1").token());

    HttpResponse<String> answer = visitor.send(method, path, BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(method.equals("OPTIONS") ? 204 : 405);
    assertThat(answer.body()).isEmpty();
    assertNobody();
    assertThat(visitor.get(path).statusCode()).isEqualTo(303); // not used up
  }

  @Test
  void headOfAProtectedPageIsTurnedAway() {
    HttpResponse<String> answer = visitor.send("HEAD", "/secret/page", BodyPublishers.noBody());

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void logoutEndsBothAndTheOldCookieOpensNothing() {
    visitor.launch(patient("p1"));
    String before = visitor.session();

    assertThat(visitor.post("/logout", "").statusCode()).isEqualTo(200);

    assertNobody();
    assertThat(app.visitor().session(before).get("/").body()).isEqualTo(Shown.NOBODY);
  }

  @Test
  void logoutByTheApplicationEndsBothInTheSameRequest() {
    visitor.launch(patient("p1"));
    String before = visitor.session();

    assertThat(visitor.get("/out").body()).isEqualTo(Shown.NOBODY);

    assertNobody();
    assertThat(app.visitor().session(before).get("/").body()).isEqualTo(Shown.NOBODY);
  }

  /** A session that no launch is in is not ours to end. */
  @Test
  void logoutOfWhoHasNotLaunchedLeavesTheSession() {
    visitor.get("/keep");

    visitor.get("/out");

    assertThat(visitor.get("/attribute").body()).isEqualTo("something");
  }

  @Test
  void applicationThatAsksIsAnsweredByUsOnce() {
    HttpResponse<String> answer = visitor.get("/ask");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("<h1").doesNotContain("user=");

    visitor.launch(patient("p1"));

    assertThat(visitor.get("/ask").body()).contains("launched=true").endsWith("patient=p1");
  }

  @Test
  void asyncDispatchKnowsTheUserToo() {
    visitor.launch(patient("p1"));

    assertThat(visitor.get("/async").body()).contains(" role=true ").endsWith("patient=p1");
    assertThat(app.visitor().get("/async").body()).isEqualTo(Shown.NOBODY);
  }

  @Test
  void errorPageKnowsTheUserToo() {
    visitor.launch(patient("p1"));

    assertThat(visitor.get("/fail").body()).contains("launched=true").endsWith("patient=p1");
    assertThat(app.visitor().get("/fail").body()).isEqualTo(Shown.NOBODY);
  }

  @Test
  void otherBodiesReachTheApplicationAsTheyCame() {
    visitor.launch(patient("p1"));

    assertThat(visitor.post("/echo", "token=a%20b&token=c").body())
        .isEqualTo("token=a%20b&token=c");
    assertThat(visitor.postAs("application/json", "/echo", "{\"token\": 1}").body())
        .isEqualTo("{\"token\": 1}");
  }

  @Test
  void applicationStillChoosesTheEncodingOfItsForms() {
    assertThat(visitor.post("/form", "name=Zo%C3%AB").body()).isEqualTo("Zoë");

    visitor.launch(patient("p1"));

    assertThat(visitor.post("/form", "name=Zo%C3%AB").body()).isEqualTo("Zoë");
  }

  /** By the container's own users, for whom the module has to speak up at every request. */
  @Test
  void userOfTheContainersOwnStaysLoggedIn() {
    visitor.get("/open");
    String before = visitor.session();

    assertThat(visitor.get("/login").body()).startsWith("user=janssen launched=false");

    assertThat(visitor.session()).isNotEqualTo(before);
    assertThat(app.visitor().session(before).get("/").body()).isEqualTo(Shown.NOBODY);
    assertThat(seen()).startsWith("user=janssen launched=false").contains(" role=true ");
    assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/boss").statusCode()).isEqualTo(403);
    visitor.get("/out");
    assertNobody();
  }

  @Test
  void userOfTheContainersOwnGetsANewIdWithEachLogin() {
    visitor.get("/open");
    visitor.get("/login");
    String first = visitor.session();

    visitor.get("/again");

    assertThat(visitor.session()).isNotEqualTo(first);
    assertThat(seen()).startsWith("user=janssen ");
  }

  /** As another mechanism does, past our request: Tomcat is told to leave ids alone. */
  @Test
  void userWhomSomebodyElseLogsInGetsANewIdWithTheNextRequest() {
    visitor.get("/open");
    String before = visitor.session();
    visitor.get("/past");
    assertThat(visitor.session()).isEqualTo(before);

    assertThat(seen()).startsWith("user=janssen ");

    String after = visitor.session();
    assertThat(after).isNotEqualTo(before);
    assertThat(seen()).startsWith("user=janssen ");
    assertThat(visitor.session()).isEqualTo(after);
  }

  @Test
  void launchIsRefusedWhileTheContainerHasAnotherUser() {
    visitor.get("/open");
    visitor.get("/login");

    assertThat(visitor.launch(patient("p1")).statusCode()).isEqualTo(403);

    assertThat(seen()).startsWith("user=janssen launched=false").endsWith("patient=-");
  }

  @Test
  void whoLaunchedIsNotLoggedInAsSomebodyElse() {
    visitor.launch(patient("p1"));

    assertThat(visitor.get("/login").statusCode()).isEqualTo(500);

    assertThat(seen()).contains("launched=true").endsWith("patient=p1");
  }

  /** Soteria's identity mix-up (CVE-2020-1732) came of requests at once. */
  @Test
  void requestsOfTwoUsersAtOnceNeverMix() throws Exception {
    visitor.launch(patient("p1"));
    Visitor other = app.visitor();
    other.launchByPost("payload", TestPartner.exorliveToken().nested("contact", "id", "p2"));
    List<Visit> visits =
        List.of(
            new Visit(visitor.session(), "demo-xis|", "true", "p1", 200),
            new Visit(other.session(), "tatooine|", "false", "p2", 403),
            new Visit(null, "null", "false", "-", 401));
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        Visit visit = visits.get(i % visits.size());
        all.add(threads.submit(() -> visit.check(app.visitor())));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a session's requests have to be shown, however often they come. */
  private record Visit(
      @Nullable String session, String user, String role, String patient, int secret) {
    void check(Visitor visitor) {
      if (session != null) {
        visitor.session(session);
      }
      for (int round = 0; round < 50; round++) {
        assertThat(visitor.get("/").body())
            .startsWith("user=" + user)
            .contains(" role=" + role + " ")
            .endsWith(" patient=" + patient);
        assertThat(visitor.get("/secret/page").statusCode()).isEqualTo(secret);
      }
    }
  }

  @Test
  void pageThatAWindowIsGoneFromIsAnsweredByUs() {
    visitor.launch(patient("p1"));

    HttpResponse<String> answer = visitor.get("/?_lw=AAAAAAAAAAAAAAAAAAAAAA");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("<h1").doesNotContain("user=");
  }
}
