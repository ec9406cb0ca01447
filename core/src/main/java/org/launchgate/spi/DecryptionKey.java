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

  private DecryptionKey(@Nullable String keyId, PrivateKey key) {
    this.keyId = keyId;
    this.key = key;
  }

  /**
   * A key.
   *
   * @param keyId the {@code kid} by which senders name it; null for a key that only tokens without
   *     {@code kid} can use, where it is the only one
   * @param key an RSA key of 2048 to 16384 bits, or an EC key on P-256, P-384 or P-521
   * @throws IllegalArgumentException when the key is of another kind, size or curve
   */
  public static DecryptionKey of(@Nullable String keyId, PrivateKey key) {
    return new DecryptionKey(keyId, Decrypting.requireFit(Objects.requireNonNull(key, "key")));
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

  @Override
  public String toString() {
    return "DecryptionKey[kid=" + keyId + ", " + key.getAlgorithm() + "]";
  }
}
