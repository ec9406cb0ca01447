package org.launchgate.jwks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.launchgate.jwks.Flight.Outcome;

/**
 * The launches that wait for the fetches of one set: no more than the set allows, nor than there
 * are places in the whole deployment. Thread-safe.
 */
final class WaitingLaunches {
  /**
   * Places of a deployment, for all sets together. Four sets may be full at one time; and of the
   * 200 threads that servers usually have for requests, two thirds stay free for everything else
   * when many key servers hang at once.
   */
  static final int MOST_OF_ALL = 64;

  private final AtomicInteger ofSet = new AtomicInteger();
  private final Semaphore places;

  /**
   * None yet.
   *
   * @param places of the deployment
   */
  WaitingLaunches(Semaphore places) {
    this.places = places;
  }

  /**
   * How a fetch ended, or why this launch does not know.
   *
   * @param most how many may wait for the set
   * @param deadline until when, by {@link System#nanoTime}
   */
  Outcome await(Flight running, int most, long deadline) {
    if (running.outcome().isDone()) {
      return running.outcome().join();
    }
    if (!places.tryAcquire()) {
      return unknown("too many launches wait for key sets");
    }
    try {
      return ofSet.incrementAndGet() > most
          ? unknown("too many launches wait for it")
          : outcome(running, deadline);
    } finally {
      ofSet.decrementAndGet();
      places.release();
    }
  }

  private static Outcome outcome(Flight running, long deadline) {
    try {
      return running.outcome().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("the wait for it was interrupted");
    } catch (TimeoutException e) {
      return unknown("it was not there in time");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fetch ends with an outcome, never like this", e);
    }
  }

  private static Outcome unknown(String why) {
    return new Outcome(null, why);
  }
}
