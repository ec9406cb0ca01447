package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;

/** The init-param errorPage: what the application's own page gets to see, and what if it fails. */
class ErrorPageTomcatTest {
  private static final String TOKEN = "not.a.token";
  private static final String CANARY = "Canary";
  private static final String ERROR_PAGE = "/sorry";

  /** Prints all that a curious error page can get hold of. */
  private static String everything(HttpServletRequest request) throws Exception {
    RefusalView refusal = (RefusalView) request.getAttribute("launchRefusal");
    StringBuilder text =
        new StringBuilder(
            refusal.getStatus()
                + "|"
                + refusal.getTitle()
                + "|"
                + refusal.getText()
                + "|"
                + refusal.getReference()
                + "|"
                + refusal);
    for (String name : Collections.list(request.getAttributeNames())) {
      text.append('|').append(name).append('=').append(request.getAttribute(name));
    }
    return text.append("|" + request.getQueryString())
        .append("|" + request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING))
        .append("|" + request.getParameter("token"))
        .append("|" + request.getParameterMap())
        .append("|" + Collections.list(request.getParameterNames()))
        .append("|" + request.getRequestURL())
        .append("|" + new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .append("|" + request.getReader().lines().toList())
        .append("|user=" + request.getRemoteUser())
        .append("|context=" + LaunchAttributes.contextOf(request))
        .toString();
  }

  private static TomcatApp withErrorPage() {
    return new TomcatApp()
        .param("errorPage", ERROR_PAGE)
        .page(
            ERROR_PAGE,
            (request, response) -> {
              response.setStatus(200);
              response.getWriter().print(everything(request));
            });
  }

  @Test
  void ownErrorPageIsShownWithTheStatusAndWithoutTheToken() {
    try (TomcatApp app = withErrorPage().start()) {
      String token = Launches.zorgdomein().claim("org-id.value", CANARY).token();
      for (HttpResponse<String> response :
          List.of(app.browser().launch(token), app.browser().post("/launch", "token=" + token))) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).startsWith("403|Access denied|");
        assertThat(response.body()).doesNotContain("token=", "eyJ", CANARY);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
      }
    }
  }

  @Test
  void ownErrorPageShowsNothingOfAnEarlierLaunch() {
    try (TomcatApp app =
        withErrorPage().launchFilter(DispatcherType.REQUEST, DispatcherType.FORWARD).start()) {
      Browser browser = app.browser();
      browser.launch(Launches.patient(CANARY).token());
      String body = browser.launch(TOKEN).body();
      assertThat(body).startsWith("403|").endsWith("|user=null|context=Optional.empty");
      assertThat(body).doesNotContain(CANARY, "launchContext");
    }
  }

  @Test
  void ownErrorPageIsAlsoShownToWhoHasNoLaunch() {
    try (TomcatApp app = withErrorPage().param("loginRequired", "true").start()) {
      HttpResponse<String> response = app.browser().get("/private?token=" + CANARY);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(header(response, "WWW-Authenticate")).isEqualTo("Launch");
      assertThat(response.body())
          .startsWith("401|Please start from your own system|")
          .doesNotContain(CANARY);
    }
  }

  @Test
  void errorPageThatFailsIsReplacedByTheBuiltInOne() {
    try (TomcatApp app =
        new TomcatApp()
            .param("errorPage", ERROR_PAGE)
            .page(
                ERROR_PAGE,
                (request, response) -> {
                  response.getWriter().print("half a page");
                  throw new IllegalStateException(CANARY);
                })
            .start()) {
      assertBuiltIn(app);
    }
  }

  @Test
  void errorPageThatDoesNotExistIsReplacedByTheBuiltInOne() {
    try (TomcatApp app = new TomcatApp().param("errorPage", "/missing.html").start()) {
      assertBuiltIn(app);
    }
    try (TomcatApp app = new TomcatApp().param("errorPage", "/missing.jsp").start()) {
      assertBuiltIn(app);
    }
  }

  private static void assertBuiltIn(TomcatApp app) {
    try (LogCapture log = new LogCapture()) {
      HttpResponse<String> response = app.browser().launch(TOKEN);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).contains("<h1>Access denied</h1>").doesNotContain("half a page");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(log.lines("SEVERE the page ")).hasSize(1);
      assertThat(log.all()).doesNotContain(CANARY);
    }
  }
}
