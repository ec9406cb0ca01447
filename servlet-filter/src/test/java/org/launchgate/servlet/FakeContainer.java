package org.launchgate.servlet;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As much of a servlet container as the launch filter needs, in this thread and without sockets: so
 * fast that a test can make a hundred thousand requests.
 */
final class FakeContainer {
  static final String COOKIE = "JSESSIONID";

  final LaunchFilter filter;
  final Clock clock;
  private final Duration idle;
  private final Map<String, FakeSession> sessions = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private volatile boolean restless;

  /**
   * A container.
   *
   * @param filter the filter, initialised
   * @param idle after how long without a request a session ends
   */
  FakeContainer(LaunchFilter filter, Clock clock, Duration idle) {
    this.filter = filter;
    this.clock = clock;
    this.idle = idle;
  }

  /** Has requests that come at once get in each other's way. */
  FakeContainer restless() {
    restless = true;
    return this;
  }

  /** Forgets all sessions. */
  void clear() {
    sessions.clear();
  }

  /** The session of that id, which counts as used now; null for none. */
  FakeSession find(String id) {
    FakeSession session = id == null ? null : sessions.get(id);
    if (session == null) {
      return null;
    }
    Instant now = clock.instant();
    if (session.isEnded() || !now.isBefore(session.accessed.plus(idle))) {
      sessions.remove(id);
      return null;
    }
    session.accessed = now;
    return session;
  }

  FakeSession create() {
    FakeSession session = new FakeSession("S" + ids.incrementAndGet(), clock.instant(), restless);
    sessions.put(session.id, session);
    return session;
  }

  void changeId(FakeSession session) {
    String id = "S" + ids.incrementAndGet();
    sessions.remove(session.id);
    session.id = id;
    sessions.put(id, session);
  }

  /** What the application is: it is handed what passes the filter. */
  FakeExchange send(FakeExchange exchange, FilterChain application) {
    try {
      filter.doFilter(exchange.request(), exchange.response(), application);
      return exchange;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
