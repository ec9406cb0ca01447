package org.launchgate.observability;

import java.util.Optional;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;

/**
 * A code of one of the systems that an AuditEvent is written in.
 *
 * @param system the code system
 * @param code the code
 * @param display its words
 */
record FhirCode(String system, String code, String display) {
  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String BALP = "https://profiles.ihe.net/ITI/BALP/CodeSystem/";
  private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

  static final FhirCode APPLICATION = new FhirCode(DICOM, "110150", "Application");
  static final FhirCode USER =
      new FhirCode(BALP + "UserAgentTypes", "UserOauthAgent", "User OAuth Agent participant");
  static final FhirCode RESPONSIBLE =
      new FhirCode(HL7 + "v3-ParticipationType", "RESP", "responsible party");
  static final FhirCode LOGGED_OUT =
      new FhirCode(HL7 + "v3-ParticipationType", "PART", "Participation");
  static final FhirCode SERVER =
      new FhirCode(HL7 + "security-source-type", "4", "Application Server");
  static final FhirCode REQUEST =
      new FhirCode(BALP + "BasicAuditEntityType", "XrequestId", "X-Request-Id");
  static final FhirCode PERSON = new FhirCode(HL7 + "audit-entity-type", "1", "Person");
  static final FhirCode OBJECT = new FhirCode(HL7 + "audit-entity-type", "2", "System Object");
  static final FhirCode ORGANIZATION = new FhirCode(HL7 + "audit-entity-type", "3", "Organization");
  static final FhirCode OTHER = new FhirCode(HL7 + "audit-entity-type", "4", "Other");
  static final FhirCode PATIENT = new FhirCode(HL7 + "object-role", "1", "Patient");
  static final FhirCode SECURITY_RESOURCE =
      new FhirCode(HL7 + "object-role", "13", "Security Resource");
  static final FhirCode JOB = new FhirCode(HL7 + "object-role", "20", "Job");

  private static final FhirCode AUTHENTICATION =
      new FhirCode(DICOM, "110114", "User Authentication");
  private static final FhirCode PATIENT_RECORD = new FhirCode(DICOM, "110110", "Patient Record");
  private static final FhirCode LOGIN = new FhirCode(DICOM, "110122", "Login");
  private static final FhirCode SECURITY = new FhirCode(DICOM, "110113", "Security Alert");
  private static final FhirCode ATTRIBUTES =
      new FhirCode(DICOM, "110137", "User Security Attributes Changed");
  private static final FhirCode LOGOUT = new FhirCode(DICOM, "110123", "Logout");

  static FhirCode type(Kind kind) {
    return switch (kind) {
      case PATIENT_CHANGED -> PATIENT_RECORD;
      case LINKED -> SECURITY;
      default -> AUTHENTICATION;
    };
  }

  static Optional<FhirCode> subtype(Kind kind) {
    return switch (kind) {
      case PATIENT_CHANGED -> Optional.empty();
      case LOGOUT, USER_CHANGED -> Optional.of(LOGOUT);
      case LINKED -> Optional.of(ATTRIBUTES);
      default -> Optional.of(LOGIN);
    };
  }

  /** Read a patient's record, or execute. */
  static String action(Kind kind) {
    return kind == Kind.PATIENT_CHANGED ? "R" : "E";
  }

  /** Success, minor failure, serious failure. */
  static String outcome(LaunchEvent.Outcome outcome) {
    return switch (outcome) {
      case SUCCESS -> "0";
      case REFUSED -> "4";
      case UNAVAILABLE -> "8";
    };
  }
}
