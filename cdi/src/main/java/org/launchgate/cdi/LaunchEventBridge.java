package org.launchgate.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** Fires a CDI event for each that is heard of. */
final class LaunchEventBridge implements LaunchListener {
  private final BeanManager beans;

  LaunchEventBridge(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public void on(LaunchEvent event) {
    RequestContextController scope =
        beans.createInstance().select(RequestContextController.class).get();
    boolean ours = scope.activate();
    try {
      Event<LaunchEvent> events =
          beans.getEvent().select(LaunchEvent.class, OfKind.Literal.of(event.kind()));
      events.fireAsync(event);
      events.fire(event);
    } finally {
      if (ours) {
        scope.deactivate();
      }
    }
  }
}
