package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LogCapture;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** The init-params of audit and figures, and where listeners are found. */
class AuditSettingsTest extends FilterStartFixture {
  private static final List<String> CALLS = new CopyOnWriteArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void forget() {
    CALLS.clear();
  }

  /** A listener that tells when it is made and closed. */
  public static class Own implements LaunchListener, AutoCloseable {
    public Own() {
      CALLS.add(name() + " made");
    }

    String name() {
      return "own";
    }

    @Override
    public void on(LaunchEvent event) {
      CALLS.add(name() + " " + event.kind());
    }

    @Override
    public void close() {
      CALLS.add(name() + " closed");
    }
  }

  /** Another one. */
  public static final class Other extends Own {
    @Override
    String name() {
      return "other";
    }
  }

  private void service(String... classNames) throws Exception {
    Path file = folder.resolve("META-INF/services/" + LaunchListener.class.getName());
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(classNames));
  }

  @Test
  void listenersOfEverySourceHearALaunchAndThoseThatWereMadeAreClosedAfterIt() throws Exception {
    service(Other.class.getName());
    EventsHeard supplied = new EventsHeard();
    EventsHeard suppliedToo = new EventsHeard();
    withLoader(
        folder,
        () -> {
          try (TomcatApp app = new TomcatApp().param("launchListener", Own.class.getName())) {
            app.context().setParentClassLoader(Thread.currentThread().getContextClassLoader());
            app.context()
                .getServletContext()
                .setAttribute(LaunchListener.class.getName(), List.of(supplied, suppliedToo));
            app.start().browser().launch(Launches.zorgdomein().token());
          }
        });
    assertThat(CALLS)
        .containsExactly(
            "own made",
            "other made",
            "own ACCEPTED",
            "other ACCEPTED",
            "other closed",
            "own closed");
    assertThat(supplied.kinds()).containsExactly(LaunchEvent.Kind.ACCEPTED);
    assertThat(suppliedToo.kinds()).containsExactly(LaunchEvent.Kind.ACCEPTED);
  }

  @Test
  void listenerThatIsNamedTwiceIsMadeOnce() throws Exception {
    service(Other.class.getName(), Own.class.getName());
    String names = Own.class.getName() + ",\n " + Own.class.getName();
    withLoader(folder, () -> start(good("launchListener", names)));
    filter.destroy();
    assertThat(CALLS).containsExactly("own made", "other made", "other closed", "own closed");
  }

  @Test
  void listenersThatCannotBeUsedStopTheStart() throws Exception {
    assertStops(
        good("launchListener", Own.class.getName() + ", java.lang.String"),
        "init-param launchListener",
        "org.launchgate.spi.LaunchListener");
    assertThat(CALLS).containsExactly("own made", "own closed");
    FilterStubs stubs = good();
    stubs.attributes.put(LaunchListener.class.getName(), List.of("text"));
    assertStops(stubs, "ServletContext attribute", "java.lang.String");
    service("no.such.Type");
    withLoader(folder, () -> assertStops(good(), LaunchListener.class.getName()));
  }

  @Test
  void wrongValuesStopTheStart() {
    assertStops(good("auditLog", "yes"), "init-param auditLog is \"yes\"", "true or false");
    assertStops(good("auditQueue", "9"), "init-param auditQueue is \"9\"", "10 to 1000000");
    assertStops(good("auditQueue", "1000001"), "init-param auditQueue");
    assertStops(good("auditRequired", "1"), "init-param auditRequired");
    assertStops(good("auditClearIdentifiers", "TRUE"), "init-param auditClearIdentifiers");
    assertStops(good("jmx", "on"), "init-param jmx");
  }

  @Test
  void boundsOfTheQueueAreAllowed() throws Exception {
    start(good("auditQueue", "10"));
    filter.destroy();
    start(good("auditQueue", "1000000"));
    filter.destroy();
  }

  @Test
  void keyThatIsTooShortStopsTheStartAndIsNotShown() throws Exception {
    String tooShort = "x".repeat(31);
    FilterStubs stubs = good("auditKey", tooShort);
    assertStops(stubs, "init-param auditKey is too short", "at least 32 characters");
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> start(stubs))
        .hasMessageNotContaining(tooShort);
    start(good("auditKey", "x".repeat(32)));
    filter.destroy();
  }

  @Test
  void keyBesideClearIdentifiersStopsTheStart() {
    assertStops(
        good("auditKey", "x".repeat(32), "auditClearIdentifiers", "true"),
        "init-param auditKey has no effect with auditClearIdentifiers=true");
  }

  @Test
  void recordsThatAreRequiredNeedSomebodyWhoKeepsThem() throws Exception {
    assertStops(
        good("auditRequired", "true", "auditLog", "false"),
        "init-param auditRequired is true, and nobody keeps records");
    start(good("auditRequired", "true"));
    filter.destroy();
    start(
        good("auditRequired", "true", "auditLog", "false", "launchListener", Own.class.getName()));
    filter.destroy();
  }

  @Test
  void auditLogWritesALineAndIsSilentWhereItIsSwitchedOff() {
    for (String on : List.of("true", "false")) {
      try (LogCapture log = new LogCapture(AuditLog.LOGGER)) {
        try (TomcatApp app = new TomcatApp().param("auditLog", on).start()) {
          app.browser().launch(Launches.zorgdomein().token());
        }
        assertThat(log.lines("INFO event=accepted")).hasSize(on.equals("true") ? 1 : 0);
      }
    }
  }

  @Test
  void digestsAreComparableUnderOneKeyAndOverStartsWithoutOneTheyAreNot() {
    String key = "0123456789abcdef0123456789abcdef";
    assertThat(digest("auditKey", key)).isEqualTo(digest("auditKey", key));
    assertThat(digest("auditLog", "true")).isNotEqualTo(digest("auditLog", "true"));
    assertThat(digest("auditClearIdentifiers", "true")).isEqualTo("13116900216");
  }

  private static String digest(String param, String value) {
    EventsHeard heard = new EventsHeard();
    TomcatApp app = new TomcatApp().param(param, value);
    heard.in(app);
    try (app) {
      app.start()
          .browser()
          .post("/launch", "payload=" + org.launchgate.TestPartner.exorliveToken().token());
    }
    return heard
        .one(LaunchEvent.Kind.ACCEPTED)
        .party(LaunchEvent.Party.PATIENT_NATIONAL_ID)
        .orElseThrow()
        .value();
  }
}
