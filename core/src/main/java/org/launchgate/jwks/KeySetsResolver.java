package org.launchgate.jwks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/**
 * Finds one partner's keys in its sets by URL.
 *
 * <p>What is in memory is looked at first, in every set, so a launch whose key is there waits for
 * none. Only then servers are asked, first the one that was asked the longest ago, and a launch
 * waits 5 seconds for all of them together. One that does not answer matters only when no other one
 * has the key: then there is no verdict. Thread-safe.
 */
public final class KeySetsResolver implements KeyResolver {
  private final Set<String> configuredKeyIds;
  private final List<KeySetView> views;

  private KeySetsResolver(Set<String> configuredKeyIds, List<KeySetView> views) {
    this.configuredKeyIds = Set.copyOf(configuredKeyIds);
    this.views = List.copyOf(views);
  }

  /**
   * A resolver over sets of one partner.
   *
   * @param agreed the algorithms that are agreed with the partner: a key is bound to those that it
   *     fits, and left out when there are none
   * @param configuredKeyIds the {@code kid}s of the partner's configured keys, which a fetched key
   *     never replaces
   * @param sets each with what narrows its keys, such as to a time; a key for which that throws an
   *     {@link IllegalArgumentException} is left out
   */
  public static KeyResolver of(
      Set<SigningAlgorithm> agreed,
      Set<String> configuredKeyIds,
      Map<RemoteKeySet, UnaryOperator<PartnerKey>> sets) {
    List<KeySetView> views = new ArrayList<>();
    sets.forEach(
        (set, narrowing) -> views.add(new KeySetView(set, agreed, configuredKeyIds, narrowing)));
    return new KeySetsResolver(configuredKeyIds, views);
  }

  @Override
  public List<PartnerKey> atHand(Partner partner, SigningAlgorithm algorithm) {
    List<PartnerKey> keys = new ArrayList<>();
    views.forEach(view -> view.known(Optional.empty(), algorithm).ifPresent(keys::addAll));
    return List.copyOf(keys);
  }

  @Override
  public List<PartnerKey> resolve(
      Partner partner, Optional<String> keyId, SigningAlgorithm algorithm) {
    if (keyId.filter(configuredKeyIds::contains).isPresent()) {
      return List.of();
    }
    if (keyId.isEmpty()) {
      // What is at hand did not decide, so it is what the servers have that counts.
      return asked(views, keyId, algorithm);
    }
    List<PartnerKey> keys = new ArrayList<>();
    List<KeySetView> others = new ArrayList<>();
    for (KeySetView view : views) {
      view.known(keyId, algorithm).ifPresentOrElse(keys::addAll, () -> others.add(view));
    }
    return others.size() < views.size() ? List.copyOf(keys) : asked(others, keyId, algorithm);
  }

  private static List<PartnerKey> asked(
      List<KeySetView> views, Optional<String> keyId, SigningAlgorithm algorithm) {
    List<PartnerKey> keys = new ArrayList<>();
    @Nullable LaunchUnavailableException silent = null;
    long deadline = System.nanoTime() + longestWait(views);
    for (KeySetView view : byTurns(views)) {
      try {
        keys.addAll(view.asked(keyId, algorithm, deadline));
      } catch (LaunchUnavailableException e) {
        view.known(keyId, algorithm).ifPresent(keys::addAll);
        silent = e;
      }
      if (keyId.isPresent() && !keys.isEmpty()) {
        return List.copyOf(keys);
      }
    }
    if (silent != null) {
      throw silent.withOtherKeys(keys);
    }
    return List.copyOf(keys);
  }

  private static long longestWait(List<KeySetView> views) {
    return views.stream().mapToLong(view -> view.waiting().toNanos()).max().orElse(0);
  }

  private static List<KeySetView> byTurns(List<KeySetView> views) {
    // Noted first: a fetch that starts meanwhile must not change the order while it is made.
    Map<KeySetView, Instant> lastAsked = new HashMap<>();
    views.forEach(view -> lastAsked.put(view, view.lastAsked()));
    return views.stream().sorted(Comparator.comparing(lastAsked::get)).toList();
  }
}
