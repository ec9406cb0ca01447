package org.launchgate.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;
import org.launchgate.spi.LaunchListener;

/**
 * Puts launches into Micrometer meters, by partner; nothing personal is in a tag.
 *
 * <ul>
 *   <li>{@code launchgate.launches}, a counter: {@code partner}, {@code outcome} ({@code accepted},
 *       {@code repeated}, {@code refused}, {@code replayed}, {@code unavailable}) and {@code
 *       reason} ({@code none} where there is none)
 *   <li>{@code launchgate.sessions}, a counter: {@code partner} and {@code event} ({@code
 *       patient_changed}, {@code user_changed}, {@code logout})
 *   <li>{@code launchgate.verification}, a timer of the verification of tokens: {@code partner} and
 *       {@code outcome}
 *   <li>{@code launchgate.clock.skew}, a gauge: our time less {@code iat} of the {@code partner}'s
 *       latest token, in seconds; below 0 where the partner's clock runs ahead
 * </ul>
 *
 * <p>A partner that cannot be told is {@code none}. Events that found the queue full are not
 * counted here; {@code DroppedEvents} over JMX says how many. Thread-safe. Closing takes its meters
 * out of the registries.
 */
public final class LaunchMetrics implements LaunchListener, MeterBinder, AutoCloseable {
  private static final String NONE = "none";
  private static final Set<Kind> OF_SESSIONS =
      Set.of(Kind.PATIENT_CHANGED, Kind.USER_CHANGED, Kind.LINKED, Kind.LOGOUT);
  private static final double MILLIS = 1000;

  private final List<MeterRegistry> registries = new CopyOnWriteArrayList<>();
  private final Map<String, AtomicLong> skews = new ConcurrentHashMap<>();
  private final Set<Meter> meters = ConcurrentHashMap.newKeySet();

  /** Meters in Micrometer's global registry, for the init-param {@code launchListener}. */
  public LaunchMetrics() {
    this(Metrics.globalRegistry);
  }

  /** Meters in that registry. */
  public LaunchMetrics(MeterRegistry registry) {
    registries.add(registry);
  }

  /** Adds a registry, whose meters count from now on. */
  @Override
  public void bindTo(MeterRegistry registry) {
    if (!registries.contains(registry)) {
      registries.add(registry);
      skews.forEach((partner, skew) -> addGauge(registry, partner, skew));
    }
  }

  @Override
  public void on(LaunchEvent event) {
    String partner = event.partner().orElse(NONE);
    if (OF_SESSIONS.contains(event.kind())) {
      count("launchgate.sessions", Tags.of("partner", partner, "event", name(event.kind())));
    } else {
      countLaunch(event, Tags.of("partner", partner, "outcome", name(event.kind())));
    }
  }

  private void countLaunch(LaunchEvent event, Tags tags) {
    count("launchgate.launches", tags.and("reason", event.reason().orElse(NONE)));
    event.verification().ifPresent(time -> time("launchgate.verification", tags, time));
    if (event.kind() == Kind.ACCEPTED || event.kind() == Kind.REFUSED) {
      event
          .token()
          .flatMap(token -> token.issuedAt())
          .ifPresent(
              iat -> setSkew(event.partner().orElse(NONE), Duration.between(iat, event.time())));
    }
  }

  private void count(String name, Tags tags) {
    registries.forEach(registry -> kept(registry.counter(name, tags)).increment());
  }

  private void time(String name, Tags tags, Duration time) {
    registries.forEach(registry -> kept(registry.timer(name, tags)).record(time));
  }

  private void setSkew(String partner, Duration skew) {
    skews
        .computeIfAbsent(
            partner,
            id -> {
              AtomicLong millis = new AtomicLong();
              registries.forEach(registry -> addGauge(registry, id, millis));
              return millis;
            })
        .set(skew.toMillis());
  }

  private void addGauge(MeterRegistry registry, String partner, AtomicLong millis) {
    kept(
        Gauge.builder("launchgate.clock.skew", millis, value -> value.get() / MILLIS)
            .tag("partner", partner)
            .baseUnit("seconds")
            .register(registry));
  }

  private <T extends Meter> T kept(T meter) {
    meters.add(meter);
    return meter;
  }

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** Takes the meters out of the registries, so that a stopped application leaves none behind. */
  @Override
  public void close() {
    registries.forEach(registry -> meters.forEach(registry::remove));
    meters.clear();
  }
}
