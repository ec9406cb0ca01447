package org.launchgate.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;

/**
 * What every key resolver has to keep, wherever its keys come from.
 *
 * <p>A resolver's own test extends this. {@link #given} puts keys where the resolver finds them,
 * {@link #resolver} is the resolver itself, and {@link #partnerOfADeadSource} a partner whose
 * source does not answer. A resolver that keeps less than a {@link PartnerKey} can hold, or that
 * may ask its source only now and then, says so by the other methods.
 */
public abstract class KeyResolverContract {
  private static final SigningAlgorithm ES256 = SigningAlgorithm.ES256;
  private static final SigningAlgorithm RS256 = SigningAlgorithm.RS256;

  private static final String KEY_ID = "Key-1 %_é";
  private static final int THREADS = 8;
  private static final int ROUNDS = 100;
  private static final int UNKNOWN_IDS = 500;
  private static final Duration ALL_UNKNOWN_IDS = Duration.ofSeconds(20);

  /** What looks like {@link #KEY_ID}, to a database, a file system or a reader. */
  private static final List<String> RESEMBLING =
      List.of(
          "key-1 %_é",
          "KEY-1 %_É",
          "Key-1 %_é ",
          " Key-1 %_é",
          "Key-1 %_e",
          "Key-1 %_e\u0301",
          "Key-1",
          "Key-1 %_éé",
          "Key-1 ab",
          "Key-1 %_é\u0000",
          "%",
          "Key%",
          "_________",
          "*",
          "");

  private static final List<String> HOSTILE =
      List.of(
          "' OR '1'='1",
          "\" OR \"\"=\"",
          "'; DROP TABLE launch_key; --",
          "x' UNION SELECT 1 --",
          "\\",
          "../../../../etc/passwd",
          "file:///etc/passwd",
          "https://127.0.0.1/keys",
          "*)(uid=*",
          "${jndi:ldap://127.0.0.1/x}",
          "\r\nSet-Cookie: a=b",
          "\u0000",
          "\t",
          "\u202e1-yeK",
          "\ud800",
          "k".repeat(300),
          "k".repeat(200_000));

  /**
   * Puts these keys where the resolver finds the keys of this partner.
   *
   * @param partner of the profile {@code exorlive}, with an id of its own
   * @param keys each for one algorithm; ids are not repeated within a partner
   * @return what the builder makes, by then with what the resolver needs to find the keys
   */
  protected abstract Partner given(Partner.Builder partner, List<PartnerKey> keys);

  /** The resolver under test; asked for once in a test, when all its keys are given. */
  protected abstract KeyResolver resolver();

  /**
   * A partner whose keys were never read and whose source does not answer; called before {@link
   * #resolver}. Default: empty, for a resolver that has nothing to ask.
   */
  protected Optional<Partner> partnerOfADeadSource(Partner.Builder partner) {
    return Optional.empty();
  }

  /** How often the source has been asked until now. Default: 0, for one that is not counted. */
  protected long sourceCalls() {
    return 0;
  }

  /**
   * How often that many questions for keys that do not exist may ask the source. Default: once a
   * question; a source that is far away overrides it.
   */
  protected long sourceCallsAllowed(int questions) {
    return questions;
  }

  /** Whether a key can have no id. Default: yes. */
  protected boolean keepsKeysWithoutId() {
    return true;
  }

  /** Whether a key can have a first and a last instant. Default: yes. */
  protected boolean keepsValidity() {
    return true;
  }

