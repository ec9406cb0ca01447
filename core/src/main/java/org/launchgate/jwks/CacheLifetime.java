package org.launchgate.jwks;

import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a set is fresh by its {@code Cache-Control} and {@code Age} (RFC 9111), within bounds.
 *
 * <p>{@code max-age} less {@code Age}, at least one minute and at most 24 hours; 10 minutes when
 * nothing is said. {@code no-store}, {@code no-cache} and a {@code max-age} that cannot be read
 * mean one minute: keys are never asked for at every launch. {@code must-revalidate} changes
 * nothing, since how long stale keys serve while the server fails is this deployment's decision.
 * {@code s-maxage} is for shared caches, {@code Expires} is not looked at.
 */
final class CacheLifetime {
  static final Duration SHORTEST = Duration.ofMinutes(1);
  static final Duration LONGEST = Duration.ofHours(24);
  static final Duration USUAL = Duration.ofMinutes(10);

  private static final String MAX_AGE = "max-age=";
  private static final Pattern SECONDS = Pattern.compile("\\d+");
  private static final int MAX_DIGITS = 9;

  private CacheLifetime() {}

  static Duration of(AnswerHead head) {
    String control = head.joined("cache-control").toLowerCase(Locale.ROOT);
    if (directives(control).anyMatch(each -> isNoCache(each))) {
      return SHORTEST;
    }
    Duration age = seconds(head.joined("age")).orElse(Duration.ZERO);
    return maxAge(control).map(maxAge -> bounded(maxAge.minus(age))).orElse(USUAL);
  }

  private static boolean isNoCache(String directive) {
    // no-cache="Set-Cookie" names fields, of which none is used here.
    return directive.equals("no-store") || directive.equals("no-cache");
  }

  /** The smallest, where there are several; empty where there is none. */
  private static Optional<Duration> maxAge(String control) {
    return directives(control)
        .filter(directive -> directive.startsWith(MAX_AGE))
        .map(directive -> directive.substring(MAX_AGE.length()).replace("\"", ""))
        .map(value -> seconds(value).orElse(Duration.ZERO))
        .min(Comparator.naturalOrder());
  }

  private static Stream<String> directives(String control) {
    return Stream.of(control.split(",", -1)).map(String::strip);
  }

  private static Optional<Duration> seconds(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return Optional.empty();
    }
    String digits = text.replaceFirst("^0+(?=\\d)", "");
    return Optional.of(
        digits.length() > MAX_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(digits)));
  }

  private static Duration bounded(Duration lifetime) {
    if (lifetime.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return lifetime.compareTo(LONGEST) > 0 ? LONGEST : lifetime;
  }
}
