package org.launchgate.example.ward;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Party;

/** One line of the record of who opened which patient; ids, no names. */
public final class OpenedPatient {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
          .withZone(ZoneOffset.UTC);

  private final Instant time;
  private final String user;
  private final String patient;

  OpenedPatient(LaunchEvent event) {
    this.time = event.time();
    this.user = id(event, Party.USER);
    this.patient = id(event, Party.PATIENT);
  }

  private static String id(LaunchEvent event, Party party) {
    return event.party(party).map(EventIdentifier::value).orElse("none");
  }

  /** When. */
  public String getTime() {
    return TIME.format(time);
  }

  /** Who. */
  public String getUser() {
    return user;
  }

  /** Whom. */
  public String getPatient() {
    return patient;
  }
}
