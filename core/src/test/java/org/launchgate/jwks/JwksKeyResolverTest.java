package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.profile.SigningAlgorithm.RS256;
import static org.launchgate.profile.SigningAlgorithm.RS384;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** One set for those who write their own resolver, from the server to the verdict. */
@Timeout(30)
class JwksKeyResolverTest {
  private static final FetchSettings LOCAL =
      FetchSettings.builder()
          .allowPrivateAddresses(true)
          .proxy(HttpClient.Builder.NO_PROXY)
          .trustStore(TestTls.LOCALHOST.trust())
          .build();

  private final Partner partner = TestPartner.zorgdomeinBuilder().keys(List.of()).build();

  @Test
  void keysOfThePartnerAreThoseThatItPublishesAndOtherPartnersHaveNone() {
    try (JwksServer server = new JwksServer(TestTls.LOCALHOST);
        JwksKeyResolver keys =
            JwksKeyResolver.fetching("demo-xis", server.url(), LOCAL, Clock.systemUTC())) {
      assertThat(keys.resolve(partner, Optional.of("k1"), RS256))
          .singleElement()
          .extracting(PartnerKey::key)
          .isEqualTo(TestJwks.RSA.getPublic());
      assertThat(keys.resolve(partner, Optional.of("k1"), RS384)).hasSize(1);
      assertThat(keys.resolve(TestPartner.exorlive(), Optional.of("k1"), RS256)).isEmpty();
    }
  }

  @Test
  void launchIsAcceptedRefusedOrUndecidedByWhatTheServerSays() {
    MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));
    try (JwksServer server = new JwksServer(TestTls.LOCALHOST);
        JwksKeyResolver keys = JwksKeyResolver.fetching("demo-xis", server.url(), LOCAL, clock)) {
      LaunchVerifier verifier =
          LaunchVerifier.builder()
              .partners(ConfiguredPartners.of(List.of(partner)))
              .keys(keys)
              .clock(clock)
              .build();

      assertThat(verify(verifier, clock, "k1")).isInstanceOf(Verdict.Accepted.class);
      assertThat(verify(verifier, clock, "k2")).isInstanceOf(Verdict.Refused.class);
      server.answers(JwksServer.Answer.of(500, Map.of()));
      clock.advance(Duration.ofSeconds(30));
      assertThatThrownBy(() -> verify(verifier, clock, "k3"))
          .isInstanceOf(LaunchUnavailableException.class);
      assertThat(verify(verifier, clock, "k1")).isInstanceOf(Verdict.Accepted.class);
    }
  }

  private static Verdict verify(LaunchVerifier verifier, MovableClock clock, String keyId) {
    long now = clock.instant().getEpochSecond();
    String token = TestPartner.zorgdomeinToken(keyId + now, now).header("kid", keyId).token();
    return verifier.verify(token, Arrival.query("token"));
  }

  @Test
  void closingEndsTheThreads() {
    try (JwksServer server = new JwksServer(TestTls.LOCALHOST);
        JwksKeyResolver keys =
            JwksKeyResolver.fetching("demo-xis", server.url(), LOCAL, Clock.systemUTC())) {
      assertThat(keys.resolve(partner, Optional.of("k1"), RS256)).hasSize(1);
    }
    Eventually.noThreadsAreLeft();
  }

  @Test
  void addressThatNoSetMayHaveIsRefusedBeforeAnythingStarts() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                JwksKeyResolver.fetching(
                    "demo-xis", URI.create("http://a.example/"), LOCAL, Clock.systemUTC()));
    Eventually.noThreadsAreLeft();
  }
}
