package org.launchgate.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;
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

  void review(List<Partner> partners, Instant now) {
    Set<Notice> due = new HashSet<>();
    for (Partner partner : partners) {
      for (PartnerKey key : partner.keys()) {
        notice(partner, key, now).ifPresent(due::add);
      }
    }
    due.stream().filter(notice -> !given.contains(notice)).forEach(notice -> notice.log(now));
    // What is due no more (a new certificate, a removed partner) is said again if it comes back.
    given.retainAll(due);
    given.addAll(due);
  }

  /** The nearest notice that is due; an earlier one has been given, or has come too late. */
  private static Optional<Notice> notice(Partner partner, PartnerKey key, Instant now) {
    Instant end = key.notAfter().orElse(Instant.MAX);
    String id = key.keyId().orElse("none");
    if (now.isAfter(end)) {
      return Optional.of(new Notice(partner.id(), id, end, Duration.ZERO));
    }
    return NOTICES.stream()
        .filter(before -> !now.isBefore(end.minus(before)))
        .findFirst()
        .map(before -> new Notice(partner.id(), id, end, before));
  }

  /** One thing to be said once. */
  private record Notice(String partner, String keyId, Instant end, Duration before) {
    void log(Instant now) {
      if (before.isZero()) {
        LOG.error(
            "partner {}: its key with kid {} has ended at {}; launches with it are refused",
            partner,
            keyId,
            end);
      } else {
        LOG.warn(
            "partner {}: its key with kid {} ends at {}, in less than {} day(s); ask for the next"
                + " one and add it to its \"keys\" now",
            partner,
            keyId,
            end,
            Duration.between(now, end).toDays() + 1);
      }
    }
  }
}
