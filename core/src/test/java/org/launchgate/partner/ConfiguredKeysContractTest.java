package org.launchgate.partner;

import java.util.List;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.KeyResolverContract;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** The default resolver keeps the contract. */
class ConfiguredKeysContractTest extends KeyResolverContract {
  @Override
  protected Partner given(Partner.Builder partner, List<PartnerKey> keys) {
    return partner.keys(keys).build();
  }

  @Override
  protected KeyResolver resolver() {
    return new ConfiguredKeys();
  }
}
