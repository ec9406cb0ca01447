package org.launchgate.partner;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.jwks.RemoteKeySet;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.PartnerKey;

/** Those of one partner's key entries that name a URL. Not thread-safe. */
final class FetchedKeys {
  private final @Nullable RemoteKeySets sets;
  private final String partner;
  private final List<KeyEntry> entries = new ArrayList<>();
  private final List<RemoteKeySet> inUse = new ArrayList<>();

  /**
   * None yet.
   *
   * @param sets where sets are fetched; null where nothing is
   */
  FetchedKeys(@Nullable RemoteKeySets sets, String partner) {
    this.sets = sets;
    this.partner = partner;
  }

  /**
   * Takes an entry that names a URL.
   *
   * @throws IllegalArgumentException when nothing is fetched here, or not from there
   */
  void add(ConfigObject json, KeyEntry entry, URI url) {
    if (sets == null) {
      throw json.error(
          "jwks", "is a URL, which is fetched only for a partners file that is watched");
    }
    RemoteKeySet set;
    try {
      set = sets.at(partner, url);
    } catch (IllegalArgumentException e) {
      throw json.error("jwks", String.valueOf(e.getMessage()));
    }
    if (inUse.contains(set)) {
      throw json.error("jwks", "names a URL that another key of this partner names");
    }
    entries.add(entry);
    inUse.add(set);
  }

  /** The sets. */
  List<RemoteKeySet> sets() {
    return inUse;
  }

  /** When they end, of those whose entry says so. */
  List<KeyEnd> ends() {
    return entries.stream()
        .flatMap(entry -> entry.notAfter().stream())
        .map(end -> KeyEnd.ofFetched(partner, end))
        .toList();
  }

  /** Finds their keys; empty when there is no such entry. */
  Optional<KeyResolver> resolver(Set<SigningAlgorithm> agreed, List<PartnerKey> configured) {
    Set<String> configuredIds = new HashSet<>();
    configured.forEach(key -> key.keyId().ifPresent(configuredIds::add));
    List<KeyResolver> resolvers = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      KeyEntry entry = entries.get(i);
      KeyResolver fetched = inUse.get(i).resolver(agreed, configuredIds);
      resolvers.add(
          (asked, keyId, algorithm) ->
              fetched.resolve(asked, keyId, algorithm).stream()
                  .map(entry::narrowed)
                  .collect(Collectors.toUnmodifiableList()));
    }
    return switch (resolvers.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(resolvers.get(0));
      default -> Optional.of(new SeveralKeySources(List.copyOf(resolvers)));
    };
  }
}
