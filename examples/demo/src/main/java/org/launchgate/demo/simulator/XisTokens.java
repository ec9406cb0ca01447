package org.launchgate.demo.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes the tokens of Demo XIS, in the shape that ZorgDomein's specification prints. */
final class XisTokens {
  private static final long SECONDS_TOO_OLD = 301;

  private final PartnerKeys keys;
  private final Clock clock;

  XisTokens(PartnerKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A good token; without a patient it says who the user is and nothing more. */
  String token(Optional<XisPatient> patient) {
    return signed(patient, clock.instant(), keys.xis());
  }

  /** A token with a fault. A replayed one is good in itself: somebody has to use it first. */
  String faulty(Fault fault) {
    XisPatient patient = XisPatient.ALL.get(0);
    return switch (fault) {
      case TAMPERED -> Tampering.changeLastCharacter(token(Optional.of(patient)), patient.id());
      case EXPIRED -> signed(Optional.of(patient), tooLongAgo(), keys.xis());
      case REPLAYED -> token(Optional.of(patient));
      case UNKNOWN_KEY -> signed(Optional.of(patient), clock.instant(), keys.unknownXis());
    };
  }

  private Instant tooLongAgo() {
    return clock.instant().minusSeconds(SECONDS_TOO_OLD);
  }

  private static String signed(Optional<XisPatient> patient, Instant issuedAt, SigningKey key) {
    return SignedToken.of(header(), claims(patient, issuedAt), key);
  }

  private static Map<String, String> header() {
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", "RS256");
    header.put("typ", "JWT");
    return header;
  }

  private static Map<String, Object> claims(Optional<XisPatient> patient, Instant issuedAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", "Demo XIS");
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", issuedAt.getEpochSecond());
    claims.put("user-id.system", "agb-z");
    claims.put("user-id.value", "01029999");
    claims.put("org-id.system", "agb-z");
    claims.put("org-id.value", "05029999");
    patient.ifPresent(each -> addContext(claims, each));
    return claims;
  }

  private static void addContext(Map<String, Object> claims, XisPatient patient) {
    patient.responsible().ifPresent(code -> addResponsible(claims, code));
    claims.put("context.patient-id", patient.id());
    claims.put("context.icpc", patient.icpc());
    patient.transaction().ifPresent(id -> claims.put("context.xis-transaction-id", id));
  }

  private static void addResponsible(Map<String, Object> claims, String code) {
    claims.put("responsible-id.system", "agb-z");
    claims.put("responsible-id.value", code);
  }
}
