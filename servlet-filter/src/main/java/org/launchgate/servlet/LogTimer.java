package org.launchgate.servlet;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A daemon thread for what the log says later; there is one only while something is to be said. */
final class LogTimer implements RefusalTally.Timer, AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ScheduledThreadPoolExecutor executor;

  LogTimer(String filterName) {
    executor = new ScheduledThreadPoolExecutor(1, task -> thread(filterName, task));
    executor.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    // Once closed there is nothing to say later: the tally has said it all.
    executor.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  private static Thread thread(String filterName, Runnable task) {
    Thread thread = new Thread(task, "launchgate-log-" + filterName);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void in(Duration delay, Runnable task) {
    ScheduledFuture<?> unused = executor.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
