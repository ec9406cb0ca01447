package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.ec;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.jwks.TestJwks.rsaWithoutKeyId;
import static org.launchgate.profile.SigningAlgorithm.ES256;
import static org.launchgate.profile.SigningAlgorithm.PS256;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.Clause;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.PartnerKey;

/** What a launch gets, when the server is asked, and who waits: without a network. */
@Timeout(30)
class RemoteKeySetTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final URI URL = URI.create("https://xis.example/jwks.json");
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration MILLI = Duration.ofMillis(1);
  private static final Limits PATIENT = limits(Duration.ofSeconds(20), Duration.ofSeconds(20));

  private final MovableClock clock = new MovableClock(START);
  private final FakeServer server = new FakeServer();
  private final LogLines log = new LogLines();
  private final ExecutorService launches = Executors.newCachedThreadPool();
  private RemoteKeySets sets = new RemoteKeySets(clock, PATIENT, server);

  private static Limits limits(Duration whole, Duration waiting) {
    Limits usual = Limits.STANDARD;
    return new Limits(
        usual.connect(),
        whole,
        waiting,
        usual.pause(),
        usual.longestPause(),
        Duration.ofMillis(10));
  }

  @AfterEach
  void close() {
    server.goOn();
    sets.close();
    log.close();
    launches.shutdownNow();
  }

  private KeyResolver activated() {
    return activated(FetchSettings.defaults());
  }

  private KeyResolver activated(FetchSettings settings) {
    RemoteKeySet set = sets.at("xis", URL);
    sets.activate(settings, Set.of(set));
    return view(set);
  }

  private static KeyResolver view(RemoteKeySet set) {
    return set.resolver(Set.of(RS256), Set.of());
  }

  private static List<String> ask(KeyResolver keys, String keyId) {
    return ask(keys, Optional.of(keyId), RS256);
  }

  private static List<String> ask(
      KeyResolver keys, Optional<String> keyId, SigningAlgorithm algorithm) {
    return keys.resolve(TestPartner.zorgdomein(), keyId, algorithm).stream()
        .map(key -> key.keyId().orElse("none"))
        .toList();
  }

  private Future<List<String>> launch(KeyResolver keys, String keyId) {
    Callable<List<String>> launch = () -> ask(keys, keyId);
    return launches.submit(launch);
  }

  private static void isUnavailable(KeyResolver keys, String keyId, String reason) {
    assertThatThrownBy(() -> ask(keys, keyId))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("JWKS of partner xis at xis.example: " + reason);
  }

  private void fetched(int times) {
    Eventually.holds(times + " fetches", () -> server.fetches() == times);
  }

  // -- what a launch gets

  @Test
  void firstLaunchWaitsForTheFirstFetchAndGetsItsKey() {
    KeyResolver keys = activated();

    List<PartnerKey> found = keys.resolve(TestPartner.zorgdomein(), Optional.of("k1"), RS256);

    assertThat(found)
        .singleElement()
        .extracting(PartnerKey::key)
        .isEqualTo(TestJwks.RSA.getPublic());
    assertThat(found.get(0).algorithms()).containsExactly(RS256);
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void keyIsBoundToTheAgreedAlgorithmsThatItFits() {
    RemoteKeySet set = sets.at("xis", URL);
    sets.activate(FetchSettings.defaults(), Set.of(set));
    server.publishes(rsa("k1"));
    KeyResolver keys = set.resolver(Set.of(RS256, PS256, ES256), Set.of());

    assertThat(keys.resolve(TestPartner.zorgdomein(), Optional.of("k1"), PS256))
        .singleElement()
        .extracting(PartnerKey::algorithms)
        .isEqualTo(Set.of(RS256, PS256));
  }

  @Test
  void knownKeyForAnotherAlgorithmIsNoneAndAsksNobody() {
    server.publishes(rsa("k1"), ec("k2"));
    RemoteKeySet set = sets.at("xis", URL);
    sets.activate(FetchSettings.defaults(), Set.of(set));
    KeyResolver keys = set.resolver(Set.of(RS256, ES256), Set.of());
    ask(keys, "k1");
    clock.advance(PAUSE);
    server.hang();

    assertThat(ask(keys, Optional.of("k1"), ES256)).isEmpty();
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void keyWhoseAlgorithmsAreNotAgreedIsLeftOutAndNotedOncePerChange() {
    server.publishes(rsa("k1"), ec("k2"), rsa("k3", "'use': 'enc'"));
    KeyResolver keys = activated();

    assertThat(ask(keys, "k2")).isEmpty();
    clock.advance(PAUSE);
    assertThat(ask(keys, "k2")).isEmpty();
    fetched(2);
    Eventually.holds("two notes", () -> log.startingWith("INFO").size() == 2);
    assertThat(log.startingWith("INFO"))
        .anyMatch(line -> line.contains("not used: the key \"k2\": fits none of the agreed"))
        .anyMatch(line -> line.contains("not used: keys[2] (\"k3\"): \"use\" must be \"sig\""));

    server.publishes(rsa("k1"), ec("k4"));
    clock.advance(PAUSE);
    assertThat(ask(keys, "k4")).isEmpty();
    assertThat(log.startingWith("INFO")).hasSize(3).last().asString().contains("k4");
  }

  @Test
  void tokenWithoutKidGetsEveryKeyThatFitsTheAlgorithm() {
    server.publishes(rsa("k1"), ec("k2"), rsaWithoutKeyId(TestJwks.OTHER_RSA));
    KeyResolver keys = activated();

    assertThat(ask(keys, Optional.empty(), RS256)).containsExactly("k1", "none");
  }

  @Test
  void keyWithoutKidIsNotForATokenThatNamesOne() {
    server.publishes(rsaWithoutKeyId(TestJwks.RSA));

    assertThat(ask(activated(), "none")).isEmpty();
  }

  @Test
  void configuredKeyIdIsNeverAnsweredFromTheSetAndCausesNoFetch() {
    server.publishes(rsa("k1"), rsa("k2"));
    RemoteKeySet set = sets.at("xis", URL);
    sets.activate(FetchSettings.defaults(), Set.of(set));
    KeyResolver keys = set.resolver(Set.of(RS256), Set.of("k1"));

    assertThat(ask(keys, "k2")).containsExactly("k2");
    assertThat(ask(keys, "k1")).isEmpty();
    assertThat(ask(keys, Optional.empty(), RS256)).containsExactly("k2");
    assertThat(server.fetches()).isEqualTo(1);
    assertThat(log.startingWith("INFO"))
        .singleElement()
        .asString()
        .endsWith("not used: the key \"k1\": is configured; the configured key counts");
  }

  @Test
  void configuredKeyIdIsAnsweredAtOnceWhileTheServerHangs() {
    server.hang();
    RemoteKeySet set = sets.at("xis", URL);
    sets.activate(FetchSettings.defaults(), Set.of(set));

    assertThat(ask(set.resolver(Set.of(RS256), Set.of("k1")), "k1")).isEmpty();
  }

  // -- an unknown kid

  @Test
  @Clause("V-17")
  void unknownKidWithinThePauseIsNoneAtOnceAndAfterItAsksOnce() {
    KeyResolver keys = activated();
    ask(keys, "k1");
    server.publishes(rsa("k1"), rsa("k2"));

    clock.advance(PAUSE.minus(MILLI));
    assertThat(ask(keys, "k2")).isEmpty();
    assertThat(server.fetches()).isEqualTo(1);
    clock.advance(MILLI);
    assertThat(ask(keys, "k2")).containsExactly("k2");
    assertThat(ask(keys, "k3")).isEmpty();
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void unknownKidIsUnavailableNotRefusedWhenTheFetchFails() {
    KeyResolver keys = activated();
    ask(keys, "k1");
    clock.advance(PAUSE);
    server.fails("the server answered 500");

    isUnavailable(keys, "k2", "the server answered 500");
    clock.advance(PAUSE.minus(MILLI));
    isUnavailable(keys, "k2", "the server answered 500");
    assertThat(server.fetches()).isEqualTo(2);
    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  @Test
  void clockThatWasPutBackDoesNotHoldTheSetUp() {
    KeyResolver keys = activated();
    ask(keys, "k1");
    server.publishes(rsa("k2"));

    clock.advance(Duration.ofDays(-1));
    assertThat(ask(keys, "k2")).containsExactly("k2");
  }

  @Test
  @Clause("V-17")
  void manyLaunchesWithUnknownKidsCauseOneFetch() throws Exception {
    KeyResolver keys = activated(FetchSettings.builder().maxWaiting(100).build());
    ask(keys, "k1");
    clock.advance(PAUSE);
    server.publishes(rsa("k1"), rsa("k2"));
    server.hang();

    List<Future<List<String>>> waiting =
        IntStream.range(0, 50).mapToObj(i -> launch(keys, i % 2 == 0 ? "k2" : "x" + i)).toList();
    fetched(2);
    server.goOn();

    for (int i = 0; i < waiting.size(); i++) {
      assertThat(waiting.get(i).get()).hasSize(i % 2 == 0 ? 1 : 0);
    }
    assertThat(server.fetches()).isEqualTo(2);
  }

  // -- who waits

  @Test
  void moreThanTheLimitAreUnavailableAtOnceAndKnownKeysNeverWait() throws Exception {
    KeyResolver keys = activated(FetchSettings.builder().maxWaiting(3).build());
    ask(keys, "k1");
    clock.advance(PAUSE);
    server.publishes(rsa("k1"), rsa("k2"));
    server.hang();
    List<Future<List<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(launch(keys, "k2"));
    }

    Eventually.holds("7 are sent away", () -> done(waiting) == 7);
    isUnavailable(keys, "k2", "too many launches wait for it");
    assertThat(ask(keys, "k1")).containsExactly("k1");
    server.goOn();
    Eventually.holds("3 more are answered", () -> done(waiting) == 10);

    int answered = 0;
    for (Future<List<String>> each : waiting) {
      try {
        assertThat(each.get()).containsExactly("k2");
        answered++;
      } catch (ExecutionException e) {
        assertThat(e).cause().hasMessageEndingWith("too many launches wait for it");
      }
    }
    assertThat(answered).isEqualTo(3);
  }

  private static long done(List<Future<List<String>>> launches) {
    return launches.stream().filter(Future::isDone).count();
  }

  @Test
  void placesOfThoseWhoWaitedAreFreeAgain() {
    sets.close();
    sets = new RemoteKeySets(clock, limits(Duration.ofSeconds(20), Duration.ofMillis(20)), server);
    server.hang();
    KeyResolver keys = activated(FetchSettings.builder().maxWaiting(1).build());

    for (int i = 0; i < 3; i++) {
      isUnavailable(keys, "k1", "it was not there in time");
    }
  }

  @Test
  void fetchesThatCannotBeEndedHoldTwoThreadsUntilOneOfThemEnds() {
    sets.close();
    sets = new RemoteKeySets(clock, limits(Duration.ofMillis(50), Duration.ofSeconds(20)), server);
    server.hang();
    KeyResolver keys = activated();
    isUnavailable(keys, "k1", "it took longer than 50 ms");
    clock.advance(PAUSE);
    isUnavailable(keys, "k1", "it took longer than 50 ms");

    clock.advance(PAUSE);
    isUnavailable(keys, "k1", "the fetches before it do not come to their end");
    assertThat(server.fetches()).isEqualTo(2);

    server.goOn();
    clock.advance(PAUSE);
    fetched(3);
    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  @Test
  void launchWaitsForItsOwnLimitHoweverLongTheFetchIsUnderWay() {
    sets.close();
    sets = new RemoteKeySets(clock, limits(Duration.ofSeconds(20), Duration.ofMillis(300)), server);
    server.hang();
    KeyResolver keys = activated();
    fetched(1);

    for (int i = 0; i < 2; i++) {
      long from = System.nanoTime();
      isUnavailable(keys, "k1", "it was not there in time");
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isBetween(Duration.ofMillis(300), Duration.ofMillis(3_000));
    }
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void fetchThatHangsWhereNothingCanEndItIsGivenUpAndTheNextOneStarts() {
    sets.close();
    sets = new RemoteKeySets(clock, limits(Duration.ofMillis(100), Duration.ofSeconds(20)), server);
    server.hang();
    KeyResolver keys = activated();

    isUnavailable(keys, "k1", "it took longer than 100 ms");
    FakeServer unused = server;
    clock.advance(PAUSE);
    Eventually.holds("the next", () -> unused.fetches() == 2);
  }

  @Test
  void fetchThatEndsAfterItWasGivenUpChangesNothing() {
    sets.close();
    sets = new RemoteKeySets(clock, limits(Duration.ofMillis(100), Duration.ofSeconds(20)), server);
    server.hang();
    KeyResolver keys = activated();
    isUnavailable(keys, "k1", "it took longer than 100 ms");

    server.goOn();

    isUnavailable(keys, "k1", "it took longer than 100 ms");
    assertThat(log.startingWith("INFO")).isEmpty();
  }

  @Test
  void interruptedLaunchIsUnavailableAndStaysInterrupted() throws Exception {
    server.hang();
    KeyResolver keys = activated();
    AtomicBoolean interrupted = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              isUnavailable(keys, "k1", "the wait for it was interrupted");
              interrupted.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    thread.interrupt();
    thread.join(TimeUnit.SECONDS.toMillis(10));

    assertThat(interrupted).isTrue();
  }

  @Test
  void randomKidsNeverMakeAKnownKeyWait() throws Exception {
    KeyResolver keys = activated();
    ask(keys, "k1");
    clock.advance(PAUSE);
    server.hang();
    AtomicBoolean stop = new AtomicBoolean();
    List<Future<?>> attackers =
        IntStream.range(0, 20)
            .<Future<?>>mapToObj(i -> launches.submit(() -> attack(keys, stop)))
            .toList();
    fetched(2);

    long from = System.nanoTime();
    for (int i = 0; i < 2_000; i++) {
      assertThat(ask(keys, "k1")).containsExactly("k1");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
    assertThat(server.fetches()).isEqualTo(2);
    stop.set(true);
    server.goOn();
    for (Future<?> attacker : attackers) {
      attacker.get();
    }
  }

  private static void attack(KeyResolver keys, AtomicBoolean stop) {
    for (int i = 0; !stop.get(); i++) {
      try {
        ask(keys, "random" + i);
      } catch (LaunchUnavailableException e) {
        assertThat(e).hasMessageEndingWith("too many launches wait for it");
        pauseAMilli();
      }
    }
  }

  private static void pauseAMilli() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // -- refreshing, failing, recovering

  @Test
  void staleKeysAreFetchedAnewInTheBackgroundWhileTheyServeOn() {
    server.freshFor(Duration.ofMinutes(10));
    KeyResolver keys = activated();
    ask(keys, "k1");
    server.publishes(rsa("k2"));
    server.hang();
    clock.advance(Duration.ofMinutes(10).minus(MILLI));
    assertThat(ask(keys, "k1")).containsExactly("k1");
    assertThat(server.fetches()).isEqualTo(1);

    clock.advance(MILLI);
    fetched(2);
    assertThat(ask(keys, "k1")).containsExactly("k1");

    server.goOn();
    Eventually.holds("the new key", () -> ask(keys, "k1").isEmpty());
    assertThat(ask(keys, "k2")).containsExactly("k2");
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  @Clause("V-17")
  void goodKeysServeForAsLongAsTheyAreKeptAndThenThereIsNoVerdict() {
    KeyResolver keys = activated(FetchSettings.builder().keepKeysFor(Duration.ofHours(2)).build());
    ask(keys, "k1");
    server.fails("the server answered 500");

    clock.advance(Duration.ofHours(2));
    fetched(2);
    assertThat(ask(keys, "k1")).containsExactly("k1");
    clock.advance(MILLI);
    isUnavailable(keys, "k1", "the server answered 500");
    Eventually.holds(
        "one line that says so",
        () ->
            log.startingWith("WARN").stream().filter(line -> line.contains("too old")).count()
                == 1);
  }

  @Test
  void freshKeysAreFetchedAnewAfterHalfOfTheTimeForWhichTheyAreKept() {
    server.freshFor(Duration.ofHours(24));
    KeyResolver keys = activated(FetchSettings.builder().keepKeysFor(Duration.ofHours(2)).build());
    ask(keys, "k1");

    clock.advance(Duration.ofHours(1));
    fetched(2);
  }

  @Test
  void setThatIsRefusedLeavesTheGoodKeysInPlace() {
    KeyResolver keys = activated();
    ask(keys, "k1");
    server.publishes(rsa("k2"), ec("k2"));
    clock.advance(PAUSE);

    isUnavailable(keys, "k2", "the set has two keys with the kid \"k2\"");
    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  @Test
  void failingServerIsAskedWithGrowingPausesAndLoggedOnce() {
    server.fails("the server answered 500");
    KeyResolver keys = activated();
    fetched(1);
    booked(keys, "the server answered 500");
    int expected = 1;
    for (int seconds : new int[] {30, 60, 120, 240, 300, 300}) {
      clock.advance(Duration.ofSeconds(seconds).minus(MILLI));
      ticks();
      assertThat(server.fetches()).isEqualTo(expected);
      clock.advance(MILLI);
      expected++;
      fetched(expected);
      booked(keys, "the server answered 500");
    }
    assertThat(log.startingWith("WARN"))
        .containsExactly(
            "WARNING JWKS of partner xis at xis.example: the fetch failed: the server answered 500;"
                + " launches that need its keys are answered 503");

    server.publishes(rsa("k1"));
    clock.advance(Duration.ofMinutes(5));
    Eventually.holds("one line of recovery", () -> !log.startingWith("INFO").isEmpty());
    assertThat(log.startingWith("INFO"))
        .containsExactly("INFO JWKS of partner xis at xis.example: fetched again");
  }

  /**
   * Waits until a fetch that was counted has its consequences, too: the next one is due by the
   * clock as it stands when this one ends. A launch within the pause joins it, or gets what it
   * brought.
   */
  private static void booked(KeyResolver keys, String failure) {
    isUnavailable(keys, "k1", failure);
  }

  /** Long enough for what is due to start and end. */
  private void ticks() {
    RemoteKeySets other = new RemoteKeySets(clock, PATIENT, new FakeServer());
    RemoteKeySet set = other.at("other", URL);
    other.activate(FetchSettings.defaults(), Set.of(set));
    ask(view(set), "k1");
    pauseAMilli();
    other.close();
  }

  @Test
  void warningSaysUntilWhenTheGoodKeysServe() {
    KeyResolver keys = activated();
    ask(keys, "k1");
    server.fails("the server answered 500");
    clock.advance(Duration.ofMinutes(10));

    Eventually.holds("a warning", () -> !log.startingWith("WARN").isEmpty());
    assertThat(log.startingWith("WARN").get(0))
        .endsWith("; the keys of 2026-11-22T10:00:00Z stay in use until 2026-11-23T10:00:00Z");
  }

  @Test
  void brokenConnectionIsAFailureWithItsReason() {
    server.breaks(new IOException("Connection reset\nfake"));

    isUnavailable(activated(), "k1", "the connection failed: Connection reset.fake");
  }

  @Test
  void errorEndsTheFetchAsAFailureAndTheNextOneStarts() {
    server.breaks(new NoClassDefFoundError("x"));
    KeyResolver keys = activated();
    isUnavailable(keys, "k1", "it failed with java.lang.NoClassDefFoundError");

    server.publishes(rsa("k1"));
    clock.advance(PAUSE);
    Eventually.holds("the next", () -> server.fetches() >= 2);
    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  @Test
  void otherSettingsEndALongPause() {
    server.fails("the proxy answered 403");
    KeyResolver keys = activated();
    for (int i = 1; i <= 4; i++) {
      fetched(i);
      booked(keys, "the proxy answered 403");
      clock.advance(Duration.ofMinutes(5));
    }
    fetched(5);
    booked(keys, "the proxy answered 403");
    clock.advance(PAUSE);
    ticks();
    assertThat(server.fetches()).isEqualTo(5);

    activated(FetchSettings.builder().proxy("proxy.example", 3128).build());
    fetched(6);
  }

  @Test
  void limitsAreThoseOfTheDocument() {
    assertThat(Limits.STANDARD.connect()).isEqualTo(Duration.ofSeconds(2));
    assertThat(Limits.STANDARD.whole()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Limits.STANDARD.waiting()).isEqualTo(Duration.ofSeconds(5));
    assertThat(Limits.STANDARD.pause()).isEqualTo(Duration.ofSeconds(30));
    assertThat(Limits.STANDARD.longestPause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(FetchSettings.defaults().keepKeysFor()).isEqualTo(Duration.ofHours(24));
    assertThat(FetchSettings.defaults().maxWaiting()).isEqualTo(16);
    assertThat(FetchSettings.defaults().allowPrivateAddresses()).isFalse();
  }
}
