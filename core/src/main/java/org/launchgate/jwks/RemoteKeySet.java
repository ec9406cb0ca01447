package org.launchgate.jwks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.launchgate.jwks.Flight.Outcome;
import org.launchgate.jwks.KeyFetcher.Fetched;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JWK set of one partner at one address. Made by {@link RemoteKeySets#at}; thread-safe.
 *
 * <p>A launch whose key is here is answered from memory, without a lock and whatever goes on with
 * the server. A launch that names another key starts a fetch, when the one before started more than
 * 30 seconds ago, or joins one that is under way; it waits 5 seconds at most, and only a limited
 * number of launches wait. What the fetch brings decides: the key, or no key (a refusal), or, when
 * it failed, that nobody knows (503).
 *
 * <p>Idle until it is activated and after it was closed: then nothing is fetched, and what was
 * fetched before serves on.
 */
public final class RemoteKeySet {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteKeySet.class);

  /** Threads that one set may hold though their fetches were given up. */
  private static final int MOST_STUCK = 2;

  private final String partnerId;
  private final KeySetUrl url;
  private final Clock clock;
  private final Limits limits;
  private final KeyFetcher fetcher;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<List<String>> notedInSet = new AtomicReference<>(List.of());
  private final AtomicReference<List<String>> notedByPolicy = new AtomicReference<>(List.of());

  /** Swapped as a whole; null until the first good fetch. */
  private volatile @Nullable KeySnapshot snapshot;

  private volatile FetchSettings settings = FetchSettings.defaults();

  private final Object lock = new Object();

  // guarded by the lock, which is never held while anything is fetched, logged or waited for
  private final FetchSchedule schedule;
  private @Nullable FetchThreads threads;
  private @Nullable Flight flight;
  private final Set<Flight> stuck = new HashSet<>();
  private String lastFailure = "";
  private boolean expiryTold;

  RemoteKeySet(String partnerId, KeySetUrl url, Clock clock, Limits limits, KeyFetcher fetcher) {
    this.partnerId = partnerId;
    this.url = url;
    this.clock = clock;
    this.limits = limits;
    this.fetcher = fetcher;
    this.schedule = new FetchSchedule(limits);
  }

  /** The partner that publishes it. */
  public String partnerId() {
    return partnerId;
  }

  /** Where it is published. */
  public URI url() {
    return url.uri();
  }

  /**
   * Gives the keys of this set to one partner's policy, as {@code Partner.Builder.furtherKeys}
   * wants them. Any number of these may live side by side, such as the ones before and after a
   * change of the partners file; all see what is fetched.
   *
   * @param agreed the algorithms that are agreed with the partner: a key is bound to those that it
   *     fits, and left out when there are none
   * @param configuredKeyIds the {@code kid}s of the partner's configured keys, which a fetched key
   *     never replaces: such a fetched key is left out, and a token with such a {@code kid} causes
   *     no fetch
   */
  public KeyResolver resolver(Set<SigningAlgorithm> agreed, Set<String> configuredKeyIds) {
    return new KeySetView(this, agreed, configuredKeyIds);
  }

  @Override
  public String toString() {
    return "RemoteKeySet[" + name() + "]";
  }

  private String name() {
    return "JWKS of partner " + partnerId + " at " + url.shown();
  }

  // -- for the resolvers

  /** The keys to use now; null when there are none yet or they were kept for too long. */
  @Nullable KeySnapshot current() {
    KeySnapshot keys = snapshot;
    return keys == null || isTooOld(keys, clock.instant()) ? null : keys;
  }

  private boolean isTooOld(KeySnapshot keys, Instant now) {
    return now.isAfter(keys.fetchedAt().plus(settings.keepKeysFor()));
  }

  /**
   * The keys of a fetch that started less than the pause ago, if need be of a new one.
   *
   * @throws LaunchUnavailableException when it failed, or takes longer than this launch may wait
   */
  KeySnapshot refreshed() {
    Flight begun = null;
    Flight running;
    synchronized (lock) {
      Instant now = clock.instant();
      running = flight;
      if (running == null) {
        if (!schedule.mayStart(now)) {
          return lastFetched();
        }
        if (stuck.size() >= MOST_STUCK) {
          throw unavailable("the fetches before it do not come to their end");
        }
        if (threads == null) {
          throw unavailable("it is not in use any more, or not yet");
        }
        begun = begin(now, threads);
        running = begun;
      }
    }
    if (begun != null) {
      submit(begun);
    }
    return await(running);
  }

  private KeySnapshot lastFetched() {
    KeySnapshot keys = current();
    if (schedule.isFailing() || keys == null) {
      throw unavailable(lastFailure.isEmpty() ? "there are no keys" : lastFailure);
    }
    return keys;
  }

  private KeySnapshot await(Flight running) {
    try {
      if (waiting.incrementAndGet() > settings.maxWaiting() && !running.outcome().isDone()) {
        throw unavailable("too many launches wait for it");
      }
      Outcome outcome = running.outcome().get(limits.waiting().toNanos(), TimeUnit.NANOSECONDS);
      if (outcome.keys() == null) {
        throw unavailable(outcome.failure());
      }
      return outcome.keys();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the wait for it was interrupted");
    } catch (TimeoutException e) {
      throw unavailable("it was not there in time");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fetch ends with an outcome, never like this", e);
    } finally {
      waiting.decrementAndGet();
    }
  }

  private LaunchUnavailableException unavailable(String why) {
    return new LaunchUnavailableException(name() + ": " + why);
  }

  /** Notes once per change which keys are left out, and why. */
  void noteLeftOut(List<String> leftOut) {
    noteOnce(notedByPolicy, leftOut);
  }

  private void noteOnce(AtomicReference<List<String>> noted, List<String> leftOut) {
    if (!leftOut.equals(noted.getAndSet(leftOut)) && !leftOut.isEmpty()) {
      LOG.info("{}: not used: {}", name(), FetchFailure.oneLine(String.join("; ", leftOut)));
    }
  }

  // -- for the owner of the sets

  /** From now on it is fetched, with these settings; the first time at once. */
  void activate(FetchSettings newSettings, FetchThreads newThreads) {
    synchronized (lock) {
      settings = newSettings;
      threads = newThreads;
      schedule.settingsChanged();
    }
    tick();
  }

  /** Starts a fetch in the background when one is due. Never blocks. */
  void tick() {
    Flight begun = null;
    boolean expired;
    synchronized (lock) {
      Instant now = clock.instant();
      if (threads == null) {
        return;
      }
      if (flight == null && stuck.size() < MOST_STUCK && schedule.isRefreshDue(now)) {
        begun = begin(now, threads);
      }
      KeySnapshot keys = snapshot;
      expired = !expiryTold && keys != null && isTooOld(keys, now);
      expiryTold |= expired;
    }
    if (begun != null) {
      submit(begun);
    }
    if (expired) {
      LOG.warn("{}: the last good keys are too old and no longer used", name());
    }
  }

  /** Ends what is under way; nothing is fetched from now on. */
  void close() {
    Flight running;
    synchronized (lock) {
      threads = null;
      running = flight;
      flight = null;
    }
    if (running != null) {
      running.outcome().complete(new Outcome(null, "it is not in use any more"));
      running.socket().abort();
    }
  }

  // -- one fetch

  private Flight begin(Instant now, FetchThreads on) {
    Flight begun = new Flight(on);
    flight = begun;
    schedule.started(now);
    return begun;
  }

  private void submit(Flight begun) {
    try {
      begun.threads().run(() -> fly(begun));
    } catch (RejectedExecutionException e) {
      fail(begun, "it is not in use any more");
    } catch (Throwable e) {
      // No thread to be had, for example. A flight that never ends would stop every later one.
      fail(begun, "it could not be started: " + e.getClass().getName());
      throw e;
    }
  }

  private void fly(Flight begun) {
    if (begun.outcome().isDone()) {
      // The set was closed while this stood in the queue.
      return;
    }
    try {
      fetch(begun);
    } finally {
      synchronized (lock) {
        stuck.remove(begun);
      }
    }
  }

  private void fetch(Flight begun) {
    try {
      Future<?> deadline = begun.threads().after(limits.whole(), () -> cutOff(begun));
      try {
        Fetched fetched = fetcher.fetch(url, settings, begun.socket());
        succeed(begun, fetched);
      } finally {
        deadline.cancel(false);
      }
    } catch (FetchFailure e) {
      fail(begun, e.reason());
    } catch (IOException e) {
      fail(begun, reason(e));
    } catch (Throwable e) {
      // Even an Error: a flight that never ends would stop every later one.
      LOG.debug("{}", name(), e);
      fail(begun, "it failed with " + e.getClass().getName());
    }
  }

  /**
   * Its thread may be held for longer, since nothing ends a look-up of a name. With too many of
   * these no fetch starts until one ends: one such set would in time take the threads of all.
   */
  private void cutOff(Flight begun) {
    synchronized (lock) {
      if (flight == begun) {
        stuck.add(begun);
      }
    }
    fail(begun, "it took longer than " + limits.whole().toMillis() + " ms");
    begun.socket().abort();
  }

  private static String reason(IOException e) {
    String detail = FetchFailure.oneLine(String.valueOf(e.getMessage()));
    if (e instanceof SSLException) {
      return "TLS failed: " + detail;
    }
    if (e instanceof SocketTimeoutException) {
      return "no connection in time";
    }
    return (e instanceof ConnectException ? "no connection: " : "the connection failed: ") + detail;
  }

  private void succeed(Flight ended, Fetched fetched) {
    KeySnapshot keys;
    boolean recovered;
    synchronized (lock) {
      if (flight != ended) {
        return;
      }
      Instant now = clock.instant();
      keys = new KeySnapshot(fetched.document().keys(), now);
      recovered = schedule.isFailing();
      schedule.succeeded(now, fresh(fetched.lifetime()));
      lastFailure = "";
      expiryTold = false;
      snapshot = keys;
      flight = null;
    }
    ended.outcome().complete(new Outcome(keys, ""));
    if (recovered) {
      LOG.info("{}: fetched again", name());
    }
    LOG.debug("{}: {} keys, fresh for {}", name(), keys.keys().size(), fetched.lifetime());
    noteOnce(notedInSet, fetched.document().leftOut());
  }

  /** A server that fails leaves at least half of the time for which keys are kept to mend it. */
  private Duration fresh(Duration lifetime) {
    Duration half = settings.keepKeysFor().dividedBy(2);
    return lifetime.compareTo(half) < 0 ? lifetime : half;
  }

  private void fail(Flight ended, String reason) {
    boolean first;
    Instant now = clock.instant();
    synchronized (lock) {
      if (flight != ended) {
        return;
      }
      first = !schedule.isFailing();
      schedule.failed(now);
      lastFailure = reason;
      flight = null;
    }
    ended.outcome().complete(new Outcome(null, reason));
    if (first) {
      LOG.warn("{}: the fetch failed: {}; {}", name(), reason, consequence());
    } else {
      LOG.debug("{}: the fetch failed again: {}", name(), reason);
    }
  }

  private String consequence() {
    KeySnapshot keys = current();
    return keys == null
        ? "launches that need its keys are answered 503"
        : "the keys of "
            + keys.fetchedAt()
            + " stay in use until "
            + keys.fetchedAt().plus(settings.keepKeysFor());
  }
}
