package org.launchgate.spi;

/**
 * Hears of every launch: for an audit record, for metrics, for an alarm.
 *
 * <p>Called after the fact, on one thread of its own, one event after the other: it changes no
 * verdict and keeps no browser waiting. What it throws is logged, without the event, and goes no
 * further. A slow one fills the queue in front of it; what happens then is the deployment's choice,
 * {@code auditRequired} in {@code web.xml}. An event comes at most once: what is still in the queue
 * when a process crashes is lost.
 *
 * <p>Default: the audit log of SLF4J. Several listeners may be there at once. One that is {@link
 * AutoCloseable} is closed after its last event.
 */
@FunctionalInterface
public interface LaunchListener {

  /** Something happened. */
  void on(LaunchEvent event);
}
