package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.management.JMX;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.LogCapture;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** What launches are answered while a listener stands still, and what it hears afterwards. */
@Timeout(120)
class AuditFullTomcatTest {
  private static final int CAPACITY = 10;

  private final EventsHeard heard = new EventsHeard();
  private final CountDownLatch gate = new CountDownLatch(1);

  private void hearOnceTheGateIsOpen(LaunchEvent event) {
    try {
      gate.await();
      heard.on(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private TomcatApp app(String required) {
    TomcatApp app = new TomcatApp().param("auditQueue", "10").param("auditRequired", required);
    LaunchListener listener = this::hearOnceTheGateIsOpen;
    app.context().getServletContext().setAttribute(LaunchListener.class.getName(), listener);
    return app.start();
  }

  private static LaunchesMXBean figures() throws Exception {
    ObjectName pattern = new ObjectName("org.launchgate:type=Launches,context=\"/app\",*");
    var server = ManagementFactory.getPlatformMBeanServer();
    return server.queryNames(pattern, null).stream()
        .map(name -> JMX.newMXBeanProxy(server, name, LaunchesMXBean.class))
        .filter(bean -> bean.getQueueCapacity() == CAPACITY)
        .max(Comparator.comparingInt(LaunchesMXBean::getQueueDepth))
        .orElseThrow();
  }

  private static List<Integer> launches(TomcatApp app, int number) {
    return Stream.generate(() -> app.browser().launch(Launches.zorgdomein().token()))
        .limit(number)
        .map(HttpResponse::statusCode)
        .toList();
  }

  @Test
  void launchesGoOnAndTheirEventsAreDroppedWithAnExactCount() throws Exception {
    try (TomcatApp app = app("false")) {
      assertThat(launches(app, CAPACITY + 5)).containsOnly(303);
      assertThat(figures().getDroppedEvents()).isEqualTo(5);
      assertThat(figures().getLaunches().get("demo-xis|accepted").getCount())
          .as("counted also where it is not recorded")
          .isEqualTo(CAPACITY + 5);
      gate.countDown();
    }
    assertThat(heard.all()).hasSize(CAPACITY);
  }

  @Test
  void whereRecordsAreRequiredLaunchesWaitOutsideAndUseNothingUp() throws Exception {
    String late = Launches.zorgdomein().token();
    try (TomcatApp app = app("true")) {
      List<Integer> answers = launches(app, CAPACITY + 5);
      // Each has one event and needs room for two: the last place alone is not enough.
      assertThat(answers.subList(0, 9)).containsOnly(303);
      assertThat(answers.subList(9, CAPACITY + 5)).containsOnly(503);
      HttpResponse<String> turnedAway = app.browser().launch(late);
      assertThat(turnedAway.statusCode()).isEqualTo(503);
      assertThat(header(turnedAway, "Retry-After")).isEqualTo("30");
      assertThat(turnedAway.headers().map()).doesNotContainKey("Set-Cookie");
      assertThat(figures().getDroppedEvents()).isZero();
      assertThat(figures().getTurnedAwayLaunches()).isEqualTo(7);
      gate.countDown();
      assertThat(untilAccepted(app, late)).isEqualTo(303);
    }
    assertThat(heard.all()).hasSize(10);
  }

  @Test
  void launchesThatAreTurnedAwayAreLoggedByTheReferencesThatTheirUsersSee() {
    List<String> references;
    LogCapture log = new LogCapture();
    try (log;
        TomcatApp app = app("true")) {
      launches(app, 9);
      references =
          Stream.generate(() -> app.browser().launch(Launches.zorgdomein().token()).body())
              .limit(12)
              .map(AuditFullTomcatTest::reference)
              .toList();
      gate.countDown();
    }
    assertThat(log.lines("SEVERE launch turned away ref="))
        .hasSize(10)
        .first()
        .asString()
        .contains("ref=" + references.get(0) + " from=127.0.0.1", "auditRequired is true");
    assertThat(log.lines("WARNING launches without a line of their own"))
        .singleElement()
        .asString()
        .contains(
            "reason=turned_away count=2 refs=" + references.get(10) + ".." + references.get(11));
  }

  private static String reference(String page) {
    return page.replaceFirst("(?s).*<code>([2-9A-Z]{10})</code>.*", "$1");
  }

  /** There is room again as soon as the listener has had an event; the token is still good then. */
  private static int untilAccepted(TomcatApp app, String token) {
    int status = 503;
    for (int i = 0; i < 1000 && status == 503; i++) {
      status = app.browser().launch(token).statusCode();
    }
    return status;
  }

  @Test
  void everythingInTheQueueIsDeliveredBeforeTheApplicationHasStopped() {
    try (TomcatApp app = app("false")) {
      launches(app, 5);
      gate.countDown();
    }
    assertThat(heard.all()).hasSize(5);
  }

  @Test
  void listenerThatThrowsChangesNoAnswer() {
    TomcatApp app = new TomcatApp();
    LaunchListener failing =
        event -> {
          throw new IllegalStateException("planned");
        };
    app.context()
        .getServletContext()
        .setAttribute(LaunchListener.class.getName(), List.of(failing, heard));
    try (app) {
      assertThat(launches(app.start(), 3)).containsOnly(303);
    }
    assertThat(heard.all()).hasSize(3);
  }
}
