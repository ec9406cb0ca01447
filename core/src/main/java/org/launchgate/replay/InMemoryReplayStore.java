package org.launchgate.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers used launches in this process: the default, right for one node.
 *
 * <p>Of each launch it keeps half of an HMAC-SHA-256 over partner and launch, under a random key of
 * its own, and the whole second until which it is remembered. It never keeps more than its
 * capacity, nor more of one partner than that partner's share; when there is no room, it refuses to
 * answer, and never forgets a launch early. A claim costs no more than the logarithm of what is
 * kept.
 *
 * <p>With a {@link Builder#file file} its launches outlive an orderly stop: {@link #close} writes
 * them, and the next start reads the file and deletes it. Whatever ends in another way, the next
 * start remembers nothing, and {@link #remembersSince} says so.
 *
 * <p>Several nodes need a shared store, or a token could be used once on each. Thread-safe.
 */
public final class InMemoryReplayStore implements ReplayStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InMemoryReplayStore.class);

  private final Clock clock;
  private final boolean restartFence;
  private final @Nullable ReplayFile file;
  private Instant since;
  private final LaunchDigests digests;
  private final LaunchMemory memory;
  private final Lock lock = new ReentrantLock();
  private boolean closed;

  /**
   * An empty store, of which one partner may fill all, without a file and without {@link
   * Builder#restartFence}: for tests, and where a fresh start has nothing to remember.
   *
   * @param clock tells when a launch may be forgotten
   * @param capacity how many launches it remembers at most, at least 1; some 100 bytes each
   */
  public InMemoryReplayStore(Clock clock, int capacity) {
    this(builder(clock).capacity(capacity).partnerShare(100).restartFence(false), null);
  }

  private InMemoryReplayStore(Builder settings, @Nullable SavedLaunches saved) {
    clock = settings.clock;
    restartFence = settings.restartFence;
    file = settings.file;
    since = saved == null ? clock.instant() : saved.since();
    digests = saved == null ? LaunchDigests.withNewKey() : saved.digests();
    memory = saved == null ? settings.emptyMemory() : saved.memory();
  }

  /** Starts a store that reads that clock. */
  public static Builder builder(Clock clock) {
    return new Builder(clock);
  }

  @Override
  public boolean claim(String partner, String launchId, Instant keepUntil) {
    UsedLaunch launch = digests.digest(partner, launchId, keepUntil);
    long now = UsedLaunch.secondOf(clock.instant());
    lock.lock();
    try {
      if (closed) {
        throw new LaunchUnavailableException("the replay store is closed: its application stops");
      }
      return memory.claim(partner, launch, now);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The start of the first of those runs that handed their launches on to this one, which is this
   * start where nothing was handed on. Empty without {@link Builder#restartFence}.
   *
   * <p>A start that lies in the future was told by a clock that ran ahead and was put right since:
   * then it is the moment at which that is noticed, or nobody could launch until that time has
   * come.
   */
  @Override
  public Optional<Instant> remembersSince() {
    if (!restartFence) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    lock.lock();
    try {
      since = since.isAfter(now) ? now : since;
      return Optional.of(since);
    } finally {
      lock.unlock();
    }
  }

  /** How many places are taken, also by launches that leave with one of the next claims. */
  public int size() {
    lock.lock();
    try {
      return memory.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more launches, and writes those that it remembers into its file where it has one. A
   * claim that comes later is not answered, so that none is missing in the file. That the file
   * cannot be written is logged. Closing again does nothing.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
    } finally {
      lock.unlock();
    }
    if (file != null) {
      save(file);
    }
  }

  private void save(ReplayFile target) {
    try {
      target.put(new SavedLaunches(clock.instant(), since, digests, memory));
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "used launches could not be written to {}: after the next start, tokens that were issued"
              + " before it have to be launched again",
          target,
          e);
    }
  }

  /** Collects the settings of a store. Not thread-safe. */
  public static final class Builder {
    private static final int CAPACITY = 1_000_000;
    private static final int SHARE = 50;

    private final Clock clock;
    private int capacity = CAPACITY;
    private int partnerShare = SHARE;
    private boolean restartFence = true;
    private @Nullable ReplayFile file;

    private Builder(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** How many launches are remembered at most, at least 1; default a million, some 100 MB. */
    public Builder capacity(int value) {
      if (value < 1) {
        throw new IllegalArgumentException("capacity must be at least 1, not " + value);
      }
      capacity = value;
      return this;
    }

    /**
     * How much of the capacity one partner's launches may take, from 1 to 100 percent, default 50,
     * so that a partner that sends masses of them does not shut the others out. It is the same
     * where there is one partner only: there, 100 gives it all. At least one launch.
     */
    public Builder partnerShare(int percent) {
      if (percent < 1 || percent > 100) {
        throw new IllegalArgumentException(
            "partnerShare must be from 1 to 100 percent, not " + percent);
      }
      partnerShare = percent;
      return this;
    }

    /** Whether {@link #remembersSince} says what it cannot know. Default: it does. */
    public Builder restartFence(boolean value) {
      restartFence = value;
      return this;
    }

    /**
     * Where launches lie between an orderly stop and the next start, in a folder that exists and
     * belongs to this store alone. Default: nowhere, so that every start remembers nothing.
     */
    public Builder file(Path value) {
      file = new ReplayFile(value);
      return this;
    }

    /** The store. A file that cannot be used counts as none, and is logged. */
    public InMemoryReplayStore open() {
      SavedLaunches saved = file == null ? null : take(file);
      return new InMemoryReplayStore(this, saved);
    }

    private @Nullable SavedLaunches take(ReplayFile source) {
      try {
        Instant now = clock.instant();
        SavedLaunches saved = source.take(emptyMemory(), capacity, UsedLaunch.secondOf(now));
        if (saved == null) {
          LOG.info("no used launches were handed on: there is no {}", source);
        } else {
          LOG.info(
              "{} used launches of the run that ended at {} are remembered",
              saved.memory().size(),
              saved.stoppedAt());
        }
        return saved;
      } catch (IOException | RuntimeException e) {
        LOG.warn("{} is not used, and no used launches are remembered", source, e);
        return null;
      }
    }

    private LaunchMemory emptyMemory() {
      int share = (int) Math.max(1, (long) capacity * partnerShare / 100);
      return new LaunchMemory(capacity, share);
    }
  }
}
