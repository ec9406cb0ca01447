package org.launchgate.spi;

import java.security.Key;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.SigningAlgorithm;

/**
 * One key with which a partner signs: a public key or a shared secret, bound to its algorithms.
 *
 * <p>Immutable; {@link #toString()} shows no key material.
 */
public final class PartnerKey {
  private final @Nullable String keyId;
  private final Key key;
  private final Set<SigningAlgorithm> algorithms;
  private final @Nullable Instant notBefore;
  private final @Nullable Instant notAfter;

  private PartnerKey(
      @Nullable String keyId,
      Key key,
      Set<SigningAlgorithm> algorithms,
      @Nullable Instant notBefore,
      @Nullable Instant notAfter) {
    this.keyId = keyId;
    this.key = Objects.requireNonNull(key, "key");
    this.algorithms = Set.copyOf(algorithms);
    this.notBefore = notBefore;
    this.notAfter = notAfter;
  }

  /**
   * A key that is valid at any time.
   *
   * @param keyId the {@code kid} by which tokens name it; null for a key that only tokens without
   *     {@code kid} can use
   * @param key a public key or a secret key
   * @param algorithms the algorithms for which it may be used; never more than the partner allows
   */
  public static PartnerKey of(@Nullable String keyId, Key key, Set<SigningAlgorithm> algorithms) {
    return new PartnerKey(keyId, key, algorithms, null, null);
  }

  /** The same key, valid from the first instant up to and including the second; null for no end. */
  public PartnerKey validBetween(@Nullable Instant first, @Nullable Instant last) {
    return new PartnerKey(keyId, key, algorithms, first, last);
  }

  /** The {@code kid}; empty when the key has none. */
  public Optional<String> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** The key itself. */
  public Key key() {
    return key;
  }

  /** The algorithms for which it may be used. */
  public Set<SigningAlgorithm> algorithms() {
    return algorithms;
  }

  /** The first instant at which it may be used; empty for no beginning. */
  public Optional<Instant> notBefore() {
    return Optional.ofNullable(notBefore);
  }

  /** The last instant at which it may be used; empty for no end. */
  public Optional<Instant> notAfter() {
    return Optional.ofNullable(notAfter);
  }

  /** Whether it may be used at that instant. */
  public boolean isValidAt(Instant now) {
    return (notBefore == null || !now.isBefore(notBefore))
        && (notAfter == null || !now.isAfter(notAfter));
  }

  @Override
  public String toString() {
    return "PartnerKey[kid=" + keyId + ", " + key.getAlgorithm() + ", " + algorithms + "]";
  }
}
