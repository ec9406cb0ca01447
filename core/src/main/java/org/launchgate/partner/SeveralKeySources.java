package org.launchgate.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * Several places from where one partner's keys come. One that does not answer matters only when no
 * other one has the key: then there is no verdict. A {@code kid} that another one knows is that
 * key; without a {@code kid} the signature tells.
 */
record SeveralKeySources(List<KeyResolver> sources) implements KeyResolver {

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    List<PartnerKey> keys = new ArrayList<>();
    @Nullable LaunchUnavailableException silent = null;
    for (KeyResolver source : sources) {
      try {
        keys.addAll(source.resolve(partner, keyId, algorithm));
      } catch (LaunchUnavailableException e) {
        keys.addAll(e.otherKeys());
        silent = e;
      }
    }
    if (silent != null && (keys.isEmpty() || keyId.isEmpty())) {
      throw silent.withOtherKeys(keys);
    }
    return List.copyOf(keys);
  }
}
