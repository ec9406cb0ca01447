package org.launchgate;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A time claim: seconds since 1970, with or without a fraction (RFC 7519 section 2). */
final class NumericDate {
  /** The end of the year 9999: later is no time but a way to say "never". */
  private static final double LAST = 253_402_300_799d;

  private NumericDate() {}

  /** Whether the claim is absent, or a number from 1970 to 9999. */
  static boolean isFit(Map<String, @Nullable Object> claims, String name) {
    return !claims.containsKey(name)
        || ((claims.get(name) instanceof Long || claims.get(name) instanceof Double)
            && inRange(((Number) claims.get(name)).doubleValue()));
  }

  private static boolean inRange(double seconds) {
    return seconds >= 0 && seconds <= LAST;
  }

  /** The instant of a claim that is fit; null when it is absent. */
  static @Nullable Instant of(Map<String, @Nullable Object> claims, String name) {
    Object value = claims.get(name);
    if (value instanceof Long seconds) {
      return Instant.ofEpochSecond(seconds);
    }
    return value instanceof Double seconds
        ? Instant.ofEpochSecond((long) Math.floor(seconds), nanos(seconds))
        : null;
  }

  private static long nanos(double seconds) {
    return (long) ((seconds - Math.floor(seconds)) * 1e9);
  }
}
