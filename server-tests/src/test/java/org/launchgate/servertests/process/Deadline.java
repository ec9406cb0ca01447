package org.launchgate.servertests.process;

import java.time.Duration;

/** Waits for something that happens elsewhere, and not for longer than it may take. */
public final class Deadline {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Deadline() {}

  /** What is waited for. */
  @FunctionalInterface
  public interface Condition {
    /** Whether it has happened. */
    boolean holds() throws Exception;
  }

  /**
   * Asks again and again until the condition holds.
   *
   * @param what for the message of the failure
   */
  public static void await(String what, Duration limit, Condition condition) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + limit.toSeconds() + " s: " + what);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
