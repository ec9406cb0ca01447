package org.launchgate.example.portal;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchPatient;

/** How the patient in focus stands at the head of the page. Values are not escaped here. */
public final class PatientBanner {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final LaunchPatient patient;
  private final LocalDate today;

  PatientBanner(LaunchPatient patient, LocalDate today) {
    this.patient = patient;
    this.today = today;
  }

  /** The patient's name; without one the logical id, so that the page always says who it is. */
  public String getTitle() {
    return title(patient);
  }

  /** The same for any patient. */
  static String title(LaunchPatient patient) {
    String name = name(patient);
    return name != null ? name : patient.id().orElse("Patient without a name");
  }

  /** Whether the partner sent a name. */
  public boolean isNamed() {
    return name(patient) != null;
  }

  /** Birth date and age, such as {@code 13 November 1969 (57 years)}; null when not sent. */
  public @Nullable String getBorn() {
    return patient.birthDate().map(date -> DATE.format(date) + age(date)).orElse(null);
  }

  private static @Nullable String name(LaunchPatient patient) {
    return PersonName.of(List.of(patient.givenName(), patient.middleName(), patient.familyName()))
        .orElse(null);
  }

  private String age(LocalDate birthDate) {
    if (birthDate.isAfter(today)) {
      return "";
    }
    Period age = Period.between(birthDate, today);
    return age.getYears() < 2
        ? counted(age.toTotalMonths(), "month")
        : counted(age.getYears(), "year");
  }

  private static String counted(long number, String unit) {
    return " (" + number + " " + unit + (number == 1 ? ")" : "s)");
  }
}
