package org.launchgate.partner;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.launchgate.jwks.RemoteKeySets;
import org.launchgate.profile.Carrier;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partners of a partners file that is watched: a change of the file, or of a key, profile or
 * secret file that it names, takes effect within 5 seconds and without a restart.
 *
 * <p>A change is one atomic step: each launch sees the partners as they were before it or as they
 * are after it. A change with a mistake in it changes nothing: it is logged once, with the reason,
 * and what was loaded before goes on. Values of {@code ${env:}}, {@code ${sys:}} and {@code
 * ${jndi:}} are read again with the file, but do not count as a change by themselves, and a JNDI
 * name keeps the value that it had first.
 *
 * <p>It also says in the log, once each, that a configured key ends within 30, 7 and 1 days.
 *
 * <p>Key sets by URL are fetched in the background; what has been fetched outlives a change of the
 * file, but for partners and addresses that are no more in it.
 *
 * <p>Thread-safe. Holds one daemon thread, and some more where key sets are fetched, until it is
 * closed; then it goes on answering with what it loaded last.
 */
public final class PartnersFile implements PartnerDirectory, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PartnersFile.class);
  private static final Duration EXPIRY_REVIEW = Duration.ofMinutes(1);

  private final ConfigSource source;
  private final Clock clock;
  private final boolean keysFromResolver;
  private final Placeholders placeholders = Placeholders.standard();
  private final RemoteKeySets keySets;
  private final KeyExpiryLog expiry = new KeyExpiryLog();
  private final FileWatch watch;
  private final ScheduledExecutorService watcher;
  private final ScheduledFuture<?> looking;
  private volatile ConfiguredPartners current;
  private List<KeyEnd> keyEnds = List.of();
  private Instant nextExpiryReview;

  private PartnersFile(Builder from) {
    source = from.source;
    clock = from.clock;
    keysFromResolver = from.keysFromResolver;
    keySets = new RemoteKeySets(clock);
    ReadFiles read = new ReadFiles();
    current = load(read);
    watch = new FileWatch(read.all());
    review(Set.of());
    nextExpiryReview = clock.instant().plus(EXPIRY_REVIEW);
    watcher = Executors.newSingleThreadScheduledExecutor(PartnersFile::thread);
    long interval = from.interval.toMillis();
    looking = watcher.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
  }

  /** Starts with the file to read. */
  public static Builder of(ConfigSource source) {
    return new Builder(source);
  }

  /** What was loaded last. */
  public ConfiguredPartners current() {
    return current;
  }

  @Override
  public Optional<Partner> find(PartnerHints hints) {
    return current.find(hints);
  }

  @Override
  public Set<Carrier> carriers() {
    return current.carriers();
  }

  @Override
  public Set<String> origins() {
    return current.origins();
  }

  /** Ends the watching. */
  @Override
  public void close() {
    looking.cancel(true);
    watcher.shutdownNow();
    keySets.close();
  }

  private ConfiguredPartners load(ReadFiles read) {
    LoadedPartners whole =
        new PartnersFileReader(read.noting(source), placeholders.readingFiles(read::read), keySets)
            .read();
    ConfiguredPartners loaded = whole.partners();
    if (!keysFromResolver) {
      loaded.requireKeys();
    }
    if (loaded.decryptionKeys().isEmpty()) {
      loaded.refuseEncryption();
    }
    keySets.activate(whole.fetch(), whole.keySets());
    keyEnds = whole.keyEnds();
    return loaded;
  }

  /** Never throws: the executor would end the watching without a word. */
  private void look() {
    try {
      if (watch.changed()) {
        reload();
      }
      if (!clock.instant().isBefore(nextExpiryReview)) {
        nextExpiryReview = clock.instant().plus(EXPIRY_REVIEW);
        expiry.review(keyEnds, clock.instant());
      }
    } catch (RuntimeException | Error e) {
      LOG.error("{}: looking for changes failed, and is tried again", source.name(), e);
    }
  }

  private void reload() {
    ReadFiles read = new ReadFiles();
    boolean complete = false;
    try {
      ConfiguredPartners loaded = load(read);
      Set<String> before = ids(current);
      current = loaded;
      complete = true;
      LOG.info(
          "{}: loaded anew, {} partner(s); added {}, removed {}",
          source.name(),
          loaded.all().size(),
          without(ids(loaded), before),
          without(before, ids(loaded)));
      review(before);
    } catch (IllegalArgumentException e) {
      LOG.error("a change is not taken, and what was loaded before goes on: {}", e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("{}: a change is not taken, and what was loaded before goes on", source.name(), e);
    } finally {
      watch.loaded(read.all(), complete);
    }
  }

  private void review(Set<String> known) {
    current.warnOfEndlessTokens(known);
    expiry.review(keyEnds, clock.instant());
  }

  private static Set<String> ids(ConfiguredPartners partners) {
    return partners.all().stream().map(Partner::id).collect(Collectors.toSet());
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> rest = new TreeSet<>(ids);
    rest.removeAll(others);
    return rest;
  }

  /** With the class loader of its maker, which JNDI names and placeholders may need. */
  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "launchgate-partners-file");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public String toString() {
    return "PartnersFile[" + source.name() + ", " + current + "]";
  }

  /** Collects how a partners file is read. Not thread-safe. */
  public static final class Builder {
    private final ConfigSource source;
    private Clock clock = Clock.systemUTC();
    private boolean keysFromResolver;
    private Duration interval = Duration.ofMillis(700);

    private Builder(ConfigSource source) {
      this.source = Objects.requireNonNull(source, "source");
    }

    /** The clock, for the end of keys. Default: the system's. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Whether a {@link org.launchgate.spi.KeyResolver} of one's own gives the keys, so that
     * partners need none in the file. Default: no, and a partner without keys is a mistake.
     */
    public Builder keysFromResolver(boolean value) {
      keysFromResolver = value;
      return this;
    }

    /** How long to wait between two looks at the files. */
    Builder interval(Duration value) {
      interval = value;
      return this;
    }

    /**
     * Reads the file and begins to watch it.
     *
     * @throws IllegalArgumentException that names the file, the partner, the member and the remedy
     */
    public PartnersFile open() {
      return new PartnersFile(this);
    }
  }
}
