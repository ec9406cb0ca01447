package org.launchgate.jwks;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JWK sets of one deployment that are fetched by URL. Lives as long as the deployment: what is
 * fetched outlives a change of the partners file.
 *
 * <p>Whoever reads a partners file asks {@link #at} for each set that it names, makes the partners
 * with {@link RemoteKeySet#resolver}, and, when the whole file is good, calls {@link #activate}
 * just before the new partners are put in place. A file that turns out to be wrong changes nothing:
 * nothing is fetched for a set that is not activated.
 *
 * <p>No thread exists while no set is active. Thread-safe.
 */
public final class RemoteKeySets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteKeySets.class);

  private final Clock clock;
  private final Limits limits;
  private final KeyFetcher fetcher;

  private final Semaphore places = new Semaphore(WaitingLaunches.MOST_OF_ALL);

  // guarded by this
  private final Map<Place, RemoteKeySet> sets = new LinkedHashMap<>();
  private final Map<String, DemandPause> pauses = new HashMap<>();
  private @Nullable FetchThreads threads;
  private boolean closed;

  /** The sets that the timer looks at: a copy, so that it never waits for this object. */
  private volatile List<RemoteKeySet> active = List.of();

  /**
   * No sets yet.
   *
   * @param clock tells when keys are stale or too old, and when a server may be asked again
   */
  public RemoteKeySets(Clock clock) {
    this(clock, Limits.STANDARD, InetAddress::getAllByName);
  }

  RemoteKeySets(Clock clock, Limits limits, HostNames names) {
    this(clock, limits, new HttpsKeyFetcher(new Connector(names, limits.connect())));
  }

  RemoteKeySets(Clock clock, Limits limits, KeyFetcher fetcher) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.limits = limits;
    this.fetcher = fetcher;
  }

  /**
   * The set of that partner at that address: the one that exists, with the keys that it has, else a
   * new one, which stays idle until it is activated. Partners never share a set.
   *
   * @throws IllegalArgumentException when the address is none that a set may have: it must be
   *     https, name a host, and hold no user, no password and no fragment
   * @throws IllegalStateException when this is closed
   */
  public synchronized RemoteKeySet at(String partnerId, URI url) {
    requireOpen();
    Place place = new Place(partnerId, new KeySetUrl(url));
    return sets.computeIfAbsent(
        place,
        at ->
            new RemoteKeySet(
                at.partnerId,
                at.url,
                clock,
                limits,
                fetcher,
                pauses.computeIfAbsent(at.partnerId, id -> new DemandPause(limits.pause())),
                new WaitingLaunches(places)));
  }

  /**
   * Says which sets are in use, and how they are fetched from now on. The first fetch of new ones
   * starts in the background; all others are closed and forgotten, and with none in use the threads
   * end.
   *
   * @throws IllegalArgumentException when one is not of {@link #at}, or was forgotten since; then
   *     nothing changes
   * @throws IllegalStateException when this is closed
   */
  public synchronized void activate(FetchSettings settings, Set<RemoteKeySet> inUse) {
    requireOpen();
    Objects.requireNonNull(settings, "settings");
    if (!sets.values().containsAll(inUse)) {
      throw new IllegalArgumentException("a JWK set is not, or no more, one of this deployment");
    }
    sets.values().stream().filter(set -> !inUse.contains(set)).forEach(RemoteKeySet::close);
    sets.values().retainAll(inUse);
    shareDemand(inUse);
    active = List.copyOf(inUse);
    if (inUse.isEmpty()) {
      stopThreads();
    } else {
      FetchThreads running = runningThreads();
      inUse.forEach(set -> set.activate(settings, running));
    }
  }

  /** A partner's pause outlives a change of its sets, as their keys do. */
  private void shareDemand(Set<RemoteKeySet> inUse) {
    Map<String, Integer> counts = new HashMap<>();
    inUse.forEach(set -> counts.merge(set.partnerId(), 1, Integer::sum));
    pauses.keySet().retainAll(counts.keySet());
    pauses.forEach((partner, pause) -> pause.shareAmong(counts.getOrDefault(partner, 1)));
  }

  /** Closes every set and ends the threads; further calls do nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    active = List.of();
    sets.values().forEach(RemoteKeySet::close);
    sets.clear();
    stopThreads();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the JWK sets of this deployment are closed");
    }
  }

  private FetchThreads runningThreads() {
    FetchThreads running = threads;
    if (running == null) {
      running = new FetchThreads();
      running.every(limits.tick(), this::tick);
      threads = running;
    }
    return running;
  }

  private void stopThreads() {
    if (threads != null) {
      threads.close();
      threads = null;
    }
  }

  private void tick() {
    for (RemoteKeySet set : active) {
      try {
        set.tick();
      } catch (Throwable e) {
        // The others go on, and so does the timer, which would end with an exception.
        LOG.warn("{} could not be looked at", set, e);
      }
    }
  }

  /** Which set it is. */
  private record Place(String partnerId, KeySetUrl url) {}
}
