package org.launchgate.jwks;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * The keys that one partner publishes as a JWK set under an https address, for those who write
 * their own partner directory or key resolver. Who uses a partners file needs none: it names the
 * address.
 *
 * <pre>{@code
 * JwksKeyResolver keys =
 *     JwksKeyResolver.fetching(
 *         "portal",
 *         URI.create("https://portal.example.com/.well-known/jwks.json"),
 *         FetchSettings.defaults(),
 *         clock);
 * }</pre>
 *
 * <p>The first fetch starts at once in the background; how keys are kept and who waits is told at
 * {@link RemoteKeySet}. It holds threads until it is closed; after that the keys that are here
 * serve on for as long as they are kept. Thread-safe.
 */
public final class JwksKeyResolver implements KeyResolver, AutoCloseable {
  private final String partnerId;
  private final RemoteKeySets sets;
  private final KeyResolver keys;

  private JwksKeyResolver(String partnerId, RemoteKeySets sets, KeyResolver keys) {
    this.partnerId = partnerId;
    this.sets = sets;
    this.keys = keys;
  }

  /**
   * Starts to fetch.
   *
   * @param partnerId the partner whose keys they are: every other partner has none here
   * @param clock tells when keys are stale or too old
   * @throws IllegalArgumentException when the address is none that a set may have, as for {@link
   *     RemoteKeySets#at}
   */
  public static JwksKeyResolver fetching(
      String partnerId, URI url, FetchSettings settings, Clock clock) {
    return over(new RemoteKeySets(clock), partnerId, url, settings);
  }

  static JwksKeyResolver over(
      RemoteKeySets sets, String partnerId, URI url, FetchSettings settings) {
    RemoteKeySet set = sets.at(partnerId, url);
    sets.activate(settings, Set.of(set));
    // The verifier holds each key to what the partner agreed; that is not known here yet.
    return new JwksKeyResolver(
        partnerId, sets, set.resolver(KeySetDocument.BY_PUBLIC_KEY, Set.of()));
  }

  @Override
  public List<PartnerKey> atHand(Partner partner, SigningAlgorithm algorithm) {
    return partner.id().equals(partnerId) ? keys.atHand(partner, algorithm) : List.of();
  }

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    return partner.id().equals(partnerId) ? keys.resolve(partner, keyId, algorithm) : List.of();
  }

  /** Ends the fetches and their threads. */
  @Override
  public void close() {
    sets.close();
  }
}
