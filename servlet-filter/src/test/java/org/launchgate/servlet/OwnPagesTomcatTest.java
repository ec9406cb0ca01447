package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;
import org.launchgate.spi.AccountResolver;

/** The init-params that name a page of the application instead of a built-in one. */
class OwnPagesTomcatTest {
  private static final String GONE = "AAAAAAAAAAAAAAAA";
  private static final String OWN = "/own";

  /** Prints what the page may show, one thing a line. */
  private static void tell(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    PageView page = (PageView) request.getAttribute("launchPage");
    response.setContentType("text/plain;charset=UTF-8");
    response.setStatus(200);
    response
        .getWriter()
        .print(
            String.join(
                "\n",
                "own page of " + page.getKind(),
                page.getLanguage() + " " + page.getStatus() + " " + page.getTitle(),
                page.getText(),
                page.getAdvice(),
                page.getReferenceText() + " " + page.getReference(),
                page.getRelaunchText() + " " + page.getRelaunchUrl(),
                "refusal=" + request.getAttribute("launchRefusal"),
                "query=" + request.getQueryString() + request.getParameterMap(),
                "context=" + LaunchAttributes.contextOf(request),
                "printed=" + page + page.getForm() + page.getLinks(),
                form(page.getForm()),
                page.getLinks().stream()
                    .map(link -> link.getAddress() + " " + link.getText())
                    .collect(Collectors.joining("\n"))));
  }

  private static String form(PageView.Form form) {
    return form == null
        ? "form=none"
        : form.getAction()
            + "|"
            + form.getField()
            + "="
            + form.getValue()
            + "|"
            + form.getButtons().stream()
                .map(button -> button.getName() + button.getValue() + button.getText())
                .collect(Collectors.joining("|"));
  }

  /** An application with that param, and pages that need a patient, a log-out and a close path. */
  private static TomcatApp with(String... params) {
    TomcatApp app =
        new TomcatApp()
            .param("windows", "many")
            .param("loginRequired", "true")
            .param("contextRequired", "/whoami")
            .param("logoutPath", "/bye")
            .param("closePath", "/close")
            .page(Shown.PATH, Shown.PAGE)
            .page(OWN, OwnPagesTomcatTest::tell)
            .page("/other", OwnPagesTomcatTest::tell)
            .page(
                "/broken",
                (request, response) -> {
                  response.addHeader("X-Half", "a page");
                  response.getWriter().print("half a page");
                  throw new IllegalStateException("Canary");
                });
    for (int i = 0; i < params.length; i += 2) {
      app.param(params[i], params[i + 1]);
    }
    return app;
  }

  private static HttpResponse<String> launch(Browser browser, String name, String patient) {
    return browser.post(
        "/launch",
        "payload="
            + Launches.exorlive(name, name, "Verzonnen")
                .nested("contact", "id", patient)
                .nested("contact", "firstname", "Pat" + patient)
                .token());
  }

  private static String logIn(Browser browser, String patient) {
    HttpResponse<String> entered = launch(browser, "Ann", patient);
    assertThat(entered.statusCode()).isEqualTo(303);
    return header(entered, "Location").replaceAll(".*_lw=", "");
  }

