package org.launchgate.partner;

import java.time.Instant;
import java.util.List;
import org.launchgate.internal.config.OneLine;
import org.launchgate.spi.Partner;

/**
 * When a partner's key can be used no more.
 *
 * @param partner the partner's id
 * @param key how a message names the key
 * @param end the last instant of it
 */
record KeyEnd(String partner, String key, Instant end) {

  /** Those of a partner's configured keys that end. */
  static List<KeyEnd> of(Partner partner) {
    return partner.keys().stream()
        .filter(key -> key.notAfter().isPresent())
        .map(
            key ->
                new KeyEnd(
                    partner.id(),
                    "key with kid " + OneLine.of(key.keyId().orElse("none")),
                    key.notAfter().orElseThrow()))
        .toList();
  }

  /** That of all keys which a partner publishes at one address. */
  static KeyEnd ofFetched(String partner, Instant end) {
    return new KeyEnd(partner, "key set that is fetched by URL", end);
  }
}
