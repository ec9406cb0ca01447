package org.launchgate.jwks;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One fetch under way, which any number of threads may wait for. */
final class Flight {
  private final FetchThreads threads;
  private final AbortableSocket socket = new AbortableSocket();
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** A fetch on one of these threads. */
  Flight(FetchThreads threads) {
    this.threads = threads;
  }

  /** The threads that it uses. */
  FetchThreads threads() {
    return threads;
  }

  /** The socket that it uses. */
  AbortableSocket socket() {
    return socket;
  }

  /** How it ended. */
  CompletableFuture<Outcome> outcome() {
    return outcome;
  }

  /**
   * How a fetch ended.
   *
   * @param keys what it brought; null when it failed
   * @param failure why it failed; empty when it did not
   */
  record Outcome(@Nullable KeySnapshot keys, String failure) {}
}
