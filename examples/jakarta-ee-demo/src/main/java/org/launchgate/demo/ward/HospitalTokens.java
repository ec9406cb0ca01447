package org.launchgate.demo.ward;

import java.time.Instant;
import java.util.UUID;

/** The launches of the hospital's users: claims in ExorLive's shape, and the user's role. */
final class HospitalTokens {
  private final TokenSigner signer;

  HospitalTokens(TokenSigner signer) {
    this.signer = signer;
  }

  /** A fresh token; each is good once. */
  String token(Employee user, Inpatient patient) {
    return signer.sign(claims(user, patient));
  }

  /** Nothing in it needs to be escaped. */
  private static String claims(Employee user, Inpatient patient) {
    return """
        {"iss": "Harbour Hospital System", "jti": "%s", "iat": %d,
         "employeeId": "%s", "employeeFirstname": "%s", "employeeLastname": "%s", "employeeRoles": ["%s"],
         "organizationId": "harbour", "organizationName": "Harbour Hospital",
         "contact": {"id": "%s", "firstname": "%s", "lastname": "%s", "birthdate": "%s"}}
        """
        .formatted(
            UUID.randomUUID(),
            Instant.now().getEpochSecond(),
            user.id(),
            user.givenName(),
            user.familyName(),
            user.role(),
            patient.id(),
            patient.givenName(),
            patient.familyName(),
            patient.birthDate());
  }
}
