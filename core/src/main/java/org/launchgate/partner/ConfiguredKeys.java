package org.launchgate.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * The default key resolver: the keys that are configured with the partner, and those from where the
 * partner's further keys come. A configured key comes first: for its {@code kid} nobody else is
 * asked. Stateless, thread-safe.
 */
public final class ConfiguredKeys implements KeyResolver {

  /** A resolver that asks each partner for its keys. */
  public ConfiguredKeys() {}

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    List<PartnerKey> configured =
        partner.keys().stream()
            .filter(key -> keyId.isEmpty() || key.keyId().equals(keyId))
            .filter(key -> key.algorithms().contains(algorithm))
            .toList();
    if (partner.furtherKeys().isEmpty() || (keyId.isPresent() && !configured.isEmpty())) {
      return configured;
    }
    List<PartnerKey> keys = new ArrayList<>(configured);
    try {
      keys.addAll(partner.furtherKeys().get().resolve(partner, keyId, algorithm));
    } catch (LaunchUnavailableException e) {
      keys.addAll(e.otherKeys());
      throw e.withOtherKeys(keys);
    }
    return List.copyOf(keys);
  }
}
