package org.launchgate.servlet;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes the references that connect what a user sees with what the log says: short enough to read
 * out on the telephone, and without characters that are taken for each other.
 *
 * <p>They rise, as texts: six places of the time in seconds, then four that differ from node to
 * node. So whoever is told one finds it between the two that a line for many refusals names.
 */
final class References {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final int IN_A_SECOND = 30 * 30 * 30 * 30;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong last = new AtomicLong();

  References(Clock clock) {
    this.clock = clock;
  }

  String next() {
    long wished = clock.instant().getEpochSecond() * IN_A_SECOND + random.nextInt(IN_A_SECOND);
    return text(last.updateAndGet(previous -> Math.max(previous + 1, wished)));
  }

  /** The last places of the number; the first of them comes round after 23 years. */
  private static String text(long number) {
    char[] reference = new char[LENGTH];
    long rest = number;
    for (int i = LENGTH - 1; i >= 0; i--) {
      reference[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(reference);
  }
}
