package org.launchgate.jwks;

import java.time.Instant;
import java.util.List;
import org.launchgate.internal.key.KeyMaterial;

/**
 * The keys of one good fetch. Compared by identity: each fetch makes a new one, which takes the
 * place of the one before as a whole.
 */
final class KeySnapshot {
  private final List<KeyMaterial> keys;
  private final Instant fetchedAt;

  KeySnapshot(List<KeyMaterial> keys, Instant fetchedAt) {
    this.keys = List.copyOf(keys);
    this.fetchedAt = fetchedAt;
  }

  List<KeyMaterial> keys() {
    return keys;
  }

  Instant fetchedAt() {
    return fetchedAt;
  }
}
