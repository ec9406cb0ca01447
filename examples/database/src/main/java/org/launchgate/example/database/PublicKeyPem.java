package org.launchgate.example.database;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.launchgate.profile.SigningAlgorithm;

/** Reads a public key from its PEM text (RFC 7468), by the JDK alone. */
final class PublicKeyPem {
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

  private PublicKeyPem() {}

  /**
   * The key, of the kind that the algorithm needs.
   *
   * @throws IllegalArgumentException that says what is wrong, and nothing of the text
   */
  static PublicKey read(String pem, SigningAlgorithm algorithm) {
    Matcher block = BLOCK.matcher(pem);
    if (!block.matches()) {
      throw new IllegalArgumentException("is not one PEM block of a PUBLIC KEY");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(1));
      return KeyFactory.getInstance(type(algorithm)).generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException("is no public key for its algorithm " + algorithm, e);
    }
  }

  private static String type(SigningAlgorithm algorithm) {
    return switch (algorithm.family()) {
      case RSA -> "RSA";
      case EC -> "EC";
      case OKP -> "Ed25519";
      case SECRET -> throw new IllegalArgumentException("a shared secret is no public key");
    };
  }
}
