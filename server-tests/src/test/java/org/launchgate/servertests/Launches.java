package org.launchgate.servertests;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Tokens of the two partners, good ones unless a test spoils them, and what must stay secret. */
final class Launches {
  /**
   * Persons in the tokens: names, national id and phone of ExorLive's, the patient of the other.
   */
  private static final List<String> PERSONS =
      List.of("Lorian", "mando", "Yoda", "13116900216", "99900000", "1969-11-13");

  /** Whom an audit record has to name: the user and the patient, by the partner's own ids. */
  private static final List<String> RECORDED = List.of("01029999", "5a4fc42a");

  private final Set<String> secrets = new HashSet<>(PERSONS);

  /** A ZorgDomein token made now. */
  static TokenBuilder zorgdomein() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  /**
   * An ExorLive token of a patient whom no other has. Such a token has neither time nor id, so two
   * with equal claims would be one and the same.
   */
  static TokenBuilder exorlive() {
    return TestPartner.exorliveToken().nested("contact", "id", UUID.randomUUID().toString());
  }

  /** The token, from now on among the secrets. */
  String token(TokenBuilder builder) {
    return kept(builder.token());
  }

  /** The token with the first character of its signature changed. */
  String tampered(TokenBuilder builder) {
    String token = builder.token();
    int signature = token.lastIndexOf('.') + 1;
    char changed = token.charAt(signature) == 'A' ? 'B' : 'A';
    return kept(token.substring(0, signature) + changed + token.substring(signature + 1));
  }

  /** Everything that no log and no refusal may show: the parts of all tokens, and persons. */
  Set<String> secrets() {
    Set<String> all = secretsOfTheAudit();
    all.addAll(RECORDED);
    return all;
  }

  /** What not even an audit record shows. */
  Set<String> secretsOfTheAudit() {
    return new HashSet<>(secrets);
  }

  private String kept(String token) {
    secrets.addAll(List.of(token.split("\\.")));
    return token;
  }
}
