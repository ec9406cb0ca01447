package org.launchgate;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.VerifierFixture.QUERY;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.partner.PartnersFile;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/** The verifier as a whole: settings, what it asks outside, order, and one use. */
class LaunchVerifierTest {
  private final VerifierFixture at = new VerifierFixture();

  private LaunchVerifier.Builder both() {
    return LaunchVerifier.builder().partners(TestPartner.both()).clock(at.clock);
  }

  @Test
  void withoutPartnersIsNotBuilt() {
    assertThatThrownBy(() -> LaunchVerifier.builder().build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("partners");
  }

  @Test
  void withAPartnerThatHasNoKeyAndNoResolverIsNotBuilt() {
    Partner keyless = TestPartner.zorgdomeinBuilder().keys(List.of()).build();
    LaunchVerifier.Builder builder =
        LaunchVerifier.builder().partners(ConfiguredPartners.of(List.of(keyless)));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("demo-xis")
        .hasMessageContaining("keys");
    builder.keys((partner, keyId, algorithm) -> TestPartner.zorgdomein().keys());
    LaunchVerifier verifier = builder.clock(at.clock).build();
    assertThat(verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  @Clause("V-27")
  void refusesSettingsOutsideTheirBoundsAndTakesTheEdges() {
    LaunchVerifier.Builder builder = LaunchVerifier.builder();
    builder.clockSkew(Duration.ZERO).clockSkew(Duration.ofMinutes(2));
    builder.maxTokenBytes(1).maxTokenBytes(1024 * 1024);
    assertThatThrownBy(() -> builder.clockSkew(Duration.ofMillis(-1)))
        .hasMessageContaining("clockSkew");
    assertThatThrownBy(() -> builder.clockSkew(Duration.ofSeconds(121)))
        .hasMessageContaining("120 s");
    assertThatThrownBy(() -> builder.maxTokenBytes(0)).hasMessageContaining("maxTokenBytes");
    assertThatThrownBy(() -> builder.maxTokenBytes(1024 * 1024 + 1))
        .hasMessageContaining("maxTokenBytes");
  }

  @Test
  void aStoreThatFailsGivesNoVerdict() {
    LaunchVerifier verifier =
        both()
            .replayStore(
                (partner, launch, until) -> {
                  throw new IllegalStateException("no connection for " + launch);
                })
            .build();
    assertThatThrownBy(() -> verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the replay store failed with java.lang.IllegalStateException");
  }

  /** Kotlin and Groovy do that, and so does Lombok. */
  @Test
  void aStoreThatThrowsACheckedExceptionUndeclaredGivesNoVerdict() {
    LaunchVerifier verifier =
        both()
            .replayStore(
                (partner, launch, until) -> {
                  throw LaunchVerifierTest.<RuntimeException>undeclared(
                      new IOException("no connection for " + launch));
                })
            .build();
    assertThatThrownBy(() -> verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the replay store failed with java.io.IOException");
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Exception> E undeclared(Exception failure) throws E {
    throw (E) failure;
  }

  @Test
  void aKeySourceThatIsDownGivesNoVerdict() {
    LaunchVerifier verifier =
        both()
            .keys(
                (partner, keyId, algorithm) -> {
                  throw new LaunchUnavailableException("the key server does not answer");
                })
            .build();
    assertThatThrownBy(() -> verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("the key server does not answer");
  }

  @Test
  void aDirectoryThatFailsGivesNoVerdict() {
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                hints -> {
                  throw new IllegalStateException();
                })
            .build();
    assertThatThrownBy(() -> verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageContaining("partner directory");
  }

  @Test
  @Clause({"V-7", "V-8"})
  void keysOfAResolverAreUsedWithinThePartnersPolicyOnly() {
    var other = TestPartner.otherRsa();
    LaunchVerifier verifier =
        both()
            .keys(
                (partner, keyId, algorithm) ->
                    List.of(
                        PartnerKey.of("another-kid", other.getPublic(), Set.of(algorithm)),
                        PartnerKey.of(
                            keyId.orElse(null), other.getPublic(), Set.of(SigningAlgorithm.RS512))))
            .build();
    Verdict verdict = verifier.verify(at.zorgdomein().signedBy(other.getPrivate()).token(), QUERY);
    assertThat(((Verdict.Refused) verdict).refusal().reason()).isEqualTo(RefusalReason.KEY_UNKNOWN);
  }

  @Test
  @Clause("V-18")
  void withoutKidUpTo4KeysAreTriedAndMoreAreNone() {
    List<PartnerKey> keys = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      keys.add(
          PartnerKey.of(
              "other-" + i, TestPartner.ec(256).getPublic(), Set.of(SigningAlgorithm.ES256)));
    }
    var pair = TestPartner.ec(256);
    keys.add(PartnerKey.of("right", pair.getPublic(), Set.of(SigningAlgorithm.ES256)));
    TokenBuilder token =
        TestPartner.exorliveToken()
            .header("alg", "ES256")
            .withoutHeader("kid")
            .signedBy(pair.getPrivate());
    four(keys).accept(token.token(), VerifierFixture.PAYLOAD.atPartner("tatooine"));
    keys.add(
        0, PartnerKey.of("fifth", TestPartner.ec(256).getPublic(), Set.of(SigningAlgorithm.ES256)));
    four(keys)
        .refuse(
            token.token(),
            VerifierFixture.PAYLOAD.atPartner("tatooine"),
            RefusalReason.KEY_UNKNOWN);
  }

  @Test
  @Clause("V-18")
  void keysThatAreOverAreNoneOfThe4() {
    List<PartnerKey> keys = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      keys.add(
          PartnerKey.of(
                  "over-" + i, TestPartner.ec(256).getPublic(), Set.of(SigningAlgorithm.ES256))
              .validBetween(null, VerifierFixture.NOW.minusSeconds(1)));
    }
    var pair = TestPartner.ec(256);
    TokenBuilder token =
        TestPartner.exorliveToken()
            .header("alg", "ES256")
            .withoutHeader("kid")
            .signedBy(pair.getPrivate());
    four(keys)
        .refuse(
            token.token(),
            VerifierFixture.PAYLOAD.atPartner("tatooine"),
            RefusalReason.KEY_NOT_VALID);
    keys.add(PartnerKey.of("right", pair.getPublic(), Set.of(SigningAlgorithm.ES256)));
    four(keys).accept(token.token(), VerifierFixture.PAYLOAD.atPartner("tatooine"));
  }

  private static VerifierFixture four(List<PartnerKey> keys) {
    return new VerifierFixture(
        Partner.builder("tatooine", TestPartner.profile("exorlive")).keys(keys).build());
  }

  @Test
  void aKeyIsUsedOnlyWhileItIsValid() {
    PartnerKey key =
        TestPartner.zorgdomein()
            .keys()
            .get(0)
            .validBetween(VerifierFixture.NOW, VerifierFixture.NOW.plusSeconds(60));
    VerifierFixture limited =
        new VerifierFixture(TestPartner.zorgdomeinBuilder().keys(List.of(key)).build());
    limited.accept(limited.zorgdomein());
    limited.clock.advance(Duration.ofMinutes(1));
    limited.accept(limited.zorgdomein());
    limited.clock.advance(Duration.ofMillis(1));
    limited.refuse(limited.zorgdomein(), RefusalReason.KEY_NOT_VALID);
    limited.clock.advance(Duration.ofSeconds(-61));
    limited.refuse(limited.zorgdomein(), RefusalReason.KEY_NOT_VALID);
  }

  @Test
  void withAWatchedPartnerThatHasNoKeyAndNoResolverIsNotBuilt() {
    String json = "{\"partners\": [{\"id\": \"p\", \"profile\": \"exorlive\"}]}";
    try (PartnersFile watched =
        PartnersFile.of(PartnersFiles.source(json)).keysFromResolver(true).open()) {
      assertThatThrownBy(() -> LaunchVerifier.builder().partners(watched).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("partner \"p\"");
    }
  }

  @Test
  void refusalHasTheFocusOfALaunchOnlyWhenItIsForALaunchAndItsPeopleAreTheSame() {
    TokenBuilder token = at.zorgdomein();
    LaunchContext launch = at.accept(token);

    assertThat(refused(token).hasFocusOf(launch)).isTrue();
    assertThat(refused(token.claim("context.patient-id", "another")).hasFocusOf(launch)).isFalse();
    Verdict.Refused malformed = refused(at.zorgdomein().claim("context.icpc", 7));
    assertThat(malformed.record().orElseThrow().user()).isEqualTo(launch.record().user());
    assertThat(malformed.hasFocusOf(launch)).isFalse();
    assertThat(new Verdict.Refused(malformed.refusal(), null, launch.launchId()).hasFocusOf(launch))
        .isFalse();
    assertThat(malformed).hasToString("Refused[" + malformed.refusal() + "]");
  }

  private Verdict.Refused refused(TokenBuilder token) {
    return (Verdict.Refused) at.verifier.verify(token.token(), QUERY);
  }

  @Test
  void claimThatIsWantedAndAbsentIsNotedOnceForEachPartner() {
    try (LogCapture log = new LogCapture()) {
      at.accept(at.zorgdomein());
      assertThat(log.lines("INFO partner")).isEmpty();

      at.accept(at.zorgdomein().without("context.patient-id"));
      at.accept(at.zorgdomein().without("context.patient-id"));

      assertThat(log.lines("INFO partner"))
          .containsExactly(
              "INFO partner demo-xis: a token came without /context.patient-id, which its profile"
                  + " wants");
    }
  }

  @Test
  void partnerWhoseTokensNeverEndIsNotedWhenTheVerifierIsBuilt() {
    try (LogCapture log = new LogCapture()) {
      both().build();

      assertThat(log.lines("WARNING partner"))
          .singleElement(as(InstanceOfAssertFactories.STRING))
          .startsWith("WARNING partner tatooine: its tokens need neither a time nor an id");
    }
  }

  @Test
  void issuerThatIsEmptyIsNone() {
    AtomicReference<PartnerHints> asked = new AtomicReference<>();
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                hints -> {
                  asked.set(hints);
                  return Optional.of(TestPartner.exorlive());
                })
            .clock(at.clock)
            .build();

    Verdict verdict =
        verifier.verify(
            TestPartner.exorliveToken().claim("iss", "").token(), VerifierFixture.PAYLOAD);

    assertThat(asked.get().issuer()).isEmpty();
    assertThat(((Verdict.Accepted) verdict).context().issuer()).isEmpty();
  }

  @Test
  void pathThatCanBeNoPartnersIdIsNotHandedOn() {
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                hints -> {
                  throw new AssertionError("was asked");
                })
            .build();

    Verdict verdict =
        verifier.verify(TestPartner.exorliveToken().token(), QUERY.atPartner("a/../b"));

    assertThat(((Verdict.Refused) verdict).refusal().reason())
        .isEqualTo(RefusalReason.PARTNER_UNKNOWN);
  }

  @Test
  @Clause("V-20")
  void thePathPinsThePartnerWhateverTheTokenSays() {
    String token = at.zorgdomein().token();
    at.refuse(token, QUERY.atPartner("nobody"), RefusalReason.PARTNER_UNKNOWN);
    at.refuse(token, QUERY.atPartner("tatooine"), RefusalReason.ARRIVAL_NOT_ALLOWED);
    at.refuse(
        token, VerifierFixture.PAYLOAD.atPartner("tatooine"), RefusalReason.ALGORITHM_NOT_ALLOWED);
    at.accept(token, QUERY.atPartner("demo-xis"));
  }

  @Test
  @Clause("V-30")
  void replayIsTheLastCheck() {
    AtomicInteger claims = new AtomicInteger();
    LaunchVerifier verifier =
        both().replayStore((partner, launch, until) -> claims.incrementAndGet() > 0).build();
    for (String claim : List.of("jti", "iat", "user-id.value", "org-id.value", "iss")) {
      verifier.verify(at.zorgdomein().without(claim).token(), QUERY);
    }
    verifier.verify(at.zorgdomein().claim("org-id.value", "1").token(), QUERY);
    verifier.verify(at.zorgdomein().signedBy(TestPartner.otherRsa().getPrivate()).token(), QUERY);
    assertThat(claims).hasValue(0);
    verifier.verify(at.zorgdomein().token(), QUERY);
    assertThat(claims).hasValue(1);
  }

  @Test
  void aTokenThatIsOnlyLateNamesItsLaunchAndUsesNothingUp() {
    String used = at.zorgdomein().token();
    LaunchContext launch = at.accept(used, QUERY);
    TokenBuilder neverUsed = at.zorgdomein();
    at.clock.advance(Duration.ofSeconds(301));
    Verdict.Refused late = (Verdict.Refused) at.verifier.verify(used, QUERY);
    assertThat(late.refusal().reason()).isEqualTo(RefusalReason.TOKEN_TOO_OLD);
    assertThat(late.launchId()).contains(launch.launchId());
    Verdict.Refused other = (Verdict.Refused) at.verifier.verify(neverUsed.token(), QUERY);
    assertThat(other.launchId()).isPresent().isNotEqualTo(late.launchId());
    Verdict.Refused wrong =
        (Verdict.Refused)
            at.verifier.verify(neverUsed.claim("org-id.value", "05029998").token(), QUERY);
    assertThat(wrong.refusal().reason()).isEqualTo(RefusalReason.ORGANIZATION_NOT_ALLOWED);
    assertThat(wrong.launchId()).isEmpty();
  }

  @Test
  @Clause("V-29")
  void theStoreIsToldTheLaunchAndUntilWhenItCouldComeAgain() {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    LaunchVerifier verifier =
        both()
            .replayStore(
                (partner, launch, until) -> {
                  told.add(partner + " " + launch.length() + " " + until);
                  return true;
                })
            .build();
    verifier.verify(at.zorgdomein().token(), QUERY);
    verifier.verify(TestPartner.exorliveToken().token(), VerifierFixture.PAYLOAD);
    verifier.verify(
        TestPartner.exorliveToken().claim("jti", "one").token(), VerifierFixture.PAYLOAD);
    verifier.verify(
        TestPartner.exorliveToken().claim("iat", VerifierFixture.NOW.getEpochSecond()).token(),
        VerifierFixture.PAYLOAD);
    Instant now = VerifierFixture.NOW;
    assertThat(told)
        .containsExactly(
            "demo-xis 43 " + now.plusSeconds(3600),
            "tatooine 43 " + now.plusSeconds(60),
            "tatooine 43 " + now.plusSeconds(3600),
            "tatooine 43 " + now.plusSeconds(300 + 60));
  }

  @Test
  @Tag("sweep")
  @Clause("V-29")
  void ofManyThreadsWithOneTokenExactlyOneIsAccepted() throws Exception {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (int round = 0; round < 50; round++) {
        String token = at.zorgdomein().token();
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Verdict> launch =
            () -> {
              start.await();
              return at.verifier.verify(token, QUERY);
            };
        int accepted = 0;
        for (Future<Verdict> verdict : pool.invokeAll(Collections.nCopies(threads, launch))) {
          accepted += verdict.get() instanceof Verdict.Accepted ? 1 : 0;
        }
        assertThat(accepted).isOne();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  /** Every single character of a good token, changed to every kind of other one. */
  @Test
  @Tag("sweep")
  void noChangeOfASingleCharacterIsAccepted() {
    String token = at.zorgdomein().token();
    for (int i = 0; i < token.length(); i++) {
      for (char other : new char[] {'A', 'z', '7', '_', '-', '.'}) {
        if (token.charAt(i) != other) {
          String changed = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(at.verifier.verify(changed, QUERY))
              .as("character %d as %s", i, other)
              .isInstanceOf(Verdict.Refused.class);
        }
      }
    }
    at.accept(token, QUERY);
  }

  @Test
  void aRefusalTellsReasonExpectationAndPartnerForTheLog() {
    Refusal refusal =
        at.refuse(at.zorgdomein().header("alg", "RS512"), RefusalReason.ALGORITHM_NOT_ALLOWED);
    assertThat(refusal.partner()).contains("demo-xis");
    assertThat(refusal.detail()).contains("RS256").contains("RS512");
    assertThat(refusal.reason().code()).isEqualTo("algorithm_not_allowed");
    assertThat(refusal).hasToString("algorithm_not_allowed: " + refusal.detail());
    assertThat(refusal.reason().clause()).contains("8725");
  }

  @Test
  void attackersTextInARefusalIsOneShortCleanLine() {
    Refusal refusal =
        at.refuse(at.zorgdomein().claim("iss", "a\u061Cb"), RefusalReason.CLAIM_MALFORMED);
    assertThat(refusal.detail()).doesNotContain("a\u061C");
    Refusal unknown =
        at.refuse(
            at.zorgdomein().claim("iss", "Demo-XIS").header("kid", "x\"y".repeat(50)),
            RefusalReason.PARTNER_UNKNOWN);
    assertThat(unknown.detail()).contains("\"Demo-XIS\"", "another (150 characters)");
    assertThat(Refusal.of(RefusalReason.TOKEN_MISSING, "a\r\nb\uD800").detail()).isEqualTo("a..b.");
  }

  @Test
  void partnersOfADirectoryOfOnesOwnAreUsed() {
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                hints ->
                    hints.issuer().equals(Optional.of("Demo XIS"))
                            && hints.keyId().equals(Optional.of(TestPartner.XIS_KEY_ID))
                            && hints.path().isEmpty()
                        ? Optional.of(TestPartner.zorgdomein())
                        : Optional.empty())
            .clock(at.clock)
            .build();
    assertThat(verifier.verify(at.zorgdomein().token(), QUERY))
        .isInstanceOf(Verdict.Accepted.class);
  }
}
