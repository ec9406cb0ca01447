package org.launchgate.example.attack.token;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key and the algorithm by which it signs (RFC 7518 section 3.1, RFC 8037).
 *
 * @param algorithm as {@code alg} names it
 */
public record Signer(String algorithm, Key key) {

  /** By a shared secret; an empty one signs like one zero byte, by which HMAC pads it. */
  public static Signer secret(String algorithm, byte[] secret) {
    byte[] key = secret.length == 0 ? new byte[1] : secret;
    return new Signer(algorithm, new SecretKeySpec(key, "HMAC"));
  }

  /** The same key by another algorithm. */
  public Signer by(String other) {
    return new Signer(other, key);
  }

  /** The signature of a text in ASCII, or whatever else is to be signed. */
  public byte[] sign(byte[] input) {
    try {
      return algorithm.startsWith("HS") ? mac(input) : signature(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " with this key: " + e.getMessage(), e);
    }
  }

  private byte[] mac(byte[] input) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA" + bits());
    mac.init(key);
    return mac.doFinal(input);
  }

  private byte[] signature(byte[] input) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name());
    if (algorithm.startsWith("PS")) {
      signature.setParameter(pss());
    }
    signature.initSign((PrivateKey) key);
    signature.update(input);
    return signature.sign();
  }

  private String name() {
    return switch (algorithm.substring(0, 2)) {
      case "RS" -> "SHA" + bits() + "withRSA";
      case "PS" -> "RSASSA-PSS";
      case "ES" -> "SHA" + bits() + "withECDSAinP1363Format";
      default -> "Ed25519";
    };
  }

  private AlgorithmParameterSpec pss() {
    String hash = "SHA-" + bits();
    return new PSSParameterSpec(
        hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits()) / 8, 1);
  }

  private String bits() {
    return algorithm.substring(2, 5);
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "Signer[" + algorithm + "]";
  }
}
