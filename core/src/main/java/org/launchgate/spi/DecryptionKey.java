package org.launchgate.spi;

import java.security.PrivateKey;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.key.Decrypting;

/**
 * One of the receiver's own private keys, with which encrypted launches are decrypted (HTI:jwe).
 *
 * <p>Immutable; {@link #toString()} shows no key material.
 */
public final class DecryptionKey {
  private final @Nullable String keyId;
  private final PrivateKey key;
  private final @Nullable String algorithm;

  private DecryptionKey(@Nullable String keyId, PrivateKey key, @Nullable String algorithm) {
    this.keyId = keyId;
    this.key = key;
    this.algorithm = algorithm;
  }

  /**
   * A key, for every key management that its kind allows.
   *
   * @param keyId the {@code kid} by which senders name it; null for a key that only tokens without
   *     {@code kid} can use, where it is the only one
   * @param key an RSA key of 2048 to 16384 bits, or an EC key on P-256, P-384 or P-521
   * @throws IllegalArgumentException when the key is of another kind, size or curve
   */
  public static DecryptionKey of(@Nullable String keyId, PrivateKey key) {
    return new DecryptionKey(
        keyId, Decrypting.requireFit(Objects.requireNonNull(key, "key")), null);
  }

  /**
   * The same key, for one key management only, as a JWK's {@code alg} says (RFC 7517 section 4.4).
   *
   * @param keyManagement a name of RFC 7518 section 4.1, such as {@code RSA-OAEP-256}
   * @throws IllegalArgumentException when it is not offered, or the key does not serve for it
   */
  public DecryptionKey onlyFor(String keyManagement) {
    if (!Decrypting.suits(key, keyManagement)) {
      throw new IllegalArgumentException(
          "must be one of those for which the key serves: " + Decrypting.algorithms(key));
    }
    return new DecryptionKey(keyId, key, keyManagement);
  }

  /**
   * The same keys, when tokens can tell them apart.
   *
   * @throws IllegalArgumentException when two have one {@code kid}, or one of several has none and
   *     so could never be chosen
   */
  public static List<DecryptionKey> requireDistinct(List<DecryptionKey> keys) {
    Set<String> ids = new HashSet<>();
    for (DecryptionKey key : keys) {
      if (key.keyId == null && keys.size() > 1) {
        throw new IllegalArgumentException(
            "has several keys, and one of them no \"kid\", by which a token could choose it");
      }
      if (key.keyId != null && !ids.add(key.keyId)) {
        throw new IllegalArgumentException("has two keys with the kid \"" + key.keyId + "\"");
      }
    }
    return List.copyOf(keys);
  }

  /** The {@code kid}; empty when the key has none. */
  public Optional<String> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** The key itself. */
  public PrivateKey key() {
    return key;
  }

  /** Whether it may be used for that key management, by what was said of the key. */
  public boolean isFor(String keyManagement) {
    return algorithm == null || algorithm.equals(keyManagement);
  }

  @Override
  public String toString() {
    return "DecryptionKey[kid=" + keyId + ", " + key.getAlgorithm() + "]";
  }
}
