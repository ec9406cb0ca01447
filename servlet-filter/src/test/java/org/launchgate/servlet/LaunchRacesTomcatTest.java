package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Several requests at once with one cookie, and several filters in one application. */
class LaunchRacesTomcatTest {
  private static final int THREADS = 8;

  private static TomcatApp app;

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("logoutPath", "/bye")
            .param("userChange", "replace")
            .page("/anon", (request, response) -> request.getSession(true))
            .page("/end", (request, response) -> end(request.getSession(false)))
            .page(
                "/whoami",
                (request, response) -> response.getWriter().print(request.getRemoteUser()))
            .launchFilter(DispatcherType.REQUEST)
            .launchFilter(
                Map.of(
                    "partners", "/WEB-INF/partners.json",
                    "launchPath", "/enter",
                    "userChange", "replace",
                    "targetUrl", "/whoami"))
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private static void end(HttpSession session) {
    LaunchSessions.end(session);
  }

  private static List<Integer> together(List<Callable<Integer>> requests) throws Exception {
    CyclicBarrier start = new CyclicBarrier(requests.size());
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (Callable<Integer> request : requests) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return request.call();
                }));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void twoUsersWhoLaunchAtOnceIntoOneAnonymousSessionNeverShareIt() throws Exception {
    for (int round = 0; round < 100; round++) {
      Browser owner = app.browser();
      owner.get("/anon");
      Browser intruder = app.browser().cookie(owner.cookie());
      String ownersToken = Launches.user("owner").token();
      String intrudersToken = Launches.user("intruder").token();

      together(
          List.of(
              () -> owner.launch(ownersToken).statusCode(),
              () -> intruder.launch(intrudersToken).statusCode()));

      assertThat(owner.cookie()).isNotEqualTo(intruder.cookie());
      assertThat(owner.get("/whoami").body()).isIn("demo-xis|agb-z|owner", "null");
      assertThat(intruder.get("/whoami").body()).isIn("demo-xis|agb-z|intruder", "null");
    }
  }

  @RepeatedTest(10)
  void launchesThatRaceWithTheEndOfTheirSessionAreNotLost() throws Exception {
    Browser browser = app.browser();
    browser.launch(Launches.zorgdomein().token());
    String cookie = browser.cookie();
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < THREADS; i += 2) {
      String token = Launches.user(i % 4 == 0 ? "01029999" : "01000001").token();
      requests.add(() -> app.browser().cookie(cookie).launch(token).statusCode());
      requests.add(() -> app.browser().cookie(cookie).get("/end").statusCode());
    }
    assertThat(together(requests)).containsOnly(303, 200);
  }

  @RepeatedTest(10)
  void oneTokenIsAcceptedOnceHoweverOftenItComes() throws Exception {
    String token = Launches.zorgdomein().token();
    List<Callable<Integer>> requests = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      requests.add(() -> app.browser().launch(token).statusCode());
    }
    assertThat(together(requests)).containsOnly(303, 403).containsOnlyOnce(303);
  }

  @Test
  void launchOfOneFilterIsNoUserOfTheContainerToTheOther() {
    Browser browser = app.browser();
    assertThat(browser.launch(Launches.user("01000001").token()).statusCode()).isEqualTo(303);
    var second = browser.get("/enter?token=" + Launches.user("01000002").token());
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(browser.get("/whoami").body()).isEqualTo("demo-xis|agb-z|01000002");
  }
}
