package org.launchgate.servlet;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchEvent;

/** Tells the counters and the listeners what becomes of launches. Changes no verdict. */
final class AuditTrail {
  private final ListenerQueue queue;
  private final LaunchEvents events;
  private final Consumer<LaunchEvent> counters;

  /**
   * A trail.
   *
   * @param counters told at once of each event, also where the queue has no room
   */
  AuditTrail(ListenerQueue queue, LaunchEvents events, Consumer<LaunchEvent> counters) {
    this.queue = queue;
    this.events = events;
    this.counters = counters;
  }

  /** Room for the record of one launch; empty when it has to be turned away. */
  Optional<ListenerQueue.Places> forLaunch() {
    return queue.forLaunch();
  }

  void note(ListenerQueue.Places places, LaunchDecision decision, Visit visit) {
    for (LaunchEvent event : events.of(decision, visit)) {
      counters.accept(event);
      places.put(event);
    }
  }

  void loggedOut(LaunchSession session, @Nullable String address) {
    LaunchEvent event = events.loggedOut(session, address);
    counters.accept(event);
    queue.put(event);
  }
}
