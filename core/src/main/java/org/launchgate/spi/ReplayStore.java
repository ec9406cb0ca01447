package org.launchgate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which launches were used, so that each token works once.
 *
 * <p>The default keeps them in this process's memory; several nodes need a shared one. Thread-safe:
 * of any number of simultaneous calls for one launch exactly one gets {@code true}.
 */
@FunctionalInterface
public interface ReplayStore {

  /**
   * Claims a launch, in one atomic step. It is asked when a token has passed every other check, and
   * no time-out is set for it: a store that may hang has to give up by itself.
   *
   * @param partner the partner's id, for a fair share of the space
   * @param launchId the launch, a digest of 43 characters
   * @param keepUntil until when it has to be remembered at least, that instant included; a claim
   *     that is answered false never shortens it
   * @return true when it was not claimed before, false when it was
   * @throws LaunchUnavailableException when the store is full or cannot answer: never a pass
   */
  boolean claim(String partner, String launchId, Instant keepUntil);

  /**
   * From when on no claim is unknown to this store, where it can have lost earlier ones: the start
   * of a store that lives in memory, say. A token that was issued before is then neither accepted
   * nor refused; its user is asked to launch again. It is asked for every token, and by default
   * says that nothing was ever lost.
   *
   * @throws LaunchUnavailableException when the store cannot answer
   */
  default Optional<Instant> remembersSince() {
    return Optional.empty();
  }
}
