package org.launchgate;

import static org.launchgate.profile.ContextField.PATIENT_BIRTH_DATE;
import static org.launchgate.profile.ContextField.PATIENT_EMAIL;
import static org.launchgate.profile.ContextField.PATIENT_FAMILY_NAME;
import static org.launchgate.profile.ContextField.PATIENT_GENDER;
import static org.launchgate.profile.ContextField.PATIENT_GIVEN_NAME;
import static org.launchgate.profile.ContextField.PATIENT_ID;
import static org.launchgate.profile.ContextField.PATIENT_MIDDLE_NAME;
import static org.launchgate.profile.ContextField.PATIENT_NATIONAL_ID;
import static org.launchgate.profile.ContextField.PATIENT_PHONE;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The patient in focus, as the partner's token describes them. Immutable; {@link #toString()} shows
 * nothing personal.
 */
public final class LaunchPatient {
  private final LaunchDetails details;

  LaunchPatient(LaunchDetails details) {
    this.details = details;
  }

  /** The logical id by which the partner knows the patient; empty when not sent. */
  public Optional<String> id() {
    return details.get(PATIENT_ID);
  }

  /** The national id (BSN, fødselsnummer and the like); empty when not sent. */
  public Optional<String> nationalId() {
    return details.get(PATIENT_NATIONAL_ID);
  }

  /** Given name; empty when not sent. */
  public Optional<String> givenName() {
    return details.get(PATIENT_GIVEN_NAME);
  }

  /** Middle name; empty when not sent. */
  public Optional<String> middleName() {
    return details.get(PATIENT_MIDDLE_NAME);
  }

  /** Family name; empty when not sent. */
  public Optional<String> familyName() {
    return details.get(PATIENT_FAMILY_NAME);
  }

  /** Date of birth; empty when not sent. */
  public Optional<LocalDate> birthDate() {
    return details.get(PATIENT_BIRTH_DATE).map(LocalDate::parse);
  }

  /** Gender in the partner's own word, such as {@code male}; empty when not sent. */
  public Optional<String> gender() {
    return details.get(PATIENT_GENDER);
  }

  /** Phone number as the partner wrote it; empty when not sent. */
  public Optional<String> phone() {
    return details.get(PATIENT_PHONE);
  }

  /** E-mail address; empty when not sent. */
  public Optional<String> email() {
    return details.get(PATIENT_EMAIL);
  }

  @Override
  public String toString() {
    return "LaunchPatient[" + details.presence("patient.") + "]";
  }
}
