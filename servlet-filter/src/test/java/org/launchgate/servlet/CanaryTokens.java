package org.launchgate.servlet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.launchgate.Canary;
import org.launchgate.HtiPartner;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Good tokens of every profile, with a canary wherever a value is personal. */
final class CanaryTokens {
  private CanaryTokens() {}

  static long now() {
    return Instant.now().getEpochSecond();
  }

  static TokenBuilder zorgdomein() {
    return spilling(TestPartner.zorgdomeinToken(tokenId(), now()))
        .claim("user-id.value", Canary.USER_ID.text())
        .claim("responsible-id.system", "agb-z")
        .claim("responsible-id.value", Canary.RESPONSIBLE_ID.text())
        .claim("context.patient-id", Canary.PATIENT_ID.text())
        .claim("context.icpc", Canary.PROBLEM.text())
        .claim("context.xis-transaction-id", Canary.TRANSACTION_ID.text());
  }

  static TokenBuilder exorlive() {
    return spilling(TestPartner.exorliveToken())
        .claim("jti", tokenId())
        .claim("employeeId", Canary.USER_ID.text())
        .claim("employeeUsername", Canary.USERNAME.text())
        .claim("employeeFirstname", Canary.USER_GIVEN_NAME.text())
        .claim("employeeLastname", Canary.USER_FAMILY_NAME.text())
        .claim("employeeEmail", Canary.USER_EMAIL.text())
        .nested("contact", "id", Canary.PATIENT_ID.text())
        .nested("contact", "birthdate", Canary.PATIENT_BIRTH_DATE.text())
        .nested("contact", "ssn", Canary.PATIENT_NATIONAL_ID.text())
        .nested("contact", "gender", Canary.PATIENT_GENDER.text())
        .nested("contact", "firstname", Canary.PATIENT_GIVEN_NAME.text())
        .nested("contact", "middlename", Canary.PATIENT_MIDDLE_NAME.text())
        .nested("contact", "lastname", Canary.PATIENT_FAMILY_NAME.text())
        .nested("contact", "mobile", Canary.PATIENT_PHONE.text())
        .nested("contact", "email", Canary.PATIENT_EMAIL.text())
        .nested("contact", "diagnosis", Canary.PROBLEM.text());
  }

  static TokenBuilder hti20(String issuer) {
    return spilling(HtiPartner.version20(now()))
        .claim("iss", issuer)
        .claim("jti", tokenId())
        .claim("sub", "Practitioner/" + Canary.USER_ID.text())
        .claim("patient", "Patient/" + Canary.PATIENT_ID.text())
        .claim("resource", "Task/" + Canary.TASK_ID.text());
  }

  static TokenBuilder koppeltaal(String issuer) {
    return hti20(issuer).claim("definition", "ActivityDefinition/walk");
  }

  static TokenBuilder hti11(String issuer) {
    return spilling(HtiPartner.version11(now()))
        .claim("iss", issuer)
        .claim("jti", tokenId())
        .claim("sub", "Practitioner/" + Canary.USER_ID.text())
        .nested("task", "id", Canary.TASK_ID.text())
        .nested("task", "for", Map.of("reference", "Patient/" + Canary.PATIENT_ID.text()));
  }

  /** Of the profile that a deployment wrote for itself. */
  static TokenBuilder own() {
    return spilling(new TokenBuilder())
        .header("alg", "RS256")
        .header("kid", HtiPartner.KEY_ID)
        .claim("iss", CanaryPartners.OWN)
        .claim("jti", tokenId())
        .claim("iat", now())
        .claim("employee", Canary.MARKED_USER.text())
        .claim("login", Canary.USERNAME.text())
        .claim("chief", Canary.RESPONSIBLE_ID.text())
        .claim("client", Canary.MARKED_PATIENT.text())
        .claim("clientNumbers", List.of(number("bsn", Canary.PATIENT_NATIONAL_ID)))
        .claim("clientName", Canary.PATIENT_FAMILY_NAME.text())
        .claim("clientBorn", Canary.PATIENT_BIRTH_DATE.text())
        .claim("clientPhone", Canary.PATIENT_PHONE.text())
        .claim("request", Canary.TRANSACTION_ID.text())
        .signedBy(TestPartner.RSA.getPrivate());
  }

  /** A user of several identifiers, of which a national id is taken. */
  static TokenBuilder ownByNationalId() {
    return own()
        .without("employee")
        .claim("employeeNumbers", List.of(number("bsn", Canary.USER_NATIONAL_ID)));
  }

  private static Map<String, String> number(String system, Canary value) {
    return Map.of("system", system, "value", value.text());
  }

  private static String tokenId() {
    return Canary.TOKEN_ID.text() + "-" + UUID.randomUUID();
  }

  /** What no profile maps: senders put more into tokens than anybody asked for. */
  private static TokenBuilder spilling(TokenBuilder token) {
    return token
        .header("x-note", Canary.FREE_TEXT.text())
        .claim("access_token", Canary.ACCESS_TOKEN.text())
        .claim("given_name", Canary.PATIENT_GIVEN_NAME.text())
        .claim("phone_number", Canary.PATIENT_PHONE.text())
        .claim("notes", List.of(Map.of(Canary.FREE_TEXT.text(), Canary.FREE_TEXT.text())));
  }
}
