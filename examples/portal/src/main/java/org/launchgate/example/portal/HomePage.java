package org.launchgate.example.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchUser;

/**
 * What the start page says in its own words: names put together, times written out. Everything else
 * the page takes from the request attribute {@code launchContext}. Values are not escaped here.
 */
public final class HomePage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.UK)
          .withZone(ZoneOffset.UTC);

  private final LaunchContext context;
  private final LocalDate today;
  private final List<Note> notes;
  private final List<OpenPatient> openPatients;

  HomePage(
      LaunchContext context, LocalDate today, List<Note> notes, List<OpenPatient> openPatients) {
    this.context = context;
    this.today = today;
    this.notes = notes;
    this.openPatients = openPatients;
  }

  /** The user's name; their user name, or the identifier, when the partner sent no name. */
  public String getUser() {
    LaunchUser user = context.user();
    return fullName(user).or(user::username).orElseGet(() -> written(user.identifier()));
  }

  /** The user's given and family name; null when the partner sent neither. */
  public @Nullable String getUserName() {
    return fullName(context.user()).orElse(null);
  }

  /** The organisation's name or identifier; null when the launch names none. */
  public @Nullable String getOrganization() {
    return context.organization().map(HomePage::nameOf).orElse(null);
  }

  /** The patient in focus; null when the launch has none. */
  public @Nullable PatientBanner getPatient() {
    return context.patient().map(patient -> new PatientBanner(patient, today)).orElse(null);
  }

  /** The chapter of the problem's code; null when there is no problem or its letter is unknown. */
  public @Nullable String getProblemChapter() {
    return context.problem().flatMap(IcpcChapter::of).map(IcpcChapter::title).orElse(null);
  }

  /** When the partner made the token; null when it does not say. */
  public @Nullable String getIssuedAt() {
    return context.issuedAt().map(HomePage::written).orElse(null);
  }

  /** When the portal verified the token. */
  public String getVerifiedAt() {
    return written(context.verifiedAt());
  }

  /** What was written about the patient in focus, the oldest first. */
  public List<Note> getNotes() {
    return notes;
  }

  /** The patients that are open in this session, side by side; this page's among them. */
  public List<OpenPatient> getOpenPatients() {
    return openPatients;
  }

  /** All claims of the token, one row a value. */
  public List<ClaimRow> getClaims() {
    return ClaimRow.rowsOf(context.claims().asMap());
  }

  private static String nameOf(LaunchOrganization organization) {
    return organization.name().orElseGet(() -> written(organization.identifier()));
  }

  private static Optional<String> fullName(LaunchUser user) {
    return PersonName.of(List.of(user.givenName(), user.familyName()));
  }

  private static String written(Identifier identifier) {
    return identifier.system() + " " + identifier.value();
  }

  private static String written(Instant time) {
    return TIME.format(time);
  }
}
