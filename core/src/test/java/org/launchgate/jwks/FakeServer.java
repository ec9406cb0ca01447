package org.launchgate.jwks;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands in for https: counts the fetches, answers what a test says and when it says so. */
final class FakeServer implements KeyFetcher {
  private final AtomicInteger fetches = new AtomicInteger();
  private volatile byte[] json = TestJwks.set(TestJwks.rsa("k1"));
  private volatile Duration lifetime = Duration.ofMinutes(10);
  private volatile @Nullable String failure;
  private volatile @Nullable Throwable fault;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  @Override
  public Fetched fetch(KeySetUrl url, FetchSettings settings, AbortableSocket socket)
      throws IOException, FetchFailure {
    fetches.incrementAndGet();
    pass();
    String reason = failure;
    if (reason != null) {
      throw new FetchFailure(reason);
    }
    if (fault instanceof Error error) {
      throw error;
    }
    if (fault instanceof IOException e) {
      throw e;
    }
    return new Fetched(KeySetDocument.read(json), lifetime);
  }

  private void pass() {
    try {
      gate.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int fetches() {
    return fetches.get();
  }

  void publishes(String... keys) {
    json = TestJwks.set(keys);
    failure = null;
    fault = null;
  }

  void freshFor(Duration value) {
    lifetime = value;
  }

  void fails(String reason) {
    failure = reason;
  }

  void breaks(Throwable with) {
    fault = with;
  }

  /** Fetches that start from now on hang. */
  void hang() {
    gate = new CountDownLatch(1);
  }

  /** Those that hang go on. */
  void goOn() {
    gate.countDown();
  }
}
