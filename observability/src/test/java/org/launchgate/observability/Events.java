package org.launchgate.observability;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;
import org.launchgate.spi.LaunchEvent.Party;

/** Events of made-up launches. */
final class Events {
  static final Instant NOW = Instant.parse("2026-11-25T12:00:00.123456Z");

  private Events() {}

  /** Everything that an event may say, by clear and digested identifiers. */
  static LaunchEvent.Builder full(Kind kind) {
    return signed(kind, "id-1", Duration.ofSeconds(2))
        .reference("ABCDEFGHJK")
        .remoteAddress("192.0.2.7")
        .verification(Duration.ofNanos(412_000))
        .task("Task/11")
        .transactionId("t 1")
        .party(Party.USER, id("agb-z", "01029999"))
        .party(Party.RESPONSIBLE, id("big", "09999999999"))
        .party(Party.ORGANIZATION, id("local", "ace615c2"))
        .party(Party.PATIENT, id("https://portal.example.com", "400"))
        .party(
            Party.PATIENT_NATIONAL_ID,
            new EventIdentifier("national-id", "hmac-sha256:" + "A".repeat(43), true));
  }

  static LaunchEvent.Builder signed(Kind kind, String tokenId, Duration age) {
    return LaunchEvent.builder(kind, NOW)
        .partner("demo-xis")
        .token(
            new EventToken(
                Optional.of("key-1"),
                Optional.of("RS256"),
                Optional.ofNullable(tokenId),
                Optional.of(NOW.minus(age)),
                Optional.of(NOW.plusSeconds(60))));
  }

  static EventIdentifier id(String system, String value) {
    return new EventIdentifier(system, value, false);
  }
}
