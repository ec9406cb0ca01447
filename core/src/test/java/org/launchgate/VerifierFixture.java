package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;

/** A verifier on a clock that stands still, and short words for asking it. */
final class VerifierFixture {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Arrival QUERY = Arrival.query("token");
  static final Arrival PAYLOAD = Arrival.form("payload");

  private static final AtomicInteger TOKEN_IDS = new AtomicInteger();

  final MovableClock clock = new MovableClock(NOW);
  final LaunchVerifier verifier;

  VerifierFixture() {
    this(TestPartner.both());
  }

  VerifierFixture(Partner... partners) {
    this(ConfiguredPartners.of(List.of(partners)));
  }

  VerifierFixture(PartnerDirectory partners) {
    this(partners, new DecryptionKey[0]);
  }

  VerifierFixture(DecryptionKey... decryptionKeys) {
    this(TestPartner.both(), decryptionKeys);
  }

  VerifierFixture(PartnerDirectory partners, DecryptionKey... decryptionKeys) {
    verifier =
        LaunchVerifier.builder()
            .partners(partners)
            .decryptionKeys(List.of(decryptionKeys))
            .clock(clock)
            .clockSkew(Duration.ofSeconds(30))
            .build();
  }

  /** A good ZorgDomein token of this moment with an id of its own. */
  TokenBuilder zorgdomein() {
    return TestPartner.zorgdomeinToken(
        "token-" + TOKEN_IDS.incrementAndGet(), clock.instant().getEpochSecond());
  }

  LaunchContext accept(TokenBuilder token) {
    return accept(token.token(), QUERY);
  }

  LaunchContext accept(String token, Arrival arrival) {
    Verdict verdict = verifier.verify(token, arrival);
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return ((Verdict.Accepted) verdict).context();
  }

  LaunchContext acceptPayload(TokenBuilder token) {
    return accept(token.token(), PAYLOAD);
  }

  Refusal refuse(TokenBuilder token, RefusalReason reason) {
    return refuse(token.token(), QUERY, reason);
  }

  Refusal refusePayload(TokenBuilder token, RefusalReason reason) {
    return refuse(token.token(), PAYLOAD, reason);
  }

  Refusal refuse(String token, Arrival arrival, RefusalReason reason) {
    Verdict verdict = verifier.verify(token, arrival);
    assertThat(verdict).isInstanceOf(Verdict.Refused.class);
    Refusal refusal = ((Verdict.Refused) verdict).refusal();
    assertThat(refusal.reason()).as(refusal.toString()).isEqualTo(reason);
    return refusal;
  }
}
