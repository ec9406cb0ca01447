package org.launchgate.servlet;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;

/**
 * Counts events by partner and result. Only partners that are configured have figures of their own,
 * and not more than {@value #MAX_PARTNERS} of them: nobody outside can make it grow. Thread-safe.
 */
final class LaunchFigures {
  static final int MAX_PARTNERS = 500;
  private static final String NO_PARTNER = "-";
  private static final String OTHERS = "*";

  private final Map<String, Partner> partners = new ConcurrentHashMap<>();

  void count(LaunchEvent event) {
    Partner partner = partner(event.partner().orElse(NO_PARTNER));
    String result = event.reason().orElseGet(() -> event.kind().name().toLowerCase(Locale.ROOT));
    partner.results.computeIfAbsent(result, name -> new Result()).count(event);
    if (event.kind() == Kind.ACCEPTED || event.kind() == Kind.REFUSED) {
      event
          .token()
          .flatMap(token -> token.issuedAt())
          .ifPresent(iat -> partner.clock.add(Duration.between(iat, event.time())));
    }
  }

  private Partner partner(String id) {
    Partner known = partners.get(id);
    if (known != null) {
      return known;
    }
    String key = partners.size() < MAX_PARTNERS || id.equals(NO_PARTNER) ? id : OTHERS;
    return partners.computeIfAbsent(key, name -> new Partner());
  }

  Map<String, LaunchesMXBean.Launches> launches() {
    Map<String, LaunchesMXBean.Launches> rows = new TreeMap<>();
    partners.forEach(
        (id, partner) ->
            partner.results.forEach(
                (name, result) -> rows.put(id + "|" + name, result.row(id, name))));
    return rows;
  }

  Map<String, LaunchesMXBean.ClockSkew> clockSkews() {
    Map<String, LaunchesMXBean.ClockSkew> rows = new TreeMap<>();
    partners.forEach(
        (id, partner) -> partner.clock.figures().ifPresent(figures -> rows.put(id, figures)));
    return rows;
  }

  private static final class Partner {
    final Map<String, Result> results = new ConcurrentHashMap<>();
    final ClockSkewMeter clock = new ClockSkewMeter();
  }

  private static final class Result {
    private final LongAdder number = new LongAdder();
    private final Latencies latencies = new Latencies();

    void count(LaunchEvent event) {
      number.increment();
      event.verification().ifPresent(latencies::add);
    }

    LaunchesMXBean.Launches row(String partner, String result) {
      return new LaunchesMXBean.Launches(partner, result, number.sum(), latencies.times());
    }
  }
}
