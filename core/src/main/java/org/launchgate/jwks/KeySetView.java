package org.launchgate.jwks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/** The keys of a set under the policy of one partner. Thread-safe. */
final class KeySetView {
  private final RemoteKeySet set;
  private final Set<SigningAlgorithm> agreed;
  private final Set<String> configuredKeyIds;
  private final UnaryOperator<PartnerKey> narrowing;

  /** The keys of the last snapshot that was asked for; another thread may make them once more. */
  private volatile @Nullable Bound bound;

  /**
   * A view.
   *
   * @param narrowing applied to each key; one for which it throws an {@link
   *     IllegalArgumentException} is left out
   */
  KeySetView(
      RemoteKeySet set,
      Set<SigningAlgorithm> agreed,
      Set<String> configuredKeyIds,
      UnaryOperator<PartnerKey> narrowing) {
    this.set = set;
    this.agreed = Set.copyOf(agreed);
    this.configuredKeyIds = Set.copyOf(configuredKeyIds);
    this.narrowing = narrowing;
  }

  /** When the set was asked last. */
  Instant lastAsked() {
    return set.lastAsked();
  }

  /** How long a launch may wait for it. */
  Duration waiting() {
    return set.waiting();
  }

  /**
   * What is in memory, which nobody is asked for and nobody waits for; empty when the set as it is
   * there does not know. A key that is known, but not for this algorithm, is known to be none: it
   * will not change by asking again.
   */
  Optional<List<PartnerKey>> known(Optional<String> keyId, SigningAlgorithm algorithm) {
    KeySnapshot current = set.current();
    if (current == null) {
      return Optional.empty();
    }
    List<PartnerKey> named = named(current, keyId);
    List<PartnerKey> fitting = fitting(named, algorithm);
    boolean decided = !fitting.isEmpty() || (keyId.isPresent() && !named.isEmpty());
    return decided ? Optional.of(fitting) : Optional.empty();
  }

  /** The keys of the set as its server has it, see {@link RemoteKeySet#refreshed}. */
  List<PartnerKey> asked(Optional<String> keyId, SigningAlgorithm algorithm, long deadline) {
    return fitting(named(set.refreshed(deadline), keyId), algorithm);
  }

  /** Those of that {@code kid}; all, when a token names none. */
  private List<PartnerKey> named(KeySnapshot snapshot, Optional<String> keyId) {
    return bound(snapshot).keys.stream()
        .filter(key -> keyId.isEmpty() || key.keyId().equals(keyId))
        .toList();
  }

  private static List<PartnerKey> fitting(List<PartnerKey> keys, SigningAlgorithm algorithm) {
    return keys.stream().filter(key -> key.algorithms().contains(algorithm)).toList();
  }

  private Bound bound(KeySnapshot snapshot) {
    Bound last = bound;
    if (last == null || last.snapshot != snapshot) {
      last = bind(snapshot);
      bound = last;
    }
    return last;
  }

  private Bound bind(KeySnapshot snapshot) {
    List<PartnerKey> keys = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (KeyMaterial key : snapshot.keys()) {
      try {
        keys.add(bind(key));
      } catch (IllegalArgumentException e) {
        leftOut.add(name(key) + ": " + e.getMessage());
      }
    }
    set.noteLeftOut(leftOut);
    return new Bound(snapshot, List.copyOf(keys));
  }

  private static String name(KeyMaterial key) {
    String keyId = key.keyId();
    return keyId == null ? "the key without kid" : "the key " + KeySetDocument.shown(keyId);
  }

  private PartnerKey bind(KeyMaterial key) {
    if (key.keyId() != null && configuredKeyIds.contains(key.keyId())) {
      throw new IllegalArgumentException("is configured; the configured key counts");
    }
    return narrowing.apply(PartnerKey.of(key.keyId(), key.key(), key.fitting(agreed)));
  }

  /** Keys bound to the agreed algorithms, and where they are from. */
  private record Bound(KeySnapshot snapshot, List<PartnerKey> keys) {}
}
