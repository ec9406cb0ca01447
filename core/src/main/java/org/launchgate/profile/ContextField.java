package org.launchgate.profile;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One place in the launch context that a profile can fill from a claim.
 *
 * <p>The dotted {@link #path() path} is the name that profile files use, and the stable key under
 * which a context is serialized: a path is never renamed once released.
 */
public enum ContextField {
  /** Coding system of the user's identifier, such as {@code agb-z}. */
  USER_SYSTEM("user.system"),
  /** The user's identifier within its system. */
  USER_VALUE("user.value"),
  /** The name under which the user logs in to the partner's system. */
  USER_USERNAME("user.username"),
  /** The user's given name. */
  USER_GIVEN_NAME("user.givenName"),
  /** The user's family name. */
  USER_FAMILY_NAME("user.familyName"),
  /** The user's e-mail address. */
  USER_EMAIL("user.email"),
  /** Coding system of the organisation's identifier. */
  ORGANIZATION_SYSTEM("organization.system"),
  /** The organisation's identifier within its system. */
  ORGANIZATION_VALUE("organization.value"),
  /** The organisation's name. */
  ORGANIZATION_NAME("organization.name"),
  /** Coding system of the responsible practitioner's identifier. */
  RESPONSIBLE_SYSTEM("responsible.system"),
  /** The responsible practitioner's identifier within its system. */
  RESPONSIBLE_VALUE("responsible.value"),
  /** The logical id by which the partner knows the patient. */
  PATIENT_ID("patient.id"),
  /** The patient's national id (BSN, fødselsnummer and the like). */
  PATIENT_NATIONAL_ID("patient.nationalId"),
  /** The patient's given name. */
  PATIENT_GIVEN_NAME("patient.givenName"),
  /** The patient's middle name. */
  PATIENT_MIDDLE_NAME("patient.middleName"),
  /** The patient's family name. */
  PATIENT_FAMILY_NAME("patient.familyName"),
  /** The patient's date of birth, an ISO 8601 calendar date. */
  PATIENT_BIRTH_DATE("patient.birthDate"),
  /** The patient's gender in the partner's own word. */
  PATIENT_GENDER("patient.gender"),
  /** The patient's phone number. */
  PATIENT_PHONE("patient.phone"),
  /** The patient's e-mail address. */
  PATIENT_EMAIL("patient.email"),
  /** The ICPC code of the patient's problem. */
  PROBLEM("problem"),
  /** The sender's identifier of this transaction. */
  TRANSACTION_ID("transactionId"),
  /** The task that is launched. */
  TASK("task");

  private static final Map<String, ContextField> BY_PATH =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ContextField::path, Function.identity()));

  private final String path;

  ContextField(String path) {
    this.path = path;
  }

  /** The dotted name, such as {@code patient.birthDate}. */
  public String path() {
    return path;
  }

  /** Whether it identifies the patient, who may have identifiers of several systems. */
  boolean isPatientIdentifier() {
    return this == PATIENT_ID || this == PATIENT_NATIONAL_ID;
  }

  /** Whether it is an identifier of a person or organisation, or the system of one. */
  boolean identifies() {
    return isPatientIdentifier()
        || Arrays.stream(ContextIdentifier.values())
            .anyMatch(identifier -> this == identifier.system() || this == identifier.value());
  }

  /** The field of that dotted name; empty when there is none. */
  public static Optional<ContextField> ofPath(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }
}
