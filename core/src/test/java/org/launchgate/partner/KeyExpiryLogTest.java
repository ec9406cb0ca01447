package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/** What the log says of keys that end. */
class KeyExpiryLogTest {
  private static final Instant END = Instant.parse("2027-01-31T00:00:00Z");

  private final LogCapture log = new LogCapture();
  private final KeyExpiryLog expiry = new KeyExpiryLog();

  @AfterEach
  void closeLog() {
    log.close();
  }

  private static List<KeyEnd> partnerWithKeyUntil(Instant end) {
    PartnerKey key =
        PartnerKey.of("kid-1", TestPartner.SECRET, Set.of(SigningAlgorithm.HS256))
            .validBetween(null, end);
    return KeyEnd.of(TestPartner.exorliveBuilder().keys(List.of(key)).build());
  }

  private void reviewDaysBefore(long days, Duration more) {
    expiry.review(partnerWithKeyUntil(END), END.minus(Duration.ofDays(days)).plus(more));
  }

  @Test
  void nothingIsSaidMoreThanThirtyDaysBefore() {
    reviewDaysBefore(30, Duration.ofMillis(-1));

    assertThat(log.all()).isEmpty();
  }

  @Test
  void warningComesAtThirtySevenAndOneDayBeforeOnceEach() {
    for (long days : new long[] {30, 29, 8, 7, 6, 2, 1}) {
      reviewDaysBefore(days, Duration.ZERO);
      reviewDaysBefore(days, Duration.ofMinutes(1));
    }

    assertThat(log.lines("WARNING partner tatooine: its key with kid kid-1 ends at 2027-01-31"))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("in less than 31 day(s)"),
            second -> assertThat(second).contains("in less than 8 day(s)"),
            third -> assertThat(third).contains("in less than 2 day(s)"));
  }

  @Test
  void keyThatIsFoundLateGetsTheNearestWarningAlone() {
    reviewDaysBefore(1, Duration.ofHours(1));

    assertThat(log.lines("WARNING")).singleElement().asString().contains("less than 1 day(s)");
  }

  @Test
  void endedKeyIsAnErrorOnce() {
    reviewDaysBefore(0, Duration.ZERO);
    reviewDaysBefore(0, Duration.ofMillis(1));
    reviewDaysBefore(0, Duration.ofDays(1));

    assertThat(log.lines("SEVERE partner tatooine: its key with kid kid-1 has ended")).hasSize(1);
  }

  @Test
  void newKeyOfTheSameIdIsWarnedOfAnew() {
    reviewDaysBefore(1, Duration.ZERO);
    expiry.review(partnerWithKeyUntil(END.plus(Duration.ofDays(365))), END);
    expiry.review(
        partnerWithKeyUntil(END.plus(Duration.ofDays(365))), END.plus(Duration.ofDays(364)));

    assertThat(log.lines("WARNING")).hasSize(2);
  }

  @Test
  void keyWithoutEndIsNoMatter() {
    expiry.review(KeyEnd.of(TestPartner.exorlive()), END);

    assertThat(log.all()).isEmpty();
  }
}
