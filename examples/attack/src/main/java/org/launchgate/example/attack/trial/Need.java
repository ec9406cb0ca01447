package org.launchgate.example.attack.trial;

import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.function.Predicate;

/**
 * What an attack needs to be told before it can be tried.
 *
 * @param text in words
 */
public record Need(String text, Predicate<Setup> met) {
  public static final Need KEY =
      new Need("the partner's key (--key or --secret)", s -> s.signer().isPresent());
  public static final Need ISSUER =
      new Need("the partner's issuer (--issuer)", s -> s.issuer().isPresent());
  public static final Need KEY_ID =
      new Need("the partner's key id (--kid)", s -> s.keyId().isPresent());
  public static final Need RSA_KEY =
      new Need("an RSA key of the partner", s -> has(s, RSAPrivateKey.class));
  public static final Need EC_KEY =
      new Need("an EC key of the partner", s -> has(s, ECPrivateKey.class));
  public static final Need PUBLIC_KEY =
      new Need("the partner's public key (--public-key)", s -> s.publicKey().isPresent());
  public static final Need AGREED =
      new Need("the algorithms that were agreed (--algorithms)", s -> !s.algorithms().isEmpty());
  public static final Need OTHER_KEY =
      new Need("another partner's key (--other-key)", s -> s.otherSigner().isPresent());
  public static final Need RECEIVER_KEY =
      new Need("the receiver's public key (--receiver-key)", s -> s.receiverKey().isPresent());
  public static final Need ORGANIZATIONS =
      new Need("--one-organization, when the partner has one alone", Setup::oneOrganization);
  public static final Need WHOAMI =
      new Need("an address that tells who is logged in (--whoami)", s -> s.whoami().isPresent());
  public static final Need LOGOUT =
      new Need("the log-out's address (--logout)", s -> s.logout().isPresent());
  public static final Need PLAIN_HTTP =
      new Need("a deployment that is reached by plain http", s -> !s.isEncrypted());
  public static final Need QUERY =
      new Need("a profile that takes tokens from a link", s -> s.profile().takesLinks());
  public static final Need FORM_ONLY =
      new Need("a profile that takes no tokens from a link", s -> !s.profile().takesLinks());
  public static final Need ISSUER_RULE =
      new Need("a profile with an issuer", s -> s.profile().hasIssuer());
  public static final Need AUDIENCE =
      new Need("a profile with an audience", s -> s.profile().hasAudience());
  public static final Need NO_AUDIENCE =
      new Need("a profile without an audience", s -> !s.profile().hasAudience());
  public static final Need MAX_AGE =
      new Need("a profile with a greatest age", s -> s.profile().maxAge().isPresent());
  public static final Need LIFETIME =
      new Need("a profile with a longest lifetime", s -> s.profile().maxLifetime().isPresent());
  public static final Need ISSUED_AT =
      new Need("a profile that demands iat", s -> s.profile().required().contains("iat"));
  public static final Need EXPIRY =
      new Need("a profile that demands exp", s -> s.profile().required().contains("exp"));
  public static final Need TOKEN_ID =
      new Need("a profile that demands jti", s -> s.profile().required().contains("jti"));
  public static final Need KEY_ID_RULE =
      new Need("a profile whose partners are known by kid", s -> s.profile().needsKeyId());
  public static final Need NO_TOKEN_ID =
      new Need(
          "a profile that takes tokens without jti", s -> !s.profile().required().contains("jti"));
  public static final Need ZORGDOMEIN =
      new Need("the profile zorgdomein", s -> s.profile().name().equals("zorgdomein"));
  public static final Need EXORLIVE =
      new Need("the profile exorlive", s -> s.profile().name().equals("exorlive"));
  public static final Need HTI = new Need("a profile of HTI", s -> s.profile().hasAudience());
  public static final Need HTI_1 =
      new Need("the profile hti-1.1", s -> s.profile().name().equals("hti-1.1"));
  public static final Need HTI_2 =
      new Need(
          "a profile of HTI 2.0",
          s -> s.profile().hasAudience() && !s.profile().name().equals("hti-1.1"));

  boolean isMet(Setup setup) {
    return met.test(setup);
  }

  private static boolean has(Setup setup, Class<?> type) {
    return setup.signer().filter(signer -> type.isInstance(signer.key())).isPresent();
  }
}
