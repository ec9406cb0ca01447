package org.launchgate.jwks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** The keys of a set under the policy of one partner. Thread-safe. */
final class KeySetView implements KeyResolver {
  private final RemoteKeySet set;
  private final Set<SigningAlgorithm> agreed;
  private final Set<String> configuredKeyIds;

  /** The keys of the last snapshot that was asked for; another thread may make them once more. */
  private volatile @Nullable Bound bound;

  KeySetView(RemoteKeySet set, Set<SigningAlgorithm> agreed, Set<String> configuredKeyIds) {
    this.set = set;
    this.agreed = Set.copyOf(agreed);
    this.configuredKeyIds = Set.copyOf(configuredKeyIds);
  }

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    if (keyId.filter(configuredKeyIds::contains).isPresent()) {
      return List.of();
    }
    KeySnapshot current = set.current();
    if (current != null) {
      List<PartnerKey> named = named(current, keyId);
      List<PartnerKey> fitting = fitting(named, algorithm);
      // A key that is known, but not for this algorithm, will not change by asking again.
      if (!fitting.isEmpty() || (keyId.isPresent() && !named.isEmpty())) {
        return fitting;
      }
    }
    return fitting(named(set.refreshed(), keyId), algorithm);
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
    return PartnerKey.of(key.keyId(), key.key(), key.fitting(agreed));
  }

  /** Keys bound to the agreed algorithms, and where they are from. */
  private record Bound(KeySnapshot snapshot, List<PartnerKey> keys) {}
}
