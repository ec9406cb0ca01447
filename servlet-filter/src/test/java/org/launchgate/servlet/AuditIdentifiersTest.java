package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.Identifier;
import org.launchgate.spi.EventIdentifier;

/** Which identifiers are recorded as a digest, and what that is worth. */
class AuditIdentifiersTest {
  private final AuditIdentifiers identifiers = with("a-secret-of-thirty-two-characters", false);

  private static AuditIdentifiers with(String key, boolean clear) {
    return new AuditIdentifiers(key.getBytes(StandardCharsets.UTF_8), clear);
  }

  @ParameterizedTest
  @CsvSource({
    "agb-z, 01029999",
    "local, 2f3fb098",
    "https://portal.example.com, Practitioner/82421",
    "local, 13116900216",
  })
  void ordinaryIdentifiersAreRecordedInClear(String system, String value) {
    assertThat(identifiers.of(new Identifier(system, value), false))
        .isEqualTo(new EventIdentifier(system, value, false));
  }

  @ParameterizedTest
  @CsvSource({
    "e-mail, mando",
    "E-MAIL, mando",
    "local, mando@tatooine.example",
    "bsn, 999990019",
    "http://fhir.nl/fhir/NamingSystem/bsn, 999990019",
    "urn:oid:2.16.578.1.12.4.1.4.1, 13116900216",
  })
  void personalIdentifiersAreRecordedAsADigest(String system, String value) {
    EventIdentifier recorded = identifiers.of(new Identifier(system, value), false);
    assertThat(recorded.system()).isEqualTo(system);
    assertThat(recorded.digested()).isTrue();
    assertThat(recorded.value()).matches("hmac-sha256:[A-Za-z0-9_-]{43}").doesNotContain(value);
  }

  @Test
  void identifierThatAProfileMarksIsRecordedAsADigestWhateverItsSystem() {
    EventIdentifier recorded = identifiers.of(new Identifier("local", "2f3fb098"), true);
    assertThat(recorded.system()).isEqualTo("local");
    assertThat(recorded.digested()).isTrue();
    assertThat(recorded.value()).matches("hmac-sha256:[A-Za-z0-9_-]{43}");
    assertThat(with("x".repeat(32), true).of(new Identifier("local", "2f3fb098"), true).value())
        .isEqualTo("2f3fb098");
  }

  /**
   * The digest by another implementation: openssl dgst -sha256 -hmac over length, system, value.
   */
  @Test
  void nationalIdIsADigestThatOthersCanRecompute() {
    assertThat(with("0123456789abcdef0123456789abcdef", false).nationalId("13116900216"))
        .isEqualTo(
            new EventIdentifier(
                "national-id", "hmac-sha256:Y19mT3uDSBFNAL8hjMSvze9UwnnK97wzLD3aoMGGP-s", true));
  }

  @Test
  void sameIdentifierHasTheSameDigestUnderTheSameKeyOnly() {
    EventIdentifier first = identifiers.nationalId("13116900216");
    assertThat(with("a-secret-of-thirty-two-characters", false).nationalId("13116900216"))
        .isEqualTo(first);
    assertThat(with("another-secret-of-thirty-two-char", false).nationalId("13116900216"))
        .isNotEqualTo(first);
    assertThat(identifiers.nationalId("13116900217")).isNotEqualTo(first);
    assertThat(identifiers.of(new Identifier("bsn", "13116900216"), false).value())
        .isNotEqualTo(first.value());
  }

  @Test
  void deploymentMayAskForAllInClear() {
    AuditIdentifiers clear = with("-", true);
    assertThat(clear.nationalId("13116900216"))
        .isEqualTo(new EventIdentifier("national-id", "13116900216", false));
    assertThat(clear.of(new Identifier("e-mail", "a@b.example"), false))
        .isEqualTo(new EventIdentifier("e-mail", "a@b.example", false));
  }

  @Test
  void toStringOfAnIdentifierLeavesItsValueOut() {
    assertThat(identifiers.of(new Identifier("agb-z", "01029999"), false).toString())
        .isEqualTo("EventIdentifier[system=agb-z]");
  }
}
