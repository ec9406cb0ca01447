package org.launchgate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps a verified launch between the request that brought it and the one that redeems it, for a
 * minute or so.
 *
 * <p>What is kept is opaque, and says who a user is: whoever can write into the store can log in as
 * anybody, so it has to be as trusted as the session store. The key is a digest, by which nothing
 * can be redeemed. The default keeps everything in this process's memory; several nodes need a
 * shared one, since the browser's next request may reach another node. Thread-safe.
 */
public interface TicketStore {

  /**
   * Puts something that can be taken once.
   *
   * @param key 43 characters of base64url, never used before
   * @param content some kilobytes, not to be changed by the caller afterwards
   * @param expiresAt from when on it cannot be taken any more
   * @throws LaunchUnavailableException when the store is full or cannot answer
   */
  void put(String key, byte[] content, Instant expiresAt);

  /**
   * Takes what was put, in one atomic step: of any number of calls at once, on whatever node, one
   * gets it.
   *
   * @return empty when there is nothing, no more, or from {@code expiresAt} on
   * @throws LaunchUnavailableException when the store cannot answer
   */
  Optional<byte[]> take(String key);
}
