package org.launchgate.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;

/** Tells whether a public and a private key are the two halves of one RSA or EC key. */
final class KeyHalves {
  private static final byte[] TEXT = "launchgate".getBytes(StandardCharsets.US_ASCII);

  private KeyHalves() {}

  /** By a signature, since the JDK has no other way to go from a private EC key to its point. */
  static boolean match(PublicKey one, PrivateKey other) {
    try {
      Signature signature =
          Signature.getInstance(
              other instanceof ECPrivateKey ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(other);
      signature.update(TEXT);
      byte[] made = signature.sign();
      signature.initVerify(one);
      signature.update(TEXT);
      return signature.verify(made);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Numbers that make no key at all fail like this.
      return false;
    }
  }
}
