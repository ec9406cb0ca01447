package org.launchgate.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;

class LaunchMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final LaunchMetrics metrics = new LaunchMetrics(registry);

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  private double skew() {
    return registry.get("launchgate.clock.skew").tag("partner", "demo-xis").gauge().value();
  }

  @Test
  void launchesAreCountedByPartnerOutcomeAndReason() {
    metrics.on(Events.full(Kind.ACCEPTED).build());
    metrics.on(Events.full(Kind.ACCEPTED).build());
    metrics.on(Events.full(Kind.REPLAYED).reason("replayed").build());
    metrics.on(LaunchEvent.builder(Kind.REFUSED, Events.NOW).reason("token_missing").build());
    assertThat(
            count(
                "launchgate.launches",
                "partner",
                "demo-xis",
                "outcome",
                "accepted",
                "reason",
                "none"))
        .isEqualTo(2);
    assertThat(
            count(
                "launchgate.launches",
                "partner",
                "demo-xis",
                "outcome",
                "replayed",
                "reason",
                "replayed"))
        .isEqualTo(1);
    assertThat(
            count(
                "launchgate.launches",
                "partner",
                "none",
                "outcome",
                "refused",
                "reason",
                "token_missing"))
        .isEqualTo(1);
  }

  @Test
  void changesAndLogoutsAreNoLaunches() {
    metrics.on(Events.full(Kind.PATIENT_CHANGED).build());
    metrics.on(Events.full(Kind.USER_CHANGED).build());
    metrics.on(Events.full(Kind.LOGOUT).build());
    assertThat(registry.find("launchgate.launches").meters()).isEmpty();
    for (String event : new String[] {"patient_changed", "user_changed", "logout"}) {
      assertThat(count("launchgate.sessions", "partner", "demo-xis", "event", event)).isEqualTo(1);
    }
  }

  @Test
  void verificationIsTimed() {
    metrics.on(Events.full(Kind.ACCEPTED).verification(Duration.ofMillis(2)).build());
    metrics.on(Events.full(Kind.ACCEPTED).verification(Duration.ofMillis(4)).build());
    metrics.on(Events.full(Kind.ACCEPTED).verification(null).build());
    Timer timer =
        registry
            .get("launchgate.verification")
            .tags("partner", "demo-xis", "outcome", "accepted")
            .timer();
    assertThat(timer.count()).isEqualTo(2);
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(6);
  }

  @Test
  void clockSkewIsThatOfTheLatestTokenAlsoBelowZero() {
    metrics.on(Events.signed(Kind.ACCEPTED, "a", Duration.ofSeconds(3)).build());
    assertThat(skew()).isEqualTo(3);
    metrics.on(Events.signed(Kind.REFUSED, "b", Duration.ofMillis(-40_500)).build());
    assertThat(skew()).isEqualTo(-40.5);
    metrics.on(Events.signed(Kind.REPLAYED, "b", Duration.ofHours(1)).build());
    metrics.on(Events.signed(Kind.REPEATED, "b", Duration.ofHours(1)).build());
    assertThat(skew()).isEqualTo(-40.5);
  }

  @Test
  void secondRegistryCountsFromItsBindingOnAndHasTheGauges() {
    metrics.on(Events.full(Kind.ACCEPTED).build());
    SimpleMeterRegistry second = new SimpleMeterRegistry();
    metrics.bindTo(second);
    metrics.bindTo(second);
    assertThat(second.get("launchgate.clock.skew").gauge().value()).isEqualTo(2);
    metrics.on(Events.full(Kind.ACCEPTED).build());
    assertThat(second.get("launchgate.launches").counter().count()).isEqualTo(1);
    assertThat(registry.get("launchgate.launches").counter().count()).isEqualTo(2);
  }

  @Test
  void withoutARegistryItIsTheGlobalOneAndClosingLeavesNothingThere() {
    SimpleMeterRegistry behind = new SimpleMeterRegistry();
    Metrics.addRegistry(behind);
    try (LaunchMetrics global = new LaunchMetrics()) {
      global.on(Events.full(Kind.ACCEPTED).build());
      assertThat(behind.get("launchgate.launches").counter().count()).isEqualTo(1);
    } finally {
      assertThat(Metrics.globalRegistry.getMeters())
          .extracting(meter -> meter.getId().getName())
          .noneMatch(name -> name.startsWith("launchgate"));
      Metrics.removeRegistry(behind);
    }
  }

  @Test
  void noTagIsPersonal() {
    for (Kind kind : Kind.values()) {
      metrics.on(Events.full(kind).build());
    }
    for (Meter meter : registry.getMeters()) {
      assertThat(meter.getId().toString())
          .doesNotContain("01029999", "400", "id-1", "192.0.2.7", "ABCDEFGHJK", "hmac");
    }
    assertThat(registry.getMeters()).hasSize(5 + 4 + 5 + 1);
  }
}
