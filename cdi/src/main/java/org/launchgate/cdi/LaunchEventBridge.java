package org.launchgate.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** Fires a CDI event for each that is heard of, and is done when all observers are. */
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
      CompletionStage<LaunchEvent> later = events.fireAsync(event);
      events.fire(event);
      await(later);
    } finally {
      if (ours) {
        scope.deactivate();
      }
    }
  }

  /**
   * Since nobody else would hear of what those have thrown who are told on other threads; and since
   * else there is no end to the events that wait for them.
   */
  private static void await(CompletionStage<LaunchEvent> told) {
    try {
      told.toCompletableFuture().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new CompletionException(e);
    }
  }
}