  @Test
  void keyIsFoundByItsIdAndBoundToItsAlgorithm() {
    PartnerKey ec = Keys.ec(KEY_ID, 0);
    PartnerKey rsa = Keys.rsa("rsa-1");
    Partner xis = given(partner("contract-xis"), List.of(ec, rsa));
    KeyResolver resolver = resolver();

    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), ec);
    assertSame(resolver.resolve(xis, Optional.of("rsa-1"), RS256), rsa);
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), ec);
  }

  @Test
  void keyIsGivenForNoAlgorithmButItsOwn() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0), Keys.rsa("rsa-1")));
    KeyResolver resolver = resolver();

    for (SigningAlgorithm other : SigningAlgorithm.values()) {
      if (other != ES256) {
        assertThat(usable(resolver, xis, KEY_ID, other)).as("%s", other).isEmpty();
      }
      if (other != RS256) {
        assertThat(usable(resolver, xis, "rsa-1", other)).as("%s", other).isEmpty();
      }
    }
  }

  @Test
  void unknownKeyIdGivesAnEmptyListAndNeverAnotherKey() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();

    assertThat(resolver.resolve(xis, Optional.of("nobody"), ES256)).isNotNull().isEmpty();
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
  }

  @Test
  void keyIdThatOnlyLooksLikeTheKeysGivesNothing() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();

    assertThat(RESEMBLING)
        .allSatisfy(id -> assertThat(resolver.resolve(xis, Optional.of(id), ES256)).isEmpty());
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
  }

  @Test
  void hostileKeyIdGivesNothingAndHarmsNothing() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();

    assertThat(HOSTILE)
        .allSatisfy(id -> assertThat(resolver.resolve(xis, Optional.of(id), ES256)).isEmpty());
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
  }

  @Test
  void keyIdOfAnotherPartnerGivesNothing() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec("xis-1", 0)));
    Partner his = given(partner("contract-his"), List.of(Keys.ec("his-1", 1)));
    KeyResolver resolver = resolver();

    assertThat(resolver.resolve(xis, Optional.of("his-1"), ES256)).isEmpty();
    assertThat(resolver.resolve(his, Optional.of("xis-1"), ES256)).isEmpty();
    assertSame(resolver.resolve(his, Optional.of("his-1"), ES256), Keys.ec("his-1", 1));
    assertThat(resolver.resolve(xis, Optional.of("his-1"), ES256)).isEmpty();
  }

  @Test
  void sameKeyIdOfTwoPartnersGivesEachItsOwnKey() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    Partner his = given(partner("contract-his"), List.of(Keys.ec(KEY_ID, 1)));
    KeyResolver resolver = resolver();

    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
    assertSame(resolver.resolve(his, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 1));
  }

  @Test
  void partnerWithoutKeysGetsNoneOfAnotherOne() {
    given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();

    for (String id : List.of("nobody", "Contract-XIS", "contract-xi", "contract-xis1")) {
      Partner other = partner(id).build();
      assertThat(resolver.resolve(other, Optional.of(KEY_ID), ES256)).as(id).isEmpty();
      assertThat(resolver.resolve(other, Optional.empty(), ES256)).as(id).isEmpty();
    }
  }

  @Test
  void withoutKeyIdTheKeysOfThePartnerAreGivenAndNoOthers() {
    PartnerKey first = Keys.ec("xis-1", 0);
    PartnerKey second = Keys.ec("xis-2", 2);
    Partner xis = given(partner("contract-xis"), List.of(first, second));
    given(partner("contract-his"), List.of(Keys.ec("his-1", 1)));

    assertSame(resolver().resolve(xis, Optional.empty(), ES256), first, second);
  }

  @Test
  void keyWithoutIdIsForTokensWithoutIdAlone() {
    assumeTrue(keepsKeysWithoutId(), "every key has an id");
    PartnerKey named = Keys.ec(KEY_ID, 0);
    PartnerKey nameless = Keys.ec(null, 1);
    Partner xis = given(partner("contract-xis"), List.of(named, nameless));
    KeyResolver resolver = resolver();

    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), named);
    assertThat(List.of("", "null", "another"))
        .allSatisfy(id -> assertThat(resolver.resolve(xis, Optional.of(id), ES256)).isEmpty());
    assertSame(resolver.resolve(xis, Optional.empty(), ES256), named, nameless);
  }

  /** The verifier looks at the clock; the resolver hands over by when the key may be used. */
  @Test
  void keyKeepsItsFirstAndItsLastInstant() {
    assumeTrue(keepsValidity(), "keys have no validity");
    Instant first = Instant.parse("2001-01-01T00:00:00Z");
    Instant last = Instant.parse("2101-01-01T00:00:00Z");
    Partner xis =
        given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0).validBetween(first, last)));

    assertThat(resolver().resolve(xis, Optional.of(KEY_ID), ES256))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.notBefore()).contains(first);
              assertThat(key.notAfter()).contains(last);
            });
  }

  @Test
  void whatACallerDoesToAnAnswerChangesNoLaterOne() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();

    for (Optional<String> id : List.of(Optional.of(KEY_ID), Optional.<String>empty())) {
      try {
        resolver.resolve(xis, id, ES256).clear();
      } catch (UnsupportedOperationException expected) {
        // unmodifiable is as good as a copy
      }
      assertSame(resolver.resolve(xis, id, ES256), Keys.ec(KEY_ID, 0));
    }
  }

  @Test
  void keysThatDoNotExistAreCheapToAskFor() {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    KeyResolver resolver = resolver();
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
    long before = sourceCalls();

    assertTimeout(
        ALL_UNKNOWN_IDS,
        () ->
            assertThat(IntStream.range(0, UNKNOWN_IDS))
                .allSatisfy(
                    i ->
                        assertThat(resolver.resolve(xis, Optional.of("nobody-" + i), ES256))
                            .isEmpty()));

    assertThat(sourceCalls() - before).isLessThanOrEqualTo(sourceCallsAllowed(UNKNOWN_IDS));
    assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
  }

  @Test
  void manyThreadsGetWhatOneGets() throws Exception {
    Partner xis = given(partner("contract-xis"), List.of(Keys.ec(KEY_ID, 0)));
    Partner his = given(partner("contract-his"), List.of(Keys.ec(KEY_ID, 1)));
    KeyResolver resolver = resolver();
    // What is unknown is asked for once before, so that a fetch for it is none of this test's.
    resolver.resolve(xis, Optional.of("nobody"), ES256);

    inThreads(
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            assertSame(resolver.resolve(xis, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 0));
            assertSame(resolver.resolve(his, Optional.of(KEY_ID), ES256), Keys.ec(KEY_ID, 1));
            assertThat(resolver.resolve(xis, Optional.of("nobody"), ES256)).isEmpty();
          }
        });
  }

  @Test
  void sourceThatDoesNotAnswerIsNoVerdictAndNotAMissingKey() {
    Optional<Partner> partner = partnerOfADeadSource(partner("contract-dead"));
    assumeTrue(partner.isPresent(), "there is no source that could be dead");
    KeyResolver resolver = resolver();

    for (Optional<String> id : List.of(Optional.of("kid-4711"), Optional.<String>empty())) {
      assertThatThrownBy(() -> resolver.resolve(partner.get(), id, ES256))
          .isInstanceOf(LaunchUnavailableException.class)
          .message()
          .isNotBlank()
          .doesNotContain("kid-4711");
    }
  }

  private static Partner.Builder partner(String id) {
    return Partner.builder(id, TestPartner.profile("exorlive"));
  }

  /** The keys that the verifier would try. */
  private static List<PartnerKey> usable(
      KeyResolver resolver, Partner partner, String keyId, SigningAlgorithm algorithm) {
    return resolver.resolve(partner, Optional.of(keyId), algorithm).stream()
        .filter(key -> key.algorithms().contains(algorithm))
        .toList();
  }

  private static void assertSame(List<PartnerKey> found, PartnerKey... expected) {
    assertThat(found).isNotNull();
    assertThat(found.stream().map(Keys::shown))
        .containsExactlyInAnyOrderElementsOf(Set.of(expected).stream().map(Keys::shown).toList());
  }

  private static void inThreads(Runnable task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        ends.add(
            pool.submit(
                () -> {
                  start.await();
                  task.run();
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Key pairs that are made once; a key of one number is the same under every id. */
  private static final class Keys {
    private static final List<Key> EC =
        IntStream.range(0, 3).<Key>mapToObj(i -> TestPartner.ec(256).getPublic()).toList();

    private Keys() {}

    static PartnerKey ec(@Nullable String keyId, int number) {
      return PartnerKey.of(keyId, EC.get(number), Set.of(ES256));
    }

    static PartnerKey rsa(String keyId) {
      return PartnerKey.of(keyId, TestPartner.RSA.getPublic(), Set.of(RS256));
    }

    /** What two equal keys have in common, whichever key factory made them. */
    static String shown(PartnerKey key) {
      return key.keyId()
          + " "
          + key.algorithms()
          + " "
          + Base64.getEncoder().encodeToString(key.key().getEncoded());
    }
  }
}
