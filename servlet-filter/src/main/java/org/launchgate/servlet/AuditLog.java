package org.launchgate.servlet;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Party;
import org.launchgate.spi.LaunchListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit log: one line an event to the logger {@code launchgate.audit}, its pairs always
 * in the same order. What anybody can cause, so what comes before a good signature, has few lines
 * of its own each minute; the rest is counted, with one line a minute and reason. Thread-safe.
 */
final class AuditLog implements LaunchListener, AutoCloseable {
  /** The name by which a log back end sends the lines to a place of their own. */
  static final String LOGGER = "launchgate.audit";

  private final Logger log = LoggerFactory.getLogger(LOGGER);
  private final RefusalTally tally;

  AuditLog(Clock clock, RefusalTally.Timer timer) {
    tally = new RefusalTally(clock, timer, this::write);
  }

  @Override
  public void on(LaunchEvent event) {
    if (event.token().isPresent() || tally.admits(kind(event), event.reference().orElse(""))) {
      log.info(line(event));
    }
  }

  private static String kind(LaunchEvent event) {
    return event.reason().orElseGet(() -> text(event.kind()));
  }

  private static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private void write(RefusalTally.Summary summary) {
    log.info(
        new AuditLine()
            .put("event", "counted")
            .put("reason", summary.kind())
            .put("count", String.valueOf(summary.count()))
            .put("since", summary.since().toString())
            .put("until", summary.until().toString())
            .put("first_ref", summary.first())
            .put("last_ref", summary.last())
            .toString());
  }

  /** Writes what is still to be written. */
  @Override
  public void close() {
    tally.close();
  }

  static String line(LaunchEvent event) {
    AuditLine line =
        new AuditLine()
            .put("event", text(event.kind()))
            .put("outcome", text(event.outcome()))
            .put("reason", event.reason())
            .put("time", event.time().toString())
            .put("ref", event.reference())
            .put("partner", event.partner());
    event.token().ifPresent(token -> put(line, token));
    put(line, "org", event.party(Party.ORGANIZATION));
    put(line, "user", event.party(Party.USER));
    put(line, "responsible", event.party(Party.RESPONSIBLE));
    put(line, "patient", event.party(Party.PATIENT));
    putValue(line, "patient_national_id", event.party(Party.PATIENT_NATIONAL_ID));
    put(line, "previous_user", event.party(Party.PREVIOUS_USER));
    put(line, "previous_patient", event.party(Party.PREVIOUS_PATIENT));
    putValue(line, "previous_patient_national_id", event.party(Party.PREVIOUS_PATIENT_NATIONAL_ID));
    return line.put("task", event.task())
        .put("transaction", event.transactionId())
        .put("from", event.remoteAddress())
        .put("verified_us", event.verification().map(took -> String.valueOf(took.toNanos() / 1000)))
        .toString();
  }

  private static void put(AuditLine line, EventToken token) {
    line.put("kid", token.keyId())
        .put("alg", token.algorithm())
        .put("jti", token.urn())
        .put("iat", token.issuedAt().map(Object::toString))
        .put("exp", token.expiresAt().map(Object::toString));
  }

  private static void put(AuditLine line, String key, Optional<EventIdentifier> party) {
    line.put(key + "_system", party.map(EventIdentifier::system));
    putValue(line, key, party);
  }

  private static void putValue(AuditLine line, String key, Optional<EventIdentifier> party) {
    line.put(key, party.map(EventIdentifier::value));
  }
}
