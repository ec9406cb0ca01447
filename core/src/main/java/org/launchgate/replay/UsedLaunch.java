package org.launchgate.replay;

import java.time.Instant;
import java.util.Comparator;

/**
 * A launch that was used: half of its keyed digest, and until when it is remembered. 128 bits are
 * enough to tell any number of launches apart that a machine can hold.
 *
 * @param high the digest's first eight bytes
 * @param low the next eight
 * @param keptUntil the last whole second, since 1970, at which it is remembered
 */
record UsedLaunch(long high, long low, long keptUntil) {
  static final Comparator<UsedLaunch> BY_DIGEST =
      Comparator.comparingLong(UsedLaunch::high).thenComparingLong(UsedLaunch::low);
  static final Comparator<UsedLaunch> SOONEST_FIRST =
      Comparator.comparingLong(UsedLaunch::keptUntil);

  /** Whether it is still to be remembered at a second that {@link #secondOf} says. */
  boolean isLive(long now) {
    return now <= keptUntil;
  }

  /**
   * The whole second at or after an instant. Rounded this way on both sides of the comparison, no
   * launch is forgotten early, and one that is kept until a whole second is kept exactly until it.
   */
  static long secondOf(Instant instant) {
    return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
  }
}
