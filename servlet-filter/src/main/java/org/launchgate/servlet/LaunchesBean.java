package org.launchgate.servlet;

import java.util.Map;

/** Reads the figures for JMX. */
final class LaunchesBean implements LaunchesMXBean {
  private final LaunchFigures figures;
  private final ListenerQueue queue;

  LaunchesBean(LaunchFigures figures, ListenerQueue queue) {
    this.figures = figures;
    this.queue = queue;
  }

  @Override
  public Map<String, Launches> getLaunches() {
    return figures.launches();
  }

  @Override
  public Map<String, ClockSkew> getClockSkews() {
    return figures.clockSkews();
  }

  @Override
  public int getQueueDepth() {
    return queue.depth();
  }

  @Override
  public int getQueueCapacity() {
    return queue.capacity();
  }

  @Override
  public long getDroppedEvents() {
    return queue.dropped();
  }

  @Override
  public long getTurnedAwayLaunches() {
    return queue.turnedAway();
  }

  @Override
  public long getListenerFailures() {
    return queue.failures();
  }
}
