package org.launchgate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Two launches have one digest only where they are one launch of one partner. */
class LaunchDigestsTest {
  private static final Instant UNTIL = Instant.parse("2026-11-22T12:00:00Z");

  private final LaunchDigests digests = LaunchDigests.withNewKey();

  private UsedLaunch digest(String partner, String launch) {
    return digests.digest(partner, launch, UNTIL);
  }

  @Test
  void sameLaunchHasTheSameDigest() {
    assertThat(digest("xis", "a")).isEqualTo(digest("xis", "a"));
  }

  @Test
  void otherLaunchHasAnotherDigest() {
    assertThat(digest("xis", "a")).isNotEqualTo(digest("xis", "b"));
  }

  @Test
  void sameLaunchOfAPartnerWithAnIdOfTheSameLengthHasAnotherDigest() {
    assertThat(digest("xis", "a")).isNotEqualTo(digest("his", "a"));
  }

  @Test
  void partnerAndLaunchDoNotRunIntoEachOther() {
    assertThat(digest("xis", "ab")).isNotEqualTo(digest("xisa", "b"));
  }

  @Test
  void everyNewKeyIsAnother() {
    assertThat(digests.key()).isNotEqualTo(LaunchDigests.withNewKey().key());
  }
}
