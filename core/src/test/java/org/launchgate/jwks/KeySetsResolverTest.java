package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.jwks.TestJwks.rsaWithoutKeyId;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.net.URI;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.MovableClock;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** One partner with several sets, tokens without kid, and what all launches wait for together. */
@Timeout(30)
class KeySetsResolverTest {
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration MILLI = Duration.ofMillis(1);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final Map<String, FakeServer> servers = new LinkedHashMap<>();
  private final ExecutorService launches = Executors.newCachedThreadPool();
  private RemoteKeySets sets = setsWaiting(Duration.ofSeconds(20));

  private RemoteKeySets setsWaiting(Duration waiting) {
    Limits usual = Limits.STANDARD;
    return new RemoteKeySets(
        clock,
        new Limits(
            usual.connect(),
            Duration.ofSeconds(20),
            waiting,
            usual.pause(),
            usual.longestPause(),
            Duration.ofMillis(10)),
        (url, settings, socket) -> server(url.host()).fetch(url, settings, socket));
  }

  private FakeServer server(String host) {
    synchronized (servers) {
      return servers.computeIfAbsent(host, name -> new FakeServer());
    }
  }

  private int fetches() {
    synchronized (servers) {
      return servers.values().stream().mapToInt(FakeServer::fetches).sum();
    }
  }

  @AfterEach
  void close() {
    synchronized (servers) {
      servers.values().forEach(FakeServer::goOn);
    }
    sets.close();
    launches.shutdownNow();
  }

  /** A resolver of the partner over sets at these hosts, which are fetched from now on. */
  private KeyResolver over(FetchSettings settings, String... hosts) {
    Map<RemoteKeySet, UnaryOperator<PartnerKey>> own = new LinkedHashMap<>();
    for (String host : hosts) {
      own.put(sets.at("xis", URI.create("https://" + host + "/")), UnaryOperator.identity());
    }
    sets.activate(settings, new LinkedHashSet<>(own.keySet()));
    return KeySetsResolver.of(Set.of(RS256), Set.of(), own);
  }

  private KeyResolver over(String... hosts) {
    KeyResolver keys = over(FetchSettings.defaults(), hosts);
    Eventually.holds("every first fetch", () -> fetches() == hosts.length);
    return keys;
  }

  private static List<String> ask(KeyResolver keys, String keyId) {
    return keys.resolve(TestPartner.zorgdomein(), Optional.of(keyId), RS256).stream()
        .map(key -> key.keyId().orElse("none"))
        .toList();
  }

  private static void isUnavailable(KeyResolver keys, String keyId, String reason) {
    assertThatThrownBy(() -> ask(keys, keyId))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageEndingWith(reason);
  }

  @Test
  void unknownKidsCauseOneFetchInThePauseHoweverManySetsThereAre() {
    server("b").publishes(rsa("k2"));
    KeyResolver keys = over("a", "b");
    assertThat(ask(keys, "k1")).containsExactly("k1");
    clock.advance(PAUSE);

    assertThat(ask(keys, "x1")).isEmpty();
    assertThat(ask(keys, "x2")).isEmpty();
    clock.advance(PAUSE.minus(MILLI));
    assertThat(ask(keys, "x3")).isEmpty();
    assertThat(fetches()).isEqualTo(3);
    clock.advance(MILLI);
    assertThat(ask(keys, "x4")).isEmpty();
    assertThat(fetches()).isEqualTo(4);
  }

  @Test
  void setsTakeTurnsSoANewKeyIsFoundInEach() {
    KeyResolver keys = over("a", "b");
    ask(keys, "x");
    server("a").publishes(rsa("k2"));
    server("b").publishes(rsa("k3"));
    clock.advance(PAUSE);

    List<String> first = new ArrayList<>(ask(keys, "k2"));
    first.addAll(ask(keys, "k3"));
    assertThat(first).hasSize(1);
    clock.advance(PAUSE);
    assertThat(ask(keys, "k2")).containsExactly("k2");
    assertThat(ask(keys, "k3")).containsExactly("k3");
    assertThat(fetches()).isEqualTo(4);
  }

  @Test
  void setThatWasNotAskedForLongerThanARoundGivesNoVerdict() {
    KeyResolver keys = over("a", "b");
    ask(keys, "x");
    clock.advance(PAUSE.multipliedBy(2));

    isUnavailable(keys, "x", "it is the turn of another key set of the partner");
    assertThat(fetches()).isEqualTo(3);
    clock.advance(PAUSE);
    assertThat(ask(keys, "x")).isEmpty();
    assertThat(fetches()).isEqualTo(4);
  }

