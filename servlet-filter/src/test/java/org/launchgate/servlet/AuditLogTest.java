package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;
import org.launchgate.spi.LaunchEvent.Party;

/** The lines of the logger launchgate.audit. */
class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final EventToken TOKEN =
      new EventToken(
          Optional.of("key 1"),
          Optional.of("RS256"),
          Optional.of("id-1"),
          Optional.of(NOW.minusSeconds(2)),
          Optional.of(NOW.plusSeconds(60)));

  private final LogCapture captured = new LogCapture(AuditLog.LOGGER);
  private final AuditLog log = new AuditLog(new MovableClock(NOW), (delay, task) -> {});

  @AfterEach
  void stop() {
    captured.close();
  }

  private static EventIdentifier id(String value) {
    return new EventIdentifier("agb-z", value, false);
  }

  private static LaunchEvent.Builder refusal(String reason, String reference) {
    return LaunchEvent.builder(Kind.REFUSED, NOW).reason(reason).reference(reference);
  }

  @Test
  void holdEveryFieldInTheOrderThatTheDocumentationSays() {
    LaunchEvent.Builder event =
        LaunchEvent.builder(Kind.PATIENT_CHANGED, NOW)
            .reason("never")
            .reference("ABCDEFGHJK")
            .partner("demo-xis")
            .remoteAddress("192.0.2.7")
            .verification(Duration.ofNanos(412_999))
            .token(TOKEN)
            .task("Task/1")
            .transactionId("t-1");
    for (Party party : Party.values()) {
      event.party(party, id(party.name()));
    }
    log.on(event.build());
    assertThat(captured.lines(""))
        .containsExactly(
            "INFO event=patient_changed outcome=success reason=never time=2026-11-25T12:00:00Z"
                + " ref=ABCDEFGHJK partner=demo-xis kid=\"key 1\" alg=RS256"
                + " jti=urn:ietf:params:oauth:jti:id-1 iat=2026-11-25T11:59:58Z"
                + " exp=2026-11-25T12:01:00Z org_system=agb-z org=ORGANIZATION user_system=agb-z"
                + " user=USER responsible_system=agb-z responsible=RESPONSIBLE"
                + " patient_system=agb-z patient=PATIENT patient_national_id=PATIENT_NATIONAL_ID"
                + " previous_user_system=agb-z previous_user=PREVIOUS_USER"
                + " previous_patient_system=agb-z previous_patient=PREVIOUS_PATIENT"
                + " previous_patient_national_id=PREVIOUS_PATIENT_NATIONAL_ID task=Task/1"
                + " transaction=t-1 from=192.0.2.7 verified_us=412");
  }

  @Test
  void lookLikeTheExampleInTheDocumentation() throws Exception {
    log.on(
        LaunchEvent.builder(Kind.ACCEPTED, NOW)
            .reference("5KQ2VB7HXA")
            .partner("demo-xis")
            .remoteAddress("192.0.2.7")
            .verification(Duration.ofNanos(412_000))
            .token(
                new EventToken(
                    Optional.of("0f379bb9-cbb6"),
                    Optional.of("RS256"),
                    Optional.of("5f1e"),
                    Optional.of(NOW.minusSeconds(2)),
                    Optional.empty()))
            .transactionId("6fb34257")
            .party(Party.ORGANIZATION, id("05029999"))
            .party(Party.USER, id("01029999"))
            .party(
                Party.PATIENT,
                new EventIdentifier("Demo XIS", "5a4fc42a-1847-4862-a5da-7af86ac23968", false))
            .build());
    assertThat(Files.readAllLines(Path.of("../docs/audit-and-metrics.md")))
        .contains(captured.all().replaceFirst("INFO ", ""));
  }

  @Test
  void leaveOutWhatIsAbsent() {
    log.on(LaunchEvent.builder(Kind.LOGOUT, NOW).build());
    assertThat(captured.lines(""))
        .containsExactly("INFO event=logout outcome=success time=2026-11-25T12:00:00Z");
  }

  @Test
  void forgedValuesStayInTheirPairAndOnTheirLine() {
    log.on(
        LaunchEvent.builder(Kind.ACCEPTED, NOW)
            .token(TOKEN)
            .party(Party.USER, id("x\nINFO event=accepted outcome=success\u2028user=admin"))
            .build());
    assertThat(captured.all().lines()).hasSize(1);
    assertThat(captured.all())
        .contains("user=\"x\\u000aINFO event=accepted outcome=success\\u2028user=admin\"");
  }

  @Test
  void ofAFloodBeforeAGoodSignatureAreTenAndACount() {
    for (int i = 0; i < 1000; i++) {
      log.on(refusal("signature_invalid", "R%04d".formatted(i)).build());
    }
    log.close();
    assertThat(captured.lines("INFO event=refused")).hasSize(10);
    assertThat(captured.lines("INFO event=counted"))
        .containsExactly(
            "INFO event=counted reason=signature_invalid count=990 since=2026-11-25T12:00:00Z"
                + " until=2026-11-25T12:00:00Z first_ref=R0010 last_ref=R0999");
  }

  @Test
  void ofRefusalsAfterAGoodSignatureAreAsManyAsThoseAre() {
    for (int i = 0; i < 100; i++) {
      log.on(refusal("claim_missing", "R" + i).token(TOKEN).build());
    }
    log.close();
    List<String> lines = captured.lines("INFO event=refused");
    assertThat(lines).hasSize(100);
    assertThat(captured.lines("INFO event=counted")).isEmpty();
  }
}
