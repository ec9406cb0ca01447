package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.internal.jose.EncryptedParts;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.LaunchUnavailableException;

/** How many are decrypted at one time, and who waits. */
@Timeout(60)
class TokenDecryptionTest {
  private static final int PLACES = 3;
  private static final int LIMIT = 16_384;
  private static final KeyPair RSA = TestPartner.otherRsa();
  private static final List<DecryptionKey> KEYS = List.of(DecryptionKey.of("k", RSA.getPrivate()));
  private static final String TOKEN =
      EncryptedTokenBuilder.of(
              TestPartner.exorliveToken().token(), RSA.getPublic(), "RSA-OAEP", "A128GCM")
          .token();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Gate gate = new Gate();

  @AfterEach
  void stop() throws InterruptedException {
    gate.open.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private TokenDecryption decryption(Duration patience) {
    return new TokenDecryption(() -> KEYS, gate, PLACES, patience);
  }

  private List<Future<ReadToken>> start(TokenDecryption decryption, int count) {
    List<Future<ReadToken>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(threads.submit(() -> decryption.read(TOKEN, LIMIT)));
    }
    return started;
  }

  @Test
  void thereAreTwoPlacesForEachProcessor() {
    assertThat(TokenDecryption.places(1)).isEqualTo(2);
    assertThat(TokenDecryption.places(8)).isEqualTo(16);
  }

  @Test
  void whoFindsNoPlaceInTimeGetsNoVerdict() throws Exception {
    TokenDecryption decryption = decryption(Duration.ofMillis(50));
    List<Future<ReadToken>> inside = start(decryption, PLACES);
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();

    for (Future<ReadToken> late : start(decryption, 4)) {
      assertThatThrownBy(late::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(LaunchUnavailableException.class)
          .hasMessageContaining("too many encrypted tokens at one time");
    }

    gate.open.countDown();
    for (Future<ReadToken> each : inside) {
      assertThat(each.get()).isInstanceOf(CompactToken.class);
    }
    assertThat(gate.most.get()).isEqualTo(PLACES);
  }

  @Test
  @Clause("V-40")
  void whoWaitsLongEnoughIsServedAndNeverMoreThanThePlacesAtOnce() throws Exception {
    TokenDecryption decryption = decryption(Duration.ofSeconds(30));
    List<Future<ReadToken>> all = start(decryption, PLACES + 9);
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();

    gate.open.countDown();

    for (Future<ReadToken> each : all) {
      assertThat(each.get()).isInstanceOf(CompactToken.class);
    }
    assertThat(gate.most.get()).isEqualTo(PLACES);
  }

  @Test
  void placeIsGivenBackWhateverHappens() {
    AtomicInteger calls = new AtomicInteger();
    Decryption failing =
        new Gate() {
          @Override
          public byte[] decrypt(EncryptedParts token, PrivateKey key) {
            calls.incrementAndGet();
            throw new IllegalStateException("broken");
          }
        };
    TokenDecryption decryption = new TokenDecryption(() -> KEYS, failing, 1, Duration.ZERO);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> decryption.read(TOKEN, LIMIT))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(calls).hasValue(3);
  }

  @Test
  void signedTokenNeedsNoPlace() throws Exception {
    TokenDecryption decryption = decryption(Duration.ofMillis(50));
    List<Future<ReadToken>> inside = start(decryption, PLACES);
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();

    assertThat(decryption.read(TestPartner.exorliveToken().token(), LIMIT))
        .isInstanceOf(CompactToken.class);
    assertThat(decryption.read(TOKEN.replaceFirst("\\.", ".*"), LIMIT))
        .isInstanceOf(ReadToken.Unreadable.class);

    gate.open.countDown();
    for (Future<ReadToken> each : inside) {
      each.get();
    }
  }

  @Test
  void interruptedWaiterGetsNoVerdictAndStaysInterrupted() throws Exception {
    TokenDecryption decryption = decryption(Duration.ofSeconds(30));
    start(decryption, PLACES);
    assertThat(gate.entered.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread waiter =
        new Thread(
            () -> {
              try {
                decryption.read(TOKEN, LIMIT);
                interrupted.complete(false);
              } catch (LaunchUnavailableException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });
    waiter.start();

    waiter.interrupt();

    assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    waiter.join();
  }

  @Test
  void keysOfEachMomentAreAskedFor() {
    List<DecryptionKey> now = new ArrayList<>();
    TokenDecryption decryption =
        new TokenDecryption(() -> List.copyOf(now), Decryption.standard(), 1, Duration.ZERO);

    assertThat(reason(decryption.read(TOKEN, LIMIT))).isEqualTo(RefusalReason.TOKEN_ENCRYPTED);
    now.addAll(KEYS);
    assertThat(decryption.read(TOKEN, LIMIT)).isInstanceOf(CompactToken.class);
    now.clear();
    assertThat(reason(decryption.read(TOKEN, LIMIT))).isEqualTo(RefusalReason.TOKEN_ENCRYPTED);
  }

  private static @Nullable RefusalReason reason(ReadToken read) {
    return read instanceof ReadToken.Unreadable unreadable ? unreadable.refusal().reason() : null;
  }

  /** Lets callers in, counts them, and holds them until it opens. */
  private static class Gate implements Decryption {
    private final Decryption real = Decryption.standard();
    private final CountDownLatch entered = new CountDownLatch(PLACES);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public Set<String> keyManagements() {
      return real.keyManagements();
    }

    @Override
    public Set<String> contentEncryptions() {
      return real.contentEncryptions();
    }

    @Override
    public boolean suits(PrivateKey key, String keyManagement) {
      return real.suits(key, keyManagement);
    }

    @Override
    public byte @Nullable [] decrypt(EncryptedParts token, PrivateKey key) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      entered.countDown();
      try {
        if (!open.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody opened the gate");
        }
        return real.decrypt(token, key);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        now.decrementAndGet();
      }
    }

    @Override
    public String misfit(PrivateKey key) {
      return real.misfit(key);
    }
  }
}
