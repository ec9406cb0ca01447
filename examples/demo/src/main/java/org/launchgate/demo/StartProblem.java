package org.launchgate.demo;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the first thing that goes wrong while Tomcat starts. Tomcat only logs why an application
 * could not start; the demo wants to say that, and nothing else.
 */
final class StartProblem extends Handler implements AutoCloseable {
  private final Logger tomcat = Logger.getLogger("org.apache");
  private final AtomicReference<@Nullable String> problem = new AtomicReference<>();

  /** Listens to Tomcat, and keeps it from the console meanwhile. */
  static StartProblem listen() {
    StartProblem handler = new StartProblem();
    handler.tomcat.setUseParentHandlers(false);
    handler.tomcat.addHandler(handler);
    return handler;
  }

  Optional<String> sentence() {
    return Optional.ofNullable(problem.get());
  }

  @Override
  public void publish(LogRecord event) {
    if (event.getLevel().intValue() >= Level.SEVERE.intValue()) {
      problem.compareAndSet(null, text(event));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    tomcat.removeHandler(this);
    tomcat.setUseParentHandlers(true);
  }

  private static String text(LogRecord event) {
    Throwable thrown = event.getThrown();
    String message = thrown == null ? null : thrown.getMessage();
    return message == null ? event.getMessage() : message;
  }
}
