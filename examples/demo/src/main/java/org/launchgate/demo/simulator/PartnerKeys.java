package org.launchgate.demo.simulator;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of the simulated partners, made anew at every start, and for each a second one that the
 * portal has never heard of.
 *
 * @param xis signs for Demo XIS (RS256)
 * @param xisPublicKey what Demo XIS gave to the portal
 * @param clinic signs for Tatooine Clinic (HS256), shared with the portal
 * @param unknownXis an RSA key of nobody
 * @param unknownClinic a secret of nobody
 */
public record PartnerKeys(
    SigningKey xis,
    PublicKey xisPublicKey,
    SigningKey clinic,
    SigningKey unknownXis,
    SigningKey unknownClinic) {

  /** Fresh keys, under the key ids that the two specifications print. */
  public static PartnerKeys generate() {
    KeyPair xis = rsa();
    return new PartnerKeys(
        new SigningKey("0f379bb9-cbb6", xis.getPrivate()),
        xis.getPublic(),
        new SigningKey("1329879584", secret()),
        new SigningKey("ffffffff-0000", rsa().getPrivate()),
        new SigningKey("9999999999", secret()));
  }

  private static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }

  private static SecretKeySpec secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
