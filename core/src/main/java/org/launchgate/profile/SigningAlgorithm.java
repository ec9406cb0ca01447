package org.launchgate.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A signature algorithm that can be agreed with a partner (RFC 7518 section 3.1). The names are
 * case-sensitive; {@code none} is not among them.
 */
public enum SigningAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256(Family.RSA),
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384(Family.RSA),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512(Family.RSA),
  /** RSASSA-PSS with SHA-256. */
  PS256(Family.RSA),
  /** RSASSA-PSS with SHA-384. */
  PS384(Family.RSA),
  /** RSASSA-PSS with SHA-512. */
  PS512(Family.RSA),
  /** ECDSA with P-256 and SHA-256. */
  ES256(Family.EC),
  /** ECDSA with P-384 and SHA-384. */
  ES384(Family.EC),
  /** ECDSA with P-521 and SHA-512. */
  ES512(Family.EC),
  /** EdDSA with Ed25519 (RFC 8037); no other curve. */
  EdDSA(Family.OKP),
  /** HMAC with SHA-256: a secret shared with one partner, of 32 bytes or more. */
  HS256(Family.SECRET),
  /** HMAC with SHA-384: a secret shared with one partner, of 48 bytes or more. */
  HS384(Family.SECRET),
  /** HMAC with SHA-512: a secret shared with one partner, of 64 bytes or more. */
  HS512(Family.SECRET);

  /** The kind of key that an algorithm needs. */
  public enum Family {
    /** An RSA public key. */
    RSA,
    /** A public key on an elliptic curve. */
    EC,
    /** An Ed25519 public key. */
    OKP,
    /** A shared secret. */
    SECRET
  }

  private final Family family;

  SigningAlgorithm(Family family) {
    this.family = family;
  }

  /** The kind of key that it needs. */
  public Family family() {
    return family;
  }

  /** The algorithm of that exact name; empty when there is none. */
  public static Optional<SigningAlgorithm> of(String name) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.name().equals(name)).findFirst();
  }

  /** All names, for messages. */
  public static String names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