  @Test
  void keyInMemoryWaitsForNoOtherSet() {
    server("a").hang();
    server("b").publishes(rsa("k2"));
    KeyResolver keys = over("a", "b");
    Eventually.holds("at hand", () -> !keys.atHand(TestPartner.zorgdomein(), RS256).isEmpty());

    assertThat(ask(keys, "k2")).containsExactly("k2");
  }

  @Test
  void keyOfAnotherSetIsFoundThoughOneFails() {
    server("a").fails("the server answered 500");
    server("b").publishes(rsa("k2"));
    KeyResolver keys = over("a", "b");

    assertThat(ask(keys, "k2")).containsExactly("k2");
    isUnavailable(keys, "k3", "the server answered 500");
  }

  @Test
  void launchWaitsItsLimitForAllSetsTogether() {
    sets.close();
    sets = setsWaiting(Duration.ofSeconds(1));
    List.of("a", "b", "c", "d").forEach(host -> server(host).hang());
    KeyResolver keys = over("a", "b", "c", "d");

    long from = System.nanoTime();
    isUnavailable(keys, "k1", "it was not there in time");
    assertThat(Duration.ofNanos(System.nanoTime() - from))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void launchesThatWaitAreBoundedForTheWholeDeployment() {
    KeyResolver keys = over(FetchSettings.builder().maxWaiting(1_000).build(), "a");
    ask(keys, "k1");
    server("a").hang();
    clock.advance(PAUSE);
    List<Future<List<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < WaitingLaunches.MOST_OF_ALL + 6; i++) {
      Callable<List<String>> launch = () -> ask(keys, "x");
      waiting.add(launches.submit(launch));
    }

    Eventually.holds("6 are sent away", () -> waiting.stream().filter(Future::isDone).count() == 6);
    isUnavailable(keys, "x", "too many launches wait for key sets");
    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  @Nested
  class WithoutKid {
    private final LaunchVerifier verifier = verifier();

    private LaunchVerifier verifier() {
      server("a").publishes(rsaWithoutKeyId(TestJwks.RSA));
      Partner partner =
          Partner.builder("xis", TestPartner.profile("exorlive"))
              .algorithms(Set.of(RS256))
              .pathOnly(true)
              .furtherKeys(over("a"))
              .build();
      return LaunchVerifier.builder()
          .partners(ConfiguredPartners.of(List.of(partner)))
          .clock(clock)
          .build();
    }

    private Verdict verify(KeyPair signer) {
      return verifier.verify(
          TestPartner.exorliveToken()
              .header("alg", "RS256")
              .withoutHeader("kid")
              .claim("jti", "t-" + System.nanoTime())
              .signedBy(signer.getPrivate())
              .token(),
          Arrival.form("payload").atPartner("xis"));
    }

    private void isRefused() {
      assertThat(((Verdict.Refused) verify(TestJwks.OTHER_RSA)).refusal().reason())
          .isEqualTo(RefusalReason.SIGNATURE_INVALID);
    }

    @Test
    void signatureOfNoKeyCausesOneFetchInThePauseAndIsDecidedByIt() {
      assertThat(verify(TestJwks.RSA)).isInstanceOf(Verdict.Accepted.class);
      isRefused();
      assertThat(fetches()).isEqualTo(1);

      clock.advance(PAUSE);
      isRefused();
      isRefused();
      assertThat(fetches()).isEqualTo(2);
      server("a").publishes(rsaWithoutKeyId(TestJwks.OTHER_RSA));
      clock.advance(PAUSE);
      assertThat(verify(TestJwks.OTHER_RSA)).isInstanceOf(Verdict.Accepted.class);
      assertThat(fetches()).isEqualTo(3);
    }

    @Test
    void signatureOfAKeyInMemoryWaitsForNobody() {
      verify(TestJwks.RSA);
      server("a").hang();
      clock.advance(PAUSE);

      assertThat(verify(TestJwks.RSA)).isInstanceOf(Verdict.Accepted.class);
      assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void signatureOfNoKeyHasNoVerdictWhereTheFetchFails() {
      verify(TestJwks.RSA);
      server("a").fails("the server answered 500");
      clock.advance(PAUSE);

      assertThatThrownBy(() -> verify(TestJwks.OTHER_RSA))
          .isInstanceOf(LaunchUnavailableException.class)
          .hasMessageEndingWith("the server answered 500");
      assertThat(verify(TestJwks.RSA)).isInstanceOf(Verdict.Accepted.class);
    }
  }
}
