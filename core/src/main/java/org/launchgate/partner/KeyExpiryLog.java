package org.launchgate.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log that a configured key ends within 30, 7 and 1 days, and that it has ended: each
 * once, however often it is asked. Asked by one thread.
 */
final class KeyExpiryLog {
  private static final Logger LOG = LoggerFactory.getLogger(PartnersFile.class);

  /** From the nearest to the farthest. */
  private static final List<Duration> NOTICES =
      List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

  private final Set<Notice> given = new HashSet<>();

  void review(List<KeyEnd> ends, Instant now) {
    Set<Notice> due = new HashSet<>();
    ends.forEach(end -> notice(end, now).ifPresent(due::add));
    due.stream().filter(notice -> !given.contains(notice)).forEach(notice -> notice.log(now));
    // What is due no more (a new certificate, a removed partner) is said again if it comes back.
    given.retainAll(due);
    given.addAll(due);
  }

  /** The nearest notice that is due; an earlier one has been given, or has come too late. */
  private static Optional<Notice> notice(KeyEnd key, Instant now) {
    if (now.isAfter(key.end())) {
      return Optional.of(new Notice(key, Duration.ZERO));
    }
    return NOTICES.stream()
        .filter(before -> !now.isBefore(key.end().minus(before)))
        .findFirst()
        .map(before -> new Notice(key, before));
  }

  /** One thing to be said once. */
  private record Notice(KeyEnd key, Duration before) {
    void log(Instant now) {
      if (before.isZero()) {
        LOG.error(
            "partner {}: its {} has ended at {}; launches with it are refused",
            key.partner(),
            key.key(),
            key.end());
      } else {
        LOG.warn(
            "partner {}: its {} ends at {}, in less than {} day(s); ask for the next one and add it"
                + " to its \"keys\" now",
            key.partner(),
            key.key(),
            key.end(),
            Duration.between(now, key.end()).toDays() + 1);
      }
    }
  }
}
