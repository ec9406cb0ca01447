package org.launchgate.replay;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * The used launches of one partner: by digest, and by when each may be forgotten.
 *
 * <p>A tree and a heap, since neither of them ever moves all that it holds as a hash table does
 * when it grows. Not thread-safe.
 */
final class PartnerLaunches {
  static final Comparator<PartnerLaunches> SOONEST_FIRST =
      Comparator.comparingLong(PartnerLaunches::soonest).thenComparing(PartnerLaunches::partner);

  private final String partner;
  private final TreeMap<UsedLaunch, UsedLaunch> byDigest = new TreeMap<>(UsedLaunch.BY_DIGEST);
  private final PriorityQueue<UsedLaunch> soonestFirst =
      new PriorityQueue<>(UsedLaunch.SOONEST_FIRST);

  PartnerLaunches(String partner) {
    this.partner = partner;
  }

  String partner() {
    return partner;
  }

  /** How many places are taken, also by launches that may be forgotten. */
  int size() {
    return soonestFirst.size();
  }

  /** Whether the launch of that digest is still to be remembered. */
  boolean remembers(UsedLaunch launch, long now) {
    UsedLaunch known = byDigest.get(launch);
    return known != null && known.isLive(now);
  }

  /** Takes a place; to be asked only for a launch that is not {@link #remembers remembered}. */
  void add(UsedLaunch launch) {
    byDigest.put(launch, launch);
    soonestFirst.add(launch);
  }

  /** Whether there is a launch that may be forgotten; to be asked only where a place is taken. */
  boolean hasOver(long now) {
    return !soonestFirst.element().isLive(now);
  }

  /** Forgets the launch that may go soonest. */
  void forgetSoonest() {
    UsedLaunch soonest = soonestFirst.remove();
    byDigest.remove(soonest, soonest); // unless it was used anew in the meantime
  }

  /** Everything that takes a place, in no order. */
  Collection<UsedLaunch> all() {
    return Collections.unmodifiableCollection(soonestFirst);
  }

  private long soonest() {
    return soonestFirst.isEmpty() ? Long.MAX_VALUE : soonestFirst.element().keptUntil();
  }
}
