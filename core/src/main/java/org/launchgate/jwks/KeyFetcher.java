package org.launchgate.jwks;

import java.io.IOException;
import java.time.Duration;

/** Fetches one set, once: over https, or in a test without a network. */
@FunctionalInterface
interface KeyFetcher {

  /**
   * The set as it is published now. Called by threads that may block; ended by an abort of the
   * socket.
   */
  Fetched fetch(KeySetUrl url, FetchSettings settings, AbortableSocket socket)
      throws IOException, FetchFailure;

  /**
   * What a good fetch brought.
   *
   * @param document the keys
   * @param lifetime how long they are fresh
   */
  record Fetched(KeySetDocument document, Duration lifetime) {}
}
