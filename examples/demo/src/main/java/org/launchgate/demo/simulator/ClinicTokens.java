package org.launchgate.demo.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes the tokens of Tatooine Clinic, in the shape that ExorLive's specification prints: no
 * issuer, no time and no id, so that one patient gives the same token every time.
 */
final class ClinicTokens {
  private static final long SECONDS_EXPIRED = 301;
  private static final long SECONDS_VALID = 600;

  private final PartnerKeys keys;
  private final Clock clock;

  ClinicTokens(PartnerKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A good token. */
  String token(ClinicPatient patient) {
    return signed(claims(patient), keys.clinic());
  }

  /**
   * A token with a fault. A replayed one is good in itself: somebody has to use it first. It has an
   * expiry, so that it is remembered for as long as it takes a person to send it on.
   */
  String faulty(Fault fault) {
    ClinicPatient patient = ClinicPatient.ALL.get(0).withOtherId(freshId());
    return switch (fault) {
      case TAMPERED -> Tampering.changeLastCharacter(token(patient), patient.id());
      case EXPIRED -> signed(expiring(claims(patient), -SECONDS_EXPIRED), keys.clinic());
      case REPLAYED -> signed(expiring(claims(patient), SECONDS_VALID), keys.clinic());
      case UNKNOWN_KEY -> signed(claims(patient), keys.unknownClinic());
    };
  }

  /** An id of its own for each faulty token, so that none stands in the way of a good one. */
  private static String freshId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private Map<String, Object> expiring(Map<String, Object> claims, long seconds) {
    claims.put("exp", clock.instant().getEpochSecond() + seconds);
    return claims;
  }

  private static String signed(Map<String, Object> claims, SigningKey key) {
    return SignedToken.of(Map.of("alg", "HS256"), claims, key);
  }

  private static Map<String, Object> claims(ClinicPatient patient) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("employeeId", "2f3fb098");
    claims.put("employeeUsername", "mando");
    claims.put("employeeFirstname", "Mando");
    claims.put("employeeLastname", "Lorian");
    claims.put("employeeEmail", "");
    claims.put("organizationName", "Tatooine");
    claims.put("organizationId", "ace615c2");
    claims.put("contact", contact(patient));
    return claims;
  }

  private static Map<String, Object> contact(ClinicPatient patient) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("id", patient.id());
    contact.put("birthdate", patient.birthDate().toString());
    contact.put("ssn", patient.ssn());
    contact.put("gender", patient.gender());
    contact.put("firstname", patient.firstName());
    contact.put("middlename", patient.middleName());
    contact.put("lastname", patient.lastName());
    contact.put("mobile", patient.mobile());
    contact.put("email", patient.email());
    contact.put("diagnosis", patient.diagnosis());
    return contact;
  }
}
