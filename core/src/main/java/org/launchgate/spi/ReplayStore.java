package org.launchgate.spi;

import java.time.Instant;

/**
 * Remembers which launches were used, so that each token works once.
 *
 * <p>The default keeps them in this process's memory; several nodes need a shared one. Thread-safe:
 * of any number of simultaneous calls for one launch exactly one gets {@code true}.
 */
@FunctionalInterface
public interface ReplayStore {

  /**
   * Claims a launch, in one atomic step.
   *
   * @param partner the partner's id, for a fair share of the space
   * @param launchId the launch, a digest of 43 characters
   * @param keepUntil until when it has to be remembered at least
   * @return true when it was not claimed before, false when it was
   * @throws LaunchUnavailableException when the store is full or cannot answer: never a pass
   */
  boolean claim(String partner, String launchId, Instant keepUntil);
}
