package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.launchgate.VerifierFixture.NOW;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.replay.InMemoryReplayStore;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.ReplayStore;

/** Tokens that may have been used before the replay store began to remember. */
class RestartFenceTest {
  private static final Instant START = NOW.plusMillis(600);

  private final MovableClock clock = new MovableClock(START);
  private final List<String> claims = new ArrayList<>();
  private final LaunchVerifier verifier = verifier(START, TestPartner.both());

  private LaunchVerifier verifier(Instant remembersSince, PartnerDirectory partners) {
    ReplayStore memory = new InMemoryReplayStore(clock, 1000);
    ReplayStore store =
        new ReplayStore() {
          @Override
          public boolean claim(String partner, String launchId, Instant keepUntil) {
            claims.add(launchId);
            return memory.claim(partner, launchId, keepUntil);
          }

          @Override
          public Optional<Instant> remembersSince() {
            return Optional.of(remembersSince);
          }
        };
    return LaunchVerifier.builder().partners(partners).replayStore(store).clock(clock).build();
  }

  private static TokenBuilder zorgdomein(Instant issuedAt) {
    return TestPartner.zorgdomeinToken("token-" + issuedAt, issuedAt.getEpochSecond());
  }

  private Verdict verify(TokenBuilder token) {
    return verifier.verify(token.token(), VerifierFixture.QUERY);
  }

  private Verdict verifyPayload(TokenBuilder token) {
    return verifier.verify(token.token(), VerifierFixture.PAYLOAD);
  }

  private static LaunchAgainException fenced(
      LaunchVerifier asked, TokenBuilder token, Arrival arrival) {
    LaunchAgainException fenced =
        catchThrowableOfType(
            LaunchAgainException.class, () -> asked.verify(token.token(), arrival));
    assertThat(fenced).isNotNull();
    return fenced;
  }

  private LaunchAgainException fenced(TokenBuilder token) {
    return fenced(verifier, token, VerifierFixture.QUERY);
  }

  @Test
  @Clause("V-29")
  void tokenIssuedASecondBeforeTheStartHasToBeLaunchedAgain() {
    LaunchAgainException fenced = fenced(zorgdomein(NOW.minusSeconds(1)));

    assertThat(fenced)
        .hasMessage(
            "partner demo-xis, launch "
                + fenced.launchId()
                + ": expected a token issued at or after 2026-11-22T12:00:00Z, when used launches"
                + " began to be remembered, found iat 2026-11-22T11:59:59Z");
  }

  @Test
  @Clause("V-29")
  void tokenIssuedInTheSecondOfTheStartIsAccepted() {
    assertThat(verify(zorgdomein(NOW))).isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void tokenIssuedAFractionBeforeTheSecondOfTheStartHasToBeLaunchedAgain() {
    fenced(zorgdomein(NOW).claim("iat", NOW.getEpochSecond() - 0.001));
  }

  @Test
  void fencedTokenIsNotUsedUp() {
    TokenBuilder token = zorgdomein(NOW.minusSeconds(1));
    fenced(token);
    fenced(token);

    assertThat(claims).isEmpty();
  }

  @Test
  void tokenThatIsTooOldAsWellIsRefused() {
    TokenBuilder token = zorgdomein(NOW.minusSeconds(1));
    clock.advance(Duration.between(START, NOW.plusSeconds(299)));
    fenced(token);

    clock.advance(Duration.ofNanos(1));
    Verdict verdict = verify(token);

    assertThat(((Verdict.Refused) verdict).refusal().reason())
        .isEqualTo(RefusalReason.TOKEN_TOO_OLD);
  }

  @Test
  void tokenWithAFaultIsRefused() {
    TokenBuilder token = zorgdomein(NOW.minusSeconds(1)).claim("org-id.value", "1");

    assertThat(((Verdict.Refused) verify(token)).refusal().reason())
        .isEqualTo(RefusalReason.ORGANIZATION_NOT_ALLOWED);
  }

  @Test
  void tokenWithoutIssueTimePasses() {
    assertThat(verifyPayload(TestPartner.exorliveToken())).isInstanceOf(Verdict.Accepted.class);
  }

  /** A profile in which a token with {@code iat} need never end, and is remembered for 60 s. */
  private static Partner endless() throws IOException {
    try (InputStream in = LaunchProfile.class.getResourceAsStream("exorlive.json")) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String changed = json.replace(", \"maxAge\": 300", "");
      assertThat(changed).isNotEqualTo(json);
      return Partner.builder(
              "tatooine", Profiles.read("endless", changed.getBytes(StandardCharsets.UTF_8)))
          .algorithms(Set.of(SigningAlgorithm.HS256))
          .keys(TestPartner.exorlive().keys())
          .build();
    }
  }

