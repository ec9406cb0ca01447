package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;

/** The sets of a deployment over time: reloads, removed partners, the end. */
@Timeout(30)
class RemoteKeySetsTest {
  private static final URI ADDRESS = URI.create("https://xis.example/jwks.json");
  private static final FetchSettings SETTINGS = FetchSettings.defaults();

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final FakeServer server = new FakeServer();
  private final RemoteKeySets sets = new RemoteKeySets(clock, Limits.STANDARD, server);

  @BeforeEach
  void noThreadIsLeftOfOtherTests() {
    Eventually.noThreadsAreLeft();
  }

  @AfterEach
  void close() {
    server.goOn();
    sets.close();
  }

  private static KeyResolver view(RemoteKeySet set) {
    return set.resolver(Set.of(RS256), Set.of());
  }

  private static boolean knows(KeyResolver keys, String keyId) {
    return !keys.resolve(TestPartner.zorgdomein(), Optional.of(keyId), RS256).isEmpty();
  }

  private RemoteKeySet activated() {
    RemoteKeySet set = sets.at("xis", ADDRESS);
    sets.activate(SETTINGS, Set.of(set));
    return set;
  }

  @Test
  void nothingIsStartedBeforeTheFirstSetIsActivated() {
    KeyResolver idle = view(sets.at("xis", ADDRESS));
    sets.activate(SETTINGS, Set.of());

    assertThatThrownBy(() -> knows(idle, "k1"))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageEndingWith("it is not in use any more, or not yet");
    Eventually.noThreadsAreLeft();
    assertThat(server.fetches()).isZero();
  }

  @Test
  void activationStartsTheFirstFetchWithoutALaunch() {
    activated();

    Eventually.holds("a fetch", () -> server.fetches() == 1);
  }

  @Test
  void threadsAreDaemonsOfTheirNameWithoutTheClassLoaderOfTheApplication() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    server.hang();
    try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(application);
      activated();
      Eventually.holds("a fetch", () -> server.fetches() == 1);
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(Eventually.threads())
        .containsExactlyInAnyOrder("launchgate-jwks-timer-1", "launchgate-jwks-fetch-1");
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(each -> each.getName().startsWith("launchgate-"))
        .allSatisfy(
            each -> {
              assertThat(each.isDaemon()).isTrue();
              assertThat(each.getContextClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
            });
  }

  @Test
  void closingEndsEveryThread() {
    activated();
    Eventually.holds("threads", () -> Eventually.threads().size() == 2);

    sets.close();

    Eventually.noThreadsAreLeft();
    sets.close();
    assertThatIllegalStateException().isThrownBy(() -> sets.at("xis", ADDRESS));
    assertThatIllegalStateException().isThrownBy(() -> sets.activate(SETTINGS, Set.of()));
  }

