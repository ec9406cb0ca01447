package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session is written only when something changes, so that replicating it stays cheap. */
class SessionWritesTomcatTest {
  private static final List<String> WRITES = new CopyOnWriteArrayList<>();

  private static TomcatApp app;

  private final Browser browser = app.browser();

  /** Tells of every attribute that is written or removed. */
  private static final class Writes implements HttpSessionAttributeListener {
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
      WRITES.add("added " + kind(event));
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
      WRITES.add("replaced " + kind(event));
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
      WRITES.add("removed " + kind(event));
    }

    private static String kind(HttpSessionBindingEvent event) {
      String name = event.getName();
      return name.startsWith(LaunchSessions.WINDOW)
          ? "window"
          : name.equals(LaunchSessions.USER) ? "user" : name;
    }
  }

  @BeforeAll
  static void start() {
    app = new TomcatApp().param("windows", "many").param("closePath", "/close");
    app.page(Shown.PATH, Shown.PAGE);
    app.context()
        .addServletContainerInitializer(
            (classes, context) -> context.addListener(new Writes()), null);
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  @BeforeEach
  void forget() {
    WRITES.clear();
  }

  private String launch(String patient) {
    String location = header(browser.launch(Launches.patient(patient).token()), "Location");
    return location.replaceAll(".*_lw=", "");
  }

  @Test
  void firstLaunchWritesItsUserAndItsWindow() {
    launch("p1");

    assertThat(WRITES).containsExactlyInAnyOrder("added window", "added user");
  }

  @Test
  void requestsThatOnlyLookWriteNothing() {
    String one = launch("p1");
    launch("p2");
    WRITES.clear();

    for (int i = 0; i < 10; i++) {
      Shown.to(browser);
      Shown.toWindow(browser, one);
      browser.get(Shown.PATH + "?_lw=AAAAAAAAAAAAAAAA");
    }

    assertThat(WRITES).isEmpty();
  }

  @Test
  void nextLaunchWritesItsOwnWindowAlone() {
    launch("p1");
    WRITES.clear();
    launch("p2");
    assertThat(WRITES)
        .as("and, once, that there are several")
        .containsExactlyInAnyOrder("added window", "added " + LaunchSessions.HAD_SEVERAL);

    WRITES.clear();
    launch("p3");
    assertThat(WRITES).containsExactly("added window");
  }

  @Test
  void launchOfAnOpenPatientWritesItsWindowAlone() {
    launch("p1");
    launch("p2");
    WRITES.clear();
    launch("p1");

    assertThat(WRITES).containsExactly("replaced window");
  }

  @Test
  void reloadOfALinkWritesNothing() {
    String token = Launches.patient("p1").token();
    browser.launch(token);
    WRITES.clear();
    browser.launch(token);
    browser.launch(token);

    assertThat(WRITES).isEmpty();
  }

  @Test
  void secondTicketOfALaunchIsWrittenOnceAndItsReloadNotAtAll() {
    String form = "token=" + Launches.patient("p1").token();
    browser.post("/launch", form);
    WRITES.clear();
    var hop = browser.postOnly("/launch", form);
    browser.follow(hop);
    assertThat(WRITES).containsExactly("replaced window");

    browser.follow(hop);
    browser.follow(hop);
    assertThat(WRITES).hasSize(1);
  }

  @Test
  void seventeenthWindowTakesOneAway() {
    for (int i = 0; i < 16; i++) {
      launch("p" + i);
    }
    WRITES.clear();
    launch("p16");

    assertThat(WRITES).containsExactlyInAnyOrder("removed window", "added window");
  }

  @Test
  void closingTakesOneWindowAway() {
    String one = launch("p1");
    launch("p2");
    WRITES.clear();
    browser.post("/close?_lw=" + one, "");

    assertThat(WRITES).containsExactly("removed window");
  }

  @Test
  void questionAndRefusalsWriteNothing() {
    launch("p1");
    WRITES.clear();
    browser.launch(Launches.user("other").token());
    browser.launch("x");
    browser.get("/launch?launch_ticket=x");
    browser.postOnly("/launch", "token=" + Launches.patient("p2").token());

    assertThat(WRITES).isEmpty();
  }
}