  private LaunchVerifier endlessVerifier() throws IOException {
    return verifier(START, ConfiguredPartners.of(List.of(endless())));
  }

  @Test
  void fenceStandsForAsLongAsAUseBeforeTheStartWouldHaveBeenRemembered() throws Exception {
    LaunchVerifier asked = endlessVerifier();
    TokenBuilder token = TestPartner.exorliveToken().claim("iat", NOW.getEpochSecond() - 1);
    clock.advance(Duration.between(START, NOW.plusSeconds(60)));
    fenced(asked, token, VerifierFixture.PAYLOAD);

    clock.advance(Duration.ofNanos(1));

    assertThat(asked.verify(token.token(), VerifierFixture.PAYLOAD))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void fenceStandsForAsLongAsATokenFromBeforeTheStartCouldBeAccepted() throws Exception {
    TokenBuilder token =
        TestPartner.exorliveToken()
            .claim("iat", NOW.getEpochSecond() - 1)
            .claim("exp", NOW.getEpochSecond() + 3600);
    clock.advance(Duration.ofMinutes(60));

    fenced(endlessVerifier(), token, VerifierFixture.PAYLOAD);
  }

  @Test
  void exceptionKnowsWhoseFocusTheTokenHas() {
    LaunchContext same =
        ((Verdict.Accepted)
                LaunchVerifier.builder()
                    .partners(TestPartner.both())
                    .clock(clock)
                    .build()
                    .verify(zorgdomein(NOW).token(), VerifierFixture.QUERY))
            .context();

    TokenBuilder before = zorgdomein(NOW.minusSeconds(1));
    assertThat(fenced(before).hasFocusOf(same)).isTrue();
    assertThat(fenced(before.claim("context.patient-id", "another")).hasFocusOf(same)).isFalse();
  }

  @Test
  void exceptionHasWhatAnAuditRecordSays() {
    LaunchAgainException fenced = fenced(zorgdomein(NOW.minusSeconds(1)));

    assertThat(fenced.partner()).isEqualTo("demo-xis");
    assertThat(fenced.record().marks().issuedAt()).isEqualTo(NOW.minusSeconds(1));
  }

  @Test
  void exceptionSaysNothingOfThePerson() {
    assertThat(fenced(zorgdomein(NOW.minusSeconds(1))).toString())
        .doesNotContain("01029999", "5a4fc42a", "token-");
  }

  @Test
  void storeThatCannotSaySinceWhenItRemembersIsNoVerdict() {
    ReplayStore broken =
        new ReplayStore() {
          @Override
          public boolean claim(String partner, String launchId, Instant keepUntil) {
            return true;
          }

          @Override
          public Optional<Instant> remembersSince() {
            throw new IllegalStateException("planned");
          }
        };
    LaunchVerifier asking =
        LaunchVerifier.builder()
            .partners(TestPartner.both())
            .replayStore(broken)
            .clock(clock)
            .build();

    assertThat(
            catchThrowableOfType(
                LaunchUnavailableException.class,
                () -> asking.verify(zorgdomein(NOW).token(), VerifierFixture.QUERY)))
        .hasMessage("the replay store failed with java.lang.IllegalStateException");
  }

  @Test
  void verifiersOwnStoreDoesNotFence() {
    LaunchVerifier own = LaunchVerifier.builder().partners(TestPartner.both()).clock(clock).build();

    assertThat(own.verify(zorgdomein(NOW.minusSeconds(1)).token(), VerifierFixture.QUERY))
        .isInstanceOf(Verdict.Accepted.class);
  }
}
