package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;

/** One request shows one launch, from its first dispatch to its last. */
class LaunchDispatchTomcatTest {
  private static final String USER = "demo-xis|agb-z|01029999";

  private static final ConcurrentHashMap<String, AsyncContext> PARKED = new ConcurrentHashMap<>();

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .page("/show", (request, response) -> response.getWriter().print(show(request)))
            .page(
                "/forward",
                (request, response) ->
                    request.getRequestDispatcher("/show").forward(request, response))
            .page(
                "/include",
                (request, response) ->
                    request.getRequestDispatcher("/show").include(request, response))
            .page("/launch", (request, response) -> response.getWriter().print(show(request)))
            .page(
                "/forward-to-launch",
                (request, response) ->
                    request
                        .getRequestDispatcher("/launch?" + request.getQueryString())
                        .forward(request, response))
            .page(
                "/include-launch",
                (request, response) ->
                    request.getRequestDispatcher("/launch").include(request, response))
            .page("/park", LaunchDispatchTomcatTest::park)
            .page("/fail", (request, response) -> response.sendError(418))
            .page(
                "/throw",
                (request, response) -> {
                  throw new IllegalStateException("planned");
                })
            .file(
                "patient.jsp",
                "<%@ page isELIgnored=\"false\" %>[${launchContext.patient.id}]"
                    + "[${launchContext.patient.familyName}][${launchContext.user.value}]"
                    + "[${launchContext.organization.name}][${launchContext.responsible.value}]"
                    + "[${launchContext.claims['context.icpc']}]"
                    + "[${launchContext.attributes.fhirBase}][${pageContext.request.remoteUser}]")
            .launchFilter(
                DispatcherType.REQUEST,
                DispatcherType.ASYNC,
                DispatcherType.ERROR,
                DispatcherType.FORWARD,
                DispatcherType.INCLUDE);
    for (int code : new int[] {418, 500}) {
      ErrorPage page = new ErrorPage();
      page.setErrorCode(code);
      page.setLocation("/show");
      app.context().addErrorPage(page);
    }
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  static String show(HttpServletRequest request) {
    return request.getDispatcherType()
        + " "
        + request.getRemoteUser()
        + " "
        + LaunchAttributes.contextOf(request)
            .flatMap(LaunchContext::patient)
            .flatMap(LaunchPatient::id)
            .orElse("nobody")
        + " "
        + (request.getAttribute("launchContext") != null);
  }

  /** First dispatch: waits for the test; later dispatch: shows what it sees. */
  private static void park(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.getWriter().print(show(request));
      return;
    }
    AsyncContext async =
        request.getParameter("wrapped") == null
            ? request.startAsync()
            : request.startAsync(request, response);
    async.setTimeout(20_000);
    PARKED.put(request.getParameter("key"), async);
  }

  private void launch(String patient) {
    assertThat(browser.launch(Launches.patient(patient).token()).statusCode()).isEqualTo(303);
  }

  @Test
  void forwardAndIncludeSeeTheLaunch() {
    launch("p1");
    assertThat(browser.get("/forward").body()).isEqualTo("FORWARD " + USER + " p1 true");
    assertThat(browser.get("/include").body()).isEqualTo("INCLUDE " + USER + " p1 true");
  }

  /** Where a request came in says who sent it: what the application passes on is its own. */
  @ParameterizedTest
  @CsvSource({"/forward-to-launch, FORWARD", "/include-launch, INCLUDE"})
  void tokenThatTheApplicationPassesOnIsNoLaunchAndNotUsedUp(String path, String dispatcher) {
    String token = Launches.zorgdomein().token();
    assertThat(browser.get(path + "?token=" + token).body())
        .isEqualTo(dispatcher + " null nobody false");
    assertThat(browser.get("/show").body()).isEqualTo("REQUEST null nobody false");
    assertThat(browser.launch(token).statusCode()).isEqualTo(303);
  }

  @Test
  void errorPagesSeeTheLaunch() {
    launch("p1");
    assertThat(browser.get("/fail").body()).isEqualTo("ERROR " + USER + " p1 true");
    assertThat(browser.get("/throw").body()).isEqualTo("ERROR " + USER + " p1 true");
  }

  @Test
  void asyncDispatchKeepsThePatientThatItBeganWith() throws Exception {
    asyncKeepsItsPatient("/park?key=plain", "plain");
  }

  @Test
  void asyncDispatchOfTheWrappedRequestKeepsThePatient() throws Exception {
    asyncKeepsItsPatient("/park?key=wrapped&wrapped=1", "wrapped");
  }

  private void asyncKeepsItsPatient(String path, String key) throws Exception {
    launch("begun");
    CompletableFuture<String> body = CompletableFuture.supplyAsync(() -> browser.get(path).body());
    AsyncContext async = parked(key);
    launch("meanwhile");
    async.dispatch();
    assertThat(body.get(20, TimeUnit.SECONDS)).isEqualTo("ASYNC " + USER + " begun true");
    assertThat(browser.get("/show").body()).isEqualTo("REQUEST " + USER + " meanwhile true");
  }

  @Test
  void asyncDispatchOfARequestThatBeganWithoutALaunchStaysWithoutOne() throws Exception {
    browser.get("/show");
    CompletableFuture<String> body =
        CompletableFuture.supplyAsync(() -> browser.get("/park?key=none").body());
    AsyncContext async = parked("none");
    launch("meanwhile");
    async.dispatch();
    assertThat(body.get(20, TimeUnit.SECONDS)).isEqualTo("ASYNC null nobody false");
  }

  private static AsyncContext parked(String key) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      AsyncContext async = PARKED.remove(key);
      if (async != null) {
        return async;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("the request did not arrive");
  }

  @Test
  void jspReadsTheLaunchByExpressionLanguage() {
    launch("jsp-1");
    assertThat(browser.get("/patient.jsp").body())
        .isEqualTo("[jsp-1][][01029999][][][T90][https://xis.example/fhir][" + USER + "]");
  }

  @Test
  void jspShowsNothingWithoutALaunch() {
    assertThat(browser.get("/patient.jsp").body()).isEqualTo("[][][][][][][][]");
  }

  @Test
  void jspShowsThePatientsNames() {
    browser.post(
        "/launch",
        "payload="
            + org.launchgate.TestPartner.exorliveToken().nested("contact", "id", "jsp-2").token());
    assertThat(browser.get("/patient.jsp").body())
        .startsWith("[jsp-2][Yoda][2f3fb098][Tatooine][]");
  }
}
