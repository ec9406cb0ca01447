package org.launchgate.example.attack.trial;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.function.Predicate;

/** What an attack needs to be told before it can be tried. */
public enum Need {
  KEY("the partner's key (--key or --secret)", s -> s.signer().isPresent()),
  ISSUER("the partner's issuer (--issuer)", s -> s.issuer().isPresent()),
  KEY_ID("the partner's key id (--kid)", s -> s.keyId().isPresent()),
  RSA_KEY("an RSA key of the partner", s -> has(s, RSAPrivateKey.class)),
  EC_KEY("an EC key of the partner", s -> has(s, ECPrivateKey.class)),
  PUBLIC_KEY("the partner's public key (--public-key)", s -> s.publicKey().isPresent()),
  AGREED("the algorithms that were agreed (--algorithms)", s -> !s.algorithms().isEmpty()),
  OTHER_KEY("another partner's key (--other-key)", s -> s.otherSigner().isPresent()),
  RECEIVER_KEY("the receiver's public key (--receiver-key)", s -> s.receiverKey().isPresent()),
  ORGANIZATIONS("--one-organization, when the partner has one alone", Setup::oneOrganization),
  WHOAMI("an address that tells who is logged in (--whoami)", s -> s.whoami().isPresent()),
  LOGOUT("the log-out's address (--logout)", s -> s.logout().isPresent()),
  PLAIN_HTTP("a deployment that is reached by plain http", s -> !s.isEncrypted()),
  QUERY("a profile that takes tokens from a link", s -> s.profile().takesLinks()),
  FORM_ONLY("a profile that takes no tokens from a link", s -> !s.profile().takesLinks()),
  ISSUER_RULE("a profile with an issuer", s -> s.profile().hasIssuer()),
  AUDIENCE("a profile with an audience", s -> s.profile().hasAudience()),
  NO_AUDIENCE("a profile without an audience", s -> !s.profile().hasAudience()),
  MAX_AGE("a profile with a greatest age", s -> s.profile().maxAge().isPresent()),
  LIFETIME("a profile with a longest lifetime", s -> s.profile().maxLifetime().isPresent()),
  ISSUED_AT("a profile that demands iat", s -> s.profile().required().contains("iat")),
  EXPIRY("a profile that demands exp", s -> s.profile().required().contains("exp")),
  TOKEN_ID("a profile that demands jti", s -> s.profile().required().contains("jti")),
  KEY_ID_RULE("a profile whose partners are known by kid", s -> s.profile().needsKeyId()),
  NO_TOKEN_ID(
      "a profile that takes tokens without jti", s -> !s.profile().required().contains("jti")),
  ZORGDOMEIN("the profile zorgdomein", s -> s.profile().name().equals("zorgdomein")),
  EXORLIVE("the profile exorlive", s -> s.profile().name().equals("exorlive")),
  HTI("a profile of HTI", s -> s.profile().hasAudience()),
  HTI_1("the profile hti-1.1", s -> s.profile().name().equals("hti-1.1")),
  HTI_2(
      "a profile of HTI 2.0",
      s -> s.profile().hasAudience() && !s.profile().name().equals("hti-1.1"));

  private final String text;
  private final Predicate<Setup> met;

  Need(String text, Predicate<Setup> met) {
    this.text = text;
    this.met = met;
  }

  /** In words. */
  public String text() {
    return text;
  }

  boolean isMet(Setup setup) {
    return met.test(setup);
  }

  private static boolean has(Setup setup, Class<?> type) {
    return setup.signer().filter(signer -> type.isInstance(signer.key())).isPresent();
  }
}