  @Test
  void closingEndsAFetchThatHangsOnTheNetwork() throws Exception {
    RemoteKeySets real = new RemoteKeySets(clock);
    try (RawServer silent = new RawServer(null, socket -> Thread.sleep(20_000))) {
      RemoteKeySet set = real.at("xis", silent.url());
      real.activate(FetchSettings.builder().allowPrivateAddresses(true).build(), Set.of(set));
      Eventually.holds("a connection", () -> silent.connections() == 1);

      long from = System.nanoTime();
      real.close();

      Eventually.noThreadsAreLeft();
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void withNoSetLeftTheThreadsEndAndStartAgainWithTheNext() {
    activated();
    sets.activate(SETTINGS, Set.of());
    Eventually.noThreadsAreLeft();

    assertThat(knows(view(activated()), "k1")).isTrue();
  }

  @Test
  void viewMadeAfterAReloadSeesTheKeysThatAreHere() {
    RemoteKeySet before = activated();
    assertThat(knows(view(before), "k1")).isTrue();
    clock.advance(Duration.ofMinutes(1));

    RemoteKeySet after = activated();

    assertThat(after).isSameAs(before);
    assertThat(knows(view(after), "k1")).isTrue();
    assertThat(server.fetches()).isEqualTo(1);
  }

  @Test
  void viewsBeforeAndAfterAReloadSeeWhatIsFetchedLater() {
    RemoteKeySet set = activated();
    KeyResolver before = view(set);
    assertThat(knows(before, "k1")).isTrue();
    KeyResolver after = view(activated());
    server.publishes(rsa("k2"));
    clock.advance(Duration.ofSeconds(30));

    assertThat(knows(after, "k2")).isTrue();
    assertThat(knows(before, "k2")).isTrue();
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void wrongFileThatNamesAnotherSetChangesNothing() {
    RemoteKeySet good = activated();
    RemoteKeySet ofAWrongFile = sets.at("other", ADDRESS);

    assertThat(knows(view(good), "k1")).isTrue();
    assertThat(server.fetches()).isEqualTo(1);
    sets.activate(SETTINGS, Set.of(good));
    assertThat(sets.at("other", ADDRESS)).isNotSameAs(ofAWrongFile);
  }

  @Test
  void viewOfAClosedSetServesTheKeysThatAreHereAndFetchesNothing() {
    KeyResolver old = view(activated());
    assertThat(knows(old, "k1")).isTrue();

    sets.activate(SETTINGS, Set.of());

    assertThat(knows(old, "k1")).isTrue();
    assertThat(knows(old, "k2")).isFalse();
    clock.advance(Duration.ofMinutes(30));
    assertThat(knows(old, "k1")).isTrue();
    assertThatThrownBy(() -> knows(old, "k2")).isInstanceOf(LaunchUnavailableException.class);
    assertThat(server.fetches()).isEqualTo(1);
    sets.close();
    assertThat(knows(old, "k1")).isTrue();
  }

  @Test
  void launchThatWaitsForASetThatIsClosedIsUnavailableAtOnce() throws Exception {
    server.hang();
    KeyResolver keys = view(activated());
    Eventually.holds("a fetch", () -> server.fetches() == 1);
    Future<Boolean> launch = CompletableFuture.supplyAsync(() -> knows(keys, "k1"));
    Eventually.holds("it waits", () -> isWaiting());

    sets.activate(SETTINGS, Set.of());

    assertThatThrownBy(launch::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageEndingWith("it is not in use any more");
  }

  private static boolean isWaiting() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(stack -> List.of(stack).stream())
        .anyMatch(
            frame ->
                frame.getClassName().equals(RemoteKeySet.class.getName())
                    && frame.getMethodName().equals("await"));
  }

  @Test
  void partnersWithOneAddressHaveSetsOfTheirOwn() {
    RemoteKeySet one = sets.at("one", ADDRESS);
    RemoteKeySet two = sets.at("two", ADDRESS);
    sets.activate(SETTINGS, Set.of(one, two));

    assertThat(one).isNotSameAs(two);
    assertThat(knows(view(one), "k1")).isTrue();
    assertThat(knows(view(two), "k1")).isTrue();
    assertThat(server.fetches()).isEqualTo(2);
  }

  @Test
  void setThatWasForgottenCannotBeActivated() {
    RemoteKeySet old = activated();
    sets.activate(SETTINGS, Set.of());
    RemoteKeySet fresh = sets.at("xis", ADDRESS);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.activate(SETTINGS, Set.of(old, fresh)));
    assertThat(fresh).isNotSameAs(old);
    Eventually.noThreadsAreLeft();
  }

  @Test
  void addressThatNoSetMayHaveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sets.at("xis", URI.create("http://xis.example/")))
        .withMessage("the address of a JWKS must start with https://");
  }

  @Test
  void setTellsItsPartnerAndAddressButShowsNoPath() {
    RemoteKeySet set = sets.at("xis", ADDRESS);

    assertThat(set.partnerId()).isEqualTo("xis");
    assertThat(set.url()).isEqualTo(ADDRESS);
    assertThat(set).hasToString("RemoteKeySet[JWKS of partner xis at xis.example]");
  }

  @Test
  void settingsOutsideTheirBoundsAreRefusedAndTheEdgesTaken() throws Exception {
    FetchSettings.Builder settings = FetchSettings.builder();
    settings.keepKeysFor(Duration.ofMinutes(5)).keepKeysFor(Duration.ofDays(30));
    settings.maxWaiting(1).maxWaiting(1_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.keepKeysFor(Duration.ofMinutes(5).minusMillis(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.keepKeysFor(Duration.ofDays(30).plusMillis(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.maxWaiting(0));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.maxWaiting(1_001));
    KeyStore empty = KeyStore.getInstance(KeyStore.getDefaultType());
    empty.load(null, null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.trustStore(empty))
        .withMessage("the trust store holds no certificate to trust");
    assertThat(settings.build())
        .hasToString(
            "FetchSettings[allowPrivateAddresses=false, keepKeysFor=PT720H, maxWaiting=1000,"
                + " proxy of the JVM, trust store of the JVM]");
  }
}
