package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** Partners come, change and go while the application runs. */
class PartnersReloadTomcatTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String WITHOUT_XIS =
      """
      {"partners": [{"id": "tatooine", "profile": "exorlive", "keys": [
        {"secretText": "another secret of more than 32 bytes", "kid": "k"}]}]}
      """;

  @TempDir Path folder;

  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not so after " + LIMIT).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static int launch(TomcatApp app) {
    return app.browser().launch(Launches.zorgdomein().token()).statusCode();
  }

  @Test
  void partnerThatIsAddedToTheFileInTheUnpackedWarLaunches() throws Exception {
    try (TomcatApp app = new TomcatApp().file("WEB-INF/partners.json", WITHOUT_XIS).start()) {
      assertThat(launch(app)).isEqualTo(403);

      app.file("WEB-INF/partners.json", TestPartner.partnersFile());

      await(() -> launch(app) == 303);
    }
  }

  @Test
  void partnerThatIsRemovedFromTheFileOnDiskIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), TestPartner.partnersFile());
    try (TomcatApp app = new TomcatApp().param("partners", file.toString()).start()) {
      assertThat(launch(app)).isEqualTo(303);

      Files.writeString(file, WITHOUT_XIS);

      await(() -> launch(app) == 403);
    }
  }

  @Test
  void fieldOfAProfileThatComesLaterIsLookedAt() throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), WITHOUT_XIS);
    Files.writeString(
        folder.resolve("own.json"),
        """
        {"profile": "own", "carriers": [{"field": "ticket", "in": ["form"]}], "header": {},
         "algorithms": ["HS256"], "time": {}, "replay": {},
         "context": {"user.system": {"constant": "local"}, "user.value": "/employeeId"}}
        """);
    try (TomcatApp app = new TomcatApp().param("partners", file.toString()).start()) {
      String form = "ticket=" + TestPartner.exorliveToken().token();
      assertThat(app.browser().post("/launch", form).statusCode()).isEqualTo(403);

      Files.writeString(
          file,
          """
          {"partners": [{"id": "own", "profile": "own.json", "keys": [
            {"secretText": "%s", "kid": "%s"}]}]}
          """
              .formatted(
                  new String(
                      TestPartner.SECRET.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII),
                  TestPartner.TATOOINE_KEY_ID));

      await(() -> app.browser().post("/launch", form).statusCode() == 303);
    }
  }

  @Test
  void brokenFileKeepsThePartnersAndSaysWhy() throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), TestPartner.partnersFile());
    try (TomcatApp app = new TomcatApp().param("partners", file.toString()).start();
        LogCapture log = new LogCapture()) {
      Files.writeString(file, "{\"partners\": [}");

      await(() -> !log.lines("SEVERE a change is not taken").isEmpty());
      assertThat(log.all()).contains(file + ": line 1, column 15");
      assertThat(launch(app)).isEqualTo(303);
    }
  }

  @Test
  void nothingIsWatchedOnceTheApplicationIsStopped() throws Exception {
    List<Thread> before = watchers();
    try (TomcatApp app = new TomcatApp().start()) {
      assertThat(launch(app)).isEqualTo(303);
      assertThat(watchers()).hasSizeGreaterThan(before.size());
    }
    await(() -> before.containsAll(watchers()));
  }

  private static List<Thread> watchers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("launchgate-"))
        .filter(Thread::isAlive)
        .toList();
  }
}
