package org.launchgate.partner;

import java.util.List;
import java.util.Set;
import org.launchgate.jwks.FetchSettings;
import org.launchgate.jwks.RemoteKeySet;

/**
 * What one reading of a partners file gave.
 *
 * @param partners those that may launch
 * @param fetch how key sets are fetched
 * @param keySets those that they need
 * @param keyEnds when those of their keys end of which that is known
 */
record LoadedPartners(
    ConfiguredPartners partners,
    FetchSettings fetch,
    Set<RemoteKeySet> keySets,
    List<KeyEnd> keyEnds) {}
