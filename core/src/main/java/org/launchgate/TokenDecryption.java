package org.launchgate;

import static org.launchgate.RefusalReason.DECRYPTION_FAILED;
import static org.launchgate.RefusalReason.DECRYPTION_KEY_UNKNOWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * Takes a signed token out of an encrypted one (HTI:jwe), before anything else is known of it.
 *
 * <p>Anybody can send garbage that costs the use of a private key, so at most so many are decrypted
 * at one time; who finds no place within a second gets no verdict. What is inside is a token like
 * any other, for which every check is still to come. Thread-safe.
 */
final class TokenDecryption {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<List<DecryptionKey>> keys;
  private final Decryption decryption;
  private final Semaphore places;
  private final Duration patience;

  TokenDecryption(Supplier<List<DecryptionKey>> keys) {
    this(keys, Decryption.standard(), places(Runtime.getRuntime().availableProcessors()), PATIENCE);
  }

  /**
   * With a decryption of one's own.
   *
   * @param keys the keys of this moment; asked once for every encrypted token
   * @param atOnce how many are decrypted at one time
   * @param patience how long one more waits for its place
   */
  TokenDecryption(
      Supplier<List<DecryptionKey>> keys, Decryption decryption, int atOnce, Duration patience) {
    this.keys = keys;
    this.decryption = decryption;
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** Twice the processors, so that one that waits for memory or its turn leaves none idle. */
  static int places(int processors) {
    return 2 * processors;
  }

  /**
   * Reads a signed token, out of an encrypted one where it is one. Where there are no keys at all
   * an encrypted token is refused by its shape.
   */
  ReadToken read(String text, int maxBytes) {
    if (text.length() > maxBytes || !EncryptedToken.hasItsShape(text)) {
      return CompactToken.read(text, maxBytes);
    }
    List<DecryptionKey> configured = keys.get();
    return configured.isEmpty()
        ? CompactToken.read(text, maxBytes)
        : readEncrypted(text, configured, maxBytes);
  }

  private ReadToken readEncrypted(String text, List<DecryptionKey> configured, int maxBytes) {
    ReadToken read = EncryptedToken.read(text, decryption);
    if (!(read instanceof EncryptedToken token)) {
      return read;
    }
    Optional<DecryptionKey> key = choose(token, configured);
    if (key.isEmpty()) {
      return ReadToken.unreadable(
          DECRYPTION_KEY_UNKNOWN,
          "expected the kid of a decryption key for "
              + token.algorithm()
              + ", found "
              + token.keyId().map(LogText::name).orElse("none"));
    }
    byte[] inner = decrypt(token, key.get());
    return inner == null
        ? ReadToken.unreadable(DECRYPTION_FAILED, "expected a token encrypted to our key")
        // A byte beyond ASCII stays a character that no token holds.
        : CompactToken.read(new String(inner, StandardCharsets.ISO_8859_1), maxBytes);
  }

  /**
   * A {@code kid} that is unknown never falls back; the spec demands one, some senders have none.
   */
  private Optional<DecryptionKey> choose(EncryptedToken token, List<DecryptionKey> configured) {
    Optional<String> keyId = token.keyId();
    return configured.stream()
        .filter(key -> keyId.isEmpty() ? configured.size() == 1 : key.keyId().equals(keyId))
        .filter(key -> key.isFor(token.algorithm()))
        .filter(key -> decryption.suits(key.key(), token.algorithm()))
        .findFirst();
  }

  private byte @Nullable [] decrypt(EncryptedToken token, DecryptionKey key) {
    takePlace();
    try {
      return decryption.decrypt(token.parts(), key.key());
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LaunchUnavailableException("interrupted while waiting to decrypt", e);
    }
    throw new LaunchUnavailableException(
        "too many encrypted tokens at one time; waited for " + patience);
  }
}
