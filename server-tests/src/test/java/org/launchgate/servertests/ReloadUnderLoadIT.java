package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.Demo;

/**
 * Launches go on while the partners file changes every second: valid, broken, valid. No launch of a
 * partner that stays as it is may fail. For {@code launchgate.reloadSeconds} seconds, 15 unless
 * said; CI says 60.
 */
class ReloadUnderLoadIT {
  private static final Duration LOAD =
      Duration.ofSeconds(Integer.getInteger("launchgate.reloadSeconds", 15));
  private static final Duration TAKES_EFFECT = Duration.ofSeconds(5);

  private final Path file = Built.work().resolve("reload-partners.json");
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Demo demo;
  private URI home;

  @BeforeEach
  void startDemo() throws Exception {
    Files.writeString(file, TestPartner.partnersFile());
    demo = Demo.start("reload", file);
    home = demo.home();
  }

  @AfterEach
  void stopDemo() {
    threads.shutdownNow();
    demo.close();
  }

  /** The file with a partner more, whose key is another one every time. */
  private static String withGuest(int version) {
    String both = TestPartner.partnersFile().stripTrailing();
    return both.substring(0, both.lastIndexOf(']'))
        + ", {\"id\": \"guest\", \"profile\": \"exorlive\", \"pathOnly\": true, \"keys\":"
        + " [{\"secretText\": \"a guest's secret of 32 bytes and more, no "
        + version
        + "\"}]}]}";
  }

  private static String content(int step) {
    return switch (step % 4) {
      case 0 -> withGuest(step);
      case 1 -> withGuest(step).substring(0, 200);
      case 2 -> TestPartner.partnersFile();
      default -> TestPartner.partnersFile().replace("\"roles\"", "\"rolls\"");
    };
  }

  private int change(long end) throws Exception {
    int step = 0;
    while (System.nanoTime() < end) {
      Files.writeString(file, content(step++));
      Thread.sleep(1000);
    }
    return step;
  }

  private Void launch(long end, Callable<HttpResponse<String>> launch) throws Exception {
    while (System.nanoTime() < end) {
      HttpResponse<String> response = launch.call();
      if (response.statusCode() == 303) {
        accepted.incrementAndGet();
      } else {
        failures.add(response.statusCode() + " " + response.body());
      }
    }
    return null;
  }

  private HttpResponse<String> byLink() throws Exception {
    return new Visitor(home).launchByLink(Launches.zorgdomein().token());
  }

  private HttpResponse<String> byForm() throws Exception {
    return new Visitor(home).launchByForm(Launches.exorlive().token());
  }

  @Test
  void noLaunchOfAnUntouchedPartnerFailsWhileTheFileChangesEverySecond() throws Exception {
    long end = System.nanoTime() + LOAD.toNanos();
    Future<Integer> changes = threads.submit(() -> change(end));
    List<Future<Void>> loads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      loads.add(threads.submit(() -> launch(end, this::byLink)));
      loads.add(threads.submit(() -> launch(end, this::byForm)));
    }
    for (Future<Void> load : loads) {
      load.get();
    }

    System.out.printf(
        "%d launches accepted, %d failed, while the partners file changed %d times in %s%n",
        accepted.get(), failures.size(), changes.get(), LOAD);
    assertThat(failures).isEmpty();
    assertThat(accepted.get()).isGreaterThan(100);
    assertThat(demo.log())
        .contains("loaded anew, 3 partner(s); added [guest], removed []")
        .contains("loaded anew, 2 partner(s); added [], removed [guest]")
        .contains("a change is not taken, and what was loaded before goes on")
        .contains("unknown member \"rolls\"");
  }

  @Test
  void partnerThatIsAddedLaunchesWithinFiveSecondsAndIsRefusedOnceItIsOff() throws Exception {
    assertThat(guest().statusCode()).isEqualTo(403);

    Files.writeString(file, withGuest(7));
    awaitGuest(303);

    Files.writeString(
        file, withGuest(7).replace("\"id\": \"guest\"", "\"id\": \"guest\", \"enabled\": false"));
    awaitGuest(403);
  }

  private void awaitGuest(int status) throws Exception {
    long end = System.nanoTime() + TAKES_EFFECT.toNanos();
    while (guest().statusCode() != status) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private HttpResponse<String> guest() throws Exception {
    byte[] secret =
        "a guest's secret of 32 bytes and more, no 7".getBytes(StandardCharsets.US_ASCII);
    String token =
        Launches.exorlive()
            .withoutHeader("kid")
            .signedBy(new SecretKeySpec(secret, "HMAC"))
            .token();
    Visitor visitor = new Visitor(home);
    return visitor.follow(visitor.post("/launch/guest", Visitor.FORM, "payload=" + token));
  }
}
