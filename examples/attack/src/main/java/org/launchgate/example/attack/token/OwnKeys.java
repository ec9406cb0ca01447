package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;

/** The attacker's own keys, new in every run. Nobody trusts them. */
public final class OwnKeys {
  private final KeyPair rsa = pair("RSA", 2048);
  private final KeyPair p256 = pair("EC", 256);
  private final KeyPair p384 = pair("EC", 384);
  private final KeyPair p521 = pair("EC", 521);
  private final KeyPair edwards = pair("Ed25519", 255);
  private final byte[] secret =
      "nobody-agreed-on-this-secret,nobody-agreed-on-this-secret,nobody!".getBytes(US_ASCII);

  /** By a key of the kind that an algorithm asks for. */
  public Signer signer(String algorithm) {
    return algorithm.startsWith("HS")
        ? Signer.secret(algorithm, secret)
        : new Signer(algorithm, pair(algorithm).getPrivate());
  }

  /** The public half of that key. */
  public PublicKey publicKey(String algorithm) {
    return pair(algorithm).getPublic();
  }

  /** The shared secret. */
  public byte[] secret() {
    return secret.clone();
  }

  private KeyPair pair(String algorithm) {
    return switch (algorithm) {
      case "ES256" -> p256;
      case "ES384" -> p384;
      case "ES512" -> p521;
      case "EdDSA" -> edwards;
      default -> rsa;
    };
  }

  private static KeyPair pair(String type, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
