package org.launchgate.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * The used launches of all partners, within a bound for all and one for each.
 *
 * <p>No claim costs more than the logarithm of what is kept: a launch that may be forgotten leaves
 * with one of the next claims, a few at a time, and at once where its place is needed. Not
 * thread-safe.
 */
final class LaunchMemory {
  /** More than one, so that what is over leaves faster than new launches can come. */
  private static final int FORGOTTEN_PER_CLAIM = 16;

  private final int capacity;
  private final int share;
  private final Map<String, PartnerLaunches> partners = new HashMap<>();
  private final TreeSet<PartnerLaunches> soonestFirst =
      new TreeSet<>(PartnerLaunches.SOONEST_FIRST);
  private int size;

  /**
   * An empty memory.
   *
   * @param capacity how many launches there is room for
   * @param share for how many of one partner
   */
  LaunchMemory(int capacity, int share) {
    this.capacity = capacity;
    this.share = share;
  }

  int size() {
    return size;
  }

  /** All partners of which a launch is kept. */
  Collection<PartnerLaunches> partners() {
    return Collections.unmodifiableCollection(partners.values());
  }

  /**
   * Remembers a launch, unless it is remembered already.
   *
   * @return whether it was not
   * @throws LaunchUnavailableException when there is no room for it
   */
  boolean claim(String partner, UsedLaunch launch, long now) {
    forgetSome(now);
    PartnerLaunches own = partners.get(partner);
    if (own != null && own.remembers(launch, now)) {
      return false;
    }
    makeRoom(own, now);
    add(partner, launch);
    return true;
  }

  /** Takes over a launch from an earlier memory; false when there is no room for it. */
  boolean restore(String partner, UsedLaunch launch) {
    if (size >= capacity) {
      return false;
    }
    add(partner, launch);
    return true;
  }

  private void add(String partner, UsedLaunch launch) {
    PartnerLaunches own = partners.computeIfAbsent(partner, PartnerLaunches::new);
    soonestFirst.remove(own);
    own.add(launch);
    soonestFirst.add(own);
    size++;
  }

  private void forgetSome(long now) {
    for (int i = 0; i < FORGOTTEN_PER_CLAIM && isAnyOver(now); i++) {
      forgetSoonest(soonestFirst.first());
    }
  }

  private boolean isAnyOver(long now) {
    return !soonestFirst.isEmpty() && soonestFirst.first().hasOver(now);
  }

  private void makeRoom(@Nullable PartnerLaunches own, long now) {
    if (own != null && own.size() >= share) {
      if (!own.hasOver(now)) {
        throw new LaunchUnavailableException(shareIsFull(own.partner()));
      }
      forgetSoonest(own);
    }
    if (size >= capacity) {
      // What is over anywhere has left by now, so nothing is.
      throw new LaunchUnavailableException(
          "the replay store is full: "
              + capacity
              + " launches are still to be remembered; replayCapacity says how many may be");
    }
  }

  private void forgetSoonest(PartnerLaunches of) {
    soonestFirst.remove(of);
    of.forgetSoonest();
    size--;
    if (of.size() == 0) {
      partners.remove(of.partner());
    } else {
      soonestFirst.add(of);
    }
  }

  private String shareIsFull(String partner) {
    return "partner "
        + partner
        + " has filled its share of the replay store: "
        + share
        + " of "
        + capacity
        + " launches, all still to be remembered; replayPartnerShare and replayCapacity say how many"
        + " may be";
  }
}
