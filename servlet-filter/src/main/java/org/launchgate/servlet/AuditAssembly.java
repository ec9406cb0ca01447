package org.launchgate.servlet;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.launchgate.spi.LaunchListener;

/** Puts together what hears of launches: audit log, listeners, figures. */
final class AuditAssembly {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int RANDOM_KEY_BYTES = 32;

  private final AuditSettings settings;
  private final ExtensionLookup extensions;
  private final Clock clock;
  private final RefusalTally.Timer timer;

  AuditAssembly(
      AuditSettings settings, ExtensionLookup extensions, Clock clock, RefusalTally.Timer timer) {
    this.settings = settings;
    this.extensions = extensions;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * The trail of a filter; its thread runs.
   *
   * @throws IllegalArgumentException when a listener cannot be used, or records are required and
   *     nobody makes any
   */
  AuditTrail trail(String filterName, String contextPath, Predicate<String> isPartner) {
    List<LaunchListener> listeners =
        new ArrayList<>(extensions.findAll(LaunchListener.class, InitParam.LAUNCH_LISTENER));
    AuditLog log = extensions.closing(new AuditLog(clock, timer));
    if (settings.log()) {
      listeners.add(0, log);
    }
    if (settings.required() && listeners.isEmpty()) {
      throw InitParams.wrong(
          InitParam.AUDIT_REQUIRED,
          "is true, and nobody keeps records: set auditLog=true, or supply a LaunchListener");
    }
    ListenerQueue queue =
        extensions.closing(new ListenerQueue(filterName, listeners, settings, clock, PATIENCE));
    LaunchFigures figures = new LaunchFigures();
    if (settings.jmx()) {
      JmxRegistration.of(new LaunchesBean(figures, queue), contextPath, filterName)
          .ifPresent(extensions::closing);
    }
    AuditIdentifiers identifiers = new AuditIdentifiers(key(), settings.clearIdentifiers());
    return new AuditTrail(queue, new LaunchEvents(clock, identifiers, isPartner), figures::count);
  }

  private byte[] key() {
    if (settings.key().isPresent()) {
      return settings.key().get().getBytes(StandardCharsets.UTF_8);
    }
    byte[] key = new byte[RANDOM_KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
