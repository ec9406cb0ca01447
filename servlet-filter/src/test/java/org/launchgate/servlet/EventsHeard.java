package org.launchgate.servlet;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** A listener that remembers. What it heard is complete once the application has stopped. */
final class EventsHeard implements LaunchListener {
  private final List<LaunchEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(LaunchEvent event) {
    events.add(event);
  }

  List<LaunchEvent> all() {
    return events;
  }

  List<LaunchEvent.Kind> kinds() {
    return events.stream().map(LaunchEvent::kind).toList();
  }

  /** The only event of a kind. */
  LaunchEvent one(LaunchEvent.Kind kind) {
    List<LaunchEvent> found = events.stream().filter(event -> event.kind() == kind).toList();
    if (found.size() != 1) {
      throw new AssertionError("expected one " + kind + ", heard " + events);
    }
    return found.get(0);
  }

  /** Has it told of every launch of an application that is not started yet. */
  EventsHeard in(TomcatApp app) {
    app.context().getServletContext().setAttribute(LaunchListener.class.getName(), this);
    return this;
  }
}
