package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.MovableClock;
import org.launchgate.spi.AccountResolution;
import org.launchgate.spi.AccountResolver;

/**
 * No request ever sees a patient that its window did not launch: a hundred thousand random steps of
 * doctors who launch, look, save, reload, wait, log out, and launch as somebody else.
 *
 * <p>A failure names the seed of its walk and its last steps. {@code -Dlaunchgate.seed=} walks that
 * one first.
 */
class WindowModelTest {
  private static final int STEPS_OF_A_WALK = 500;
  private static final int SHOWN = 60;
  private static final int RUSHES = 500;
  private static final int THREADS = 4;

  private static final List<String> HAPPENING =
      List.of("ENTERED", "AGAIN", "REFUSED", "200", "200 with a patient", "401", "409");

  private static final Map<String, SecretKey> SECRETS =
      WindowTokens.PARTNERS.stream().collect(Collectors.toMap(id -> id, WindowModelTest::secret));

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
  private final WindowTokens tokens = new WindowTokens(clock, SECRETS);
  private final List<Logger> loggers =
      List.of(Logger.getLogger("org.launchgate"), Logger.getLogger("launchgate"));
  private LaunchFilter filter;

  private static SecretKey secret(String partner) {
    String text = (partner + "-of-tests-only".repeat(3)).substring(0, 32);
    return new SecretKeySpec(text.getBytes(StandardCharsets.US_ASCII), "HMAC");
  }

  private static String partnersFile() {
    return WindowTokens.PARTNERS.stream()
        .map(
            id ->
                """
                {"id": "%1$s", "algorithms": ["HS256"], "roles": ["%1$s"],
                 "profile": {"extends": "exorlive",
                             "carriers": [{"field": "token", "in": ["query", "form"]}]},
                 "keys": [{"kid": "%1$s", "secret": "%2$s"}]}
                """
                    .formatted(
                        id,
                        Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(SECRETS.get(id).getEncoded())))
        .collect(Collectors.joining(",", "{\"partners\": [", "]}"));
  }

  /** A hundred thousand launches would be a long read. */
  @BeforeEach
  void quiet() {
    loggers.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @AfterEach
  void loud() {
    loggers.forEach(logger -> logger.setLevel(null));
    if (filter != null) {
      filter.destroy();
    }
  }

  private FakeContainer container(String mode, String userChange) throws ServletException {
    FilterStubs stubs =
        FilterStubs.with(
            "partners", "/WEB-INF/partners.json",
            "windows", mode,
            "userChange", userChange,
            "sessionMaxAge", String.valueOf(WindowOracle.MAX_AGE.toSeconds()),
            "targetUrl", "/home",
            "logoutPath", "/bye",
            "closePath", "/close",
            "allowedHosts", "portal.example",
            "restartFence", "false",
            "auditLog", "false",
            "jmx", "false");
    stubs.resources.put("/WEB-INF/partners.json", partnersFile());
    AccountResolver sameUserAtBoth =
        context ->
            AccountResolution.linked(context.user().identifier().value().replaceAll("-at-.*", ""));
    stubs.attributes.put(AccountResolver.class.getName(), sameUserAtBoth);
    filter = new LaunchFilter(clock);
    filter.init(stubs.config());
    return new FakeContainer(filter, clock, WindowOracle.IDLE);
  }

  @ParameterizedTest
  @CsvSource({
    "single,ask,25000",
    "strict,ask,20000",
    "many,ask,35000",
    "single,replace,10000",
    "many,replace,10000"
  })
  void noRequestSeesAPatientThatItsWindowDidNotLaunch(String mode, String userChange, int steps)
      throws Exception {
    FakeContainer container = container(mode, userChange);
    boolean ask = userChange.equals("ask");
    Map<String, Integer> tally = new TreeMap<>();
    long seed = Long.getLong("launchgate.seed", System.nanoTime());
    for (int walked = 0; walked < steps; walked += STEPS_OF_A_WALK) {
      walk(container, mode, ask, seed, tally);
      seed = new Random(seed).nextLong();
    }
    assertThat(tally).as("what has happened at all").containsKeys(happening(ask));
    assertThat(tally.get("EVICTED") > 0).as("windows that left for others").isEqualTo(many(mode));
  }

  private static boolean many(String mode) {
    return mode.equals("many");
  }

  /** What a walk that goes anywhere comes across. */
  private static String[] happening(boolean ask) {
    List<String> all = new ArrayList<>(HAPPENING);
    if (ask) {
      all.addAll(List.of("ASKED", "ENTERED by an answer", "ASKED by an answer"));
    }
    return all.toArray(String[]::new);
  }

  private void walk(
      FakeContainer container, String mode, boolean ask, long seed, Map<String, Integer> tally) {
    Deque<String> last = new ArrayDeque<>();
    container.clear();
    WindowModel model =
        new WindowModel(
            mode,
            ask,
            container,
            clock,
            tokens,
            new Random(seed),
            step -> {
              last.add(step);
              if (last.size() > SHOWN) {
                last.remove();
              }
            },
            tally);
    try {
      for (int i = 0; i < STEPS_OF_A_WALK; i++) {
        model.step();
      }
      tally.merge("EVICTED", model.evictions(), Integer::sum);
    } catch (AssertionError | RuntimeException e) {
      throw failure(mode, seed, String.join("\n", last) + "\n", e);
    }
  }

  private static AssertionError failure(String mode, long seed, String steps, Throwable cause) {
    return new AssertionError(
        cause.getMessage() + "\n-Dlaunchgate.seed=" + seed + " in " + mode + ":\n" + steps, cause);
  }

  @ParameterizedTest
  @CsvSource({"single,ask", "strict,ask", "many,ask", "single,replace", "many,replace"})
  void noRequestOfManyAtOnceSeesAPatientThatItsWindowDidNotLaunch(String mode, String userChange)
      throws Exception {
    FakeContainer container = container(mode, userChange).restless();
    long seed = Long.getLong("launchgate.seed", System.nanoTime());
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int i = 0; i < RUSHES; i++) {
        clock.advance(Duration.ofSeconds(1));
        container.clear();
        new WindowRush(mode, container, tokens, new Random(seed + i)).run(threads);
      }
    } catch (AssertionError | ExecutionException e) {
      throw failure(mode, seed, "(a rush, whose order no seed foretells)", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
