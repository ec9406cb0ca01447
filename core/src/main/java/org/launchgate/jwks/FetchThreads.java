package org.launchgate.jwks;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one deployment's fetches: one that looks at the clock and never blocks, and up to
 * 16 that fetch and end when there is nothing to do. All are daemons named {@code
 * launchgate-jwks-…}, and none holds a web application's class loader as its context. Thread-safe.
 */
final class FetchThreads implements AutoCloseable {
  /** As many servers as may hang at one time while the sets of the others are still fetched. */
  private static final int MOST_FETCHES = 16;

  private static final long IDLE_SECONDS = 10;
  private static final long CLOSE_SECONDS = 2;

  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor fetchers;

  FetchThreads() {
    timer = new ScheduledThreadPoolExecutor(1, daemons("launchgate-jwks-timer"));
    timer.setRemoveOnCancelPolicy(true);
    fetchers =
        new ThreadPoolExecutor(
            MOST_FETCHES,
            MOST_FETCHES,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            daemons("launchgate-jwks-fetch"));
    fetchers.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      // Without the thread locals that a request's thread would hand on.
      Thread thread = new Thread(null, task, name + "-" + count.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      return thread;
    };
  }

  /** Does something that may block. */
  void run(Runnable task) {
    fetchers.execute(task);
  }

  /** Does something short, once. */
  Future<?> after(Duration delay, Runnable task) {
    return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Does something short, again and again; it must not throw. */
  void every(Duration pause, Runnable task) {
    Future<?> unused =
        timer.scheduleWithFixedDelay(task, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Ends the threads; waits shortly for them, so that a server that undeploys finds none. */
  @Override
  public void close() {
    timer.shutdownNow();
    fetchers.shutdownNow();
    try {
      if (timer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        fetchers.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
