package org.launchgate.internal.jose;

import java.security.Key;
import javax.crypto.SecretKey;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.keys.KeyPersuasion;
import org.jose4j.lang.JoseException;

/** The signature check by jose4j, which keeps its own check of algorithm, key and {@code crit}. */
final class JoseSignatureCheck implements SignatureCheck {
  static final JoseSignatureCheck INSTANCE = new JoseSignatureCheck();

  private JoseSignatureCheck() {}

  @Override
  public boolean matches(SignedParts token, String algorithm, Key key) {
    JsonWebSignatureAlgorithm agreed = JoseAlgorithms.named(algorithm);
    if (agreed == null || isSecret(agreed) != (key instanceof SecretKey)) {
      return false;
    }
    try {
      return new PreparsedSignature(token, agreed, key).verifySignature();
    } catch (JoseException e) {
      // jose4j says "no" in this way to a key that does not fit, a signature of the wrong length
      // and a critical header.
      return false;
    }
  }

  @Override
  public String misfit(String algorithm, Key key) {
    JsonWebSignatureAlgorithm agreed = JoseAlgorithms.named(algorithm);
    if (agreed == null) {
      return "the algorithm " + algorithm + " is not offered";
    }
    if (isSecret(agreed) != (key instanceof SecretKey)) {
      return algorithm + " needs " + (isSecret(agreed) ? "a shared secret" : "a public key");
    }
    try {
      agreed.validateVerificationKey(key);
      return "";
    } catch (JoseException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A public key is never a secret: the classic confusion of RS256 and HS256. */
  private static boolean isSecret(JsonWebSignatureAlgorithm algorithm) {
    return algorithm.getKeyPersuasion() == KeyPersuasion.SYMMETRIC;
  }
}