  private static HttpResponse<String> come(Browser browser, String kind) {
    if (kind.equals("cookies")) {
      return browser.get("/launch?launch_ticket=x&launch_cookie=set");
    }
    if (kind.equals("denied")) {
      return browser.launch("x");
    }
    if (kind.equals("session-ended")) {
      return browser.get("/whoami?_lw=" + GONE);
    }
    String window = logIn(browser, "1");
    logIn(browser, "2");
    return switch (kind) {
      case "stale-window" -> browser.get("/whoami?_lw=" + GONE);
      case "choice" -> browser.get("/whoami?tab=3");
      case "other-user" -> launch(browser, "Bob", "3");
      case "closed" -> browser.post("/close?_lw=" + window, "");
      case "logged-out" -> browser.post("/bye", "");
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static String param(String kind) {
    return Arrays.stream(PageKind.values())
        .filter(each -> each.label().equals(kind))
        .findAny()
        .flatMap(PageKind::param)
        .orElseThrow()
        .param();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "denied",
        "cookies",
        "session-ended",
        "stale-window",
        "choice",
        "other-user",
        "closed",
        "logged-out"
      })
  void eachPageIsReplacedByItsOwnAndKeepsStatusAndHeaders(String kind) {
    try (TomcatApp own = with(param(kind), OWN).start();
        TomcatApp builtIn = with().start()) {
      HttpResponse<String> usual = come(builtIn.browser(), kind);
      HttpResponse<String> page = come(own.browser(), kind);

      assertThat(usual.body()).startsWith("<!DOCTYPE html>");
      assertThat(page.body()).startsWith("own page of " + kind + "\nen " + usual.statusCode());
      assertThat(page.body()).contains("\nquery=null{}\n", "\ncontext=Optional.empty\n");
      assertThat(page.statusCode()).isEqualTo(usual.statusCode());
      for (String name : new String[] {"Launch-State", "WWW-Authenticate", "Cache-Control"}) {
        assertThat(header(page, name)).as(name).isEqualTo(header(usual, name));
      }
      assertThat(page.headers().allValues("Set-Cookie"))
          .hasSameSizeAs(usual.headers().allValues("Set-Cookie"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "denied",
        "cookies",
        "session-ended",
        "stale-window",
        "choice",
        "other-user",
        "closed",
        "logged-out"
      })
  void pageThatFailsIsReplacedByTheBuiltInOneWithAllItsHeaders(String kind) {
    try (TomcatApp broken = with(param(kind), "/broken").start();
        TomcatApp builtIn = with().start();
        LogCapture log = new LogCapture()) {
      HttpResponse<String> usual = come(builtIn.browser(), kind);
      HttpResponse<String> page = come(broken.browser(), kind);

      assertThat(page.statusCode()).isEqualTo(usual.statusCode());
      assertThat(page.body()).startsWith("<!DOCTYPE html>").doesNotContain("half a page");
      for (String name :
          new String[] {
            "Launch-State",
            "WWW-Authenticate",
            "Cache-Control",
            "Referrer-Policy",
            "Content-Security-Policy",
            "Content-Language",
            "Content-Type",
            "Vary",
            "X-Half"
          }) {
        assertThat(header(page, name)).as(name).isEqualTo(header(usual, name));
      }
      assertThat(page.headers().allValues("Set-Cookie"))
          .hasSameSizeAs(usual.headers().allValues("Set-Cookie"));
      assertThat(log.lines("SEVERE the page /broken failed")).hasSize(1);
      assertThat(log.all()).doesNotContain("Canary");
    }
  }

  @Test
  void noVerdictIsShownByThePageForTryingAgain() {
    TomcatApp app = with("unavailablePage", OWN, "errorPage", "/other");
    app.context()
        .getServletContext()
        .setAttribute(
            AccountResolver.class.getName(),
            (AccountResolver)
                context -> {
                  throw new IllegalStateException("down");
                });
    try (app) {
      app.start();
      HttpResponse<String> page = app.browser().launch(Launches.zorgdomein().token());
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(header(page, "Retry-After")).isEqualTo("30");
      assertThat(page.body()).startsWith("own page of unavailable\nen 503 Temporarily unavailable");
    }
  }

  @Test
  void errorPageIsForEveryRefusalThatHasNoPageOfItsOwn() {
    try (TomcatApp app = with("errorPage", "/other", "staleWindowPage", OWN).start()) {
      for (String kind : new String[] {"denied", "cookies", "session-ended"}) {
        assertThat(come(app.browser(), kind).body())
            .startsWith("own page of " + kind + "\n")
            .contains("\nrefusal=RefusalView[");
      }
      assertThat(come(app.browser(), "stale-window").body()).startsWith("own page of stale-window");
      for (String kind : new String[] {"choice", "other-user", "closed", "logged-out"}) {
        assertThat(come(app.browser(), kind).body()).startsWith("<!DOCTYPE html>");
      }
    }
  }

  @Test
  void ownPageIsToldTheLanguageAndTheTextsInIt() {
    try (TomcatApp app = with("deniedPage", OWN).start()) {
      assertThat(app.browser().launch("x", "Accept-Language", "nn-NO,nn;q=0.9").body())
          .contains("\nnb 403 Ingen tilgang\nApplikasjonen kunne ikke åpnes fra systemet ditt.\n")
          .contains("\nHvis du trenger hjelp, oppgir du denne referansen til brukerstøtten: ")
          .contains("\nGå til ditt eget system null\n");
    }
  }

  @Test
  void questionOfOnesOwnIsAnsweredAndFramedByNobodyElse() {
    try (TomcatApp app = with("otherUserPage", OWN).start()) {
      Browser browser = app.browser();
      HttpResponse<String> page = come(browser, "other-user");

      assertThat(header(page, "Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
      assertThat(page.body())
          .contains("\nAnn Verzonnen is still logged in to the application in this browser.\n")
          .containsPattern("\n/app/launch\\|launch_ticket=[\\w-]{43}\\|Go on as Bob Verzonnen\n")
          .endsWith("\n/app/ Stay as Ann Verzonnen")
          .contains("printed=PageView[other-user, 200, reference=")
          .doesNotContainPattern("printed=.*(Ann|Bob)");
      String ticket = page.body().replaceAll("(?s).*launch_ticket=|\\|.*", "");
      assertThat(browser.postOnly("/launch", "launch_ticket=" + ticket).statusCode())
          .isEqualTo(303);
      assertThat(browser.get("/free").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void questionWhoseOwnPageFailsCanBeAnsweredAllTheSame() {
    try (TomcatApp app = with("otherUserPage", "/broken").start()) {
      Browser browser = app.browser();
      Question question = new Question(come(browser, "other-user"));

      assertThat(question.yes(browser).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void linksOfAChoiceOfOnesOwnLeadToThePatients() {
    try (TomcatApp app = with("choicePage", OWN).start()) {
      Browser browser = app.browser();
      String body = come(browser, "choice").body();

      assertThat(body)
          .containsPattern("\n/app/whoami\\?tab=3&_lw=[\\w-]{16} Pat1 .*, born 1969-11-13\n");
      String second =
          body.lines().filter(line -> line.contains(" Pat2 ")).findFirst().orElseThrow();
      String address = second.replaceFirst("^/app", "").replaceFirst(" .*", "");
      assertThat(Shown.in(browser.get(address)).patient()).isEqualTo("2");
    }
  }

  @Test
  void jspReadsAllOfItByExpressions() {
    try (TomcatApp app =
        with("otherUserPage", "/ask.jsp")
            .file(
                "ask.jsp",
                "<%@ page contentType=\"text/html; charset=UTF-8\" session=\"false\" %>"
                    + "${launchPage.kind} ${launchPage.language} ${launchPage.title}"
                    + " ${launchPage.form.field} ${launchPage.form.action}"
                    + " ${launchPage.form.buttons[0].text} ${launchPage.links[0].address}"
                    + " ${launchPage.links[0].text} ${launchPage.referenceText}")
            .start()) {
      assertThat(come(app.browser(), "other-user").body())
          .isEqualTo(
              "other-user en Somebody else is logged in here launch_ticket /app/launch Go on as"
                  + " Bob Verzonnen /app/ Stay as Ann Verzonnen If you need help, give your support"
                  + " this reference:");
    }
  }

  @Test
  void scriptGetsProblemDetailsInsteadOfAnyPage() {
    try (TomcatApp app = with("deniedPage", OWN).start()) {
      HttpResponse<String> problem = app.browser().launch("x", "Accept", "application/json");
      assertThat(header(problem, "Content-Type")).startsWith("application/problem+json");
    }
  }

  @Test
  void pageThatDoesNotExistIsReplacedByTheBuiltInOne() {
    try (TomcatApp app = with("deniedPage", "/missing.jsp").start();
        LogCapture log = new LogCapture()) {
      HttpResponse<String> page = app.browser().launch("x");
      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body()).contains("<h1>Access denied</h1>");
      assertThat(log.lines("SEVERE the page /missing.jsp failed")).hasSize(1);
    }
  }
}
