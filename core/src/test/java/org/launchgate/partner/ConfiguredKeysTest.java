package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;

/** Configured keys beside a source that does not answer. */
class ConfiguredKeysTest {
  private static final KeyResolver SILENT =
      (partner, keyId, algorithm) -> {
        throw new LaunchUnavailableException("nobody answers");
      };

  private static final KeyResolver NEVER_TO_BE_ASKED =
      (partner, keyId, algorithm) -> {
        throw new AssertionError("asked though the key is configured");
      };

  private static Verdict verify(KeyResolver further, TokenBuilder token) {
    Partner partner = TestPartner.exorliveBuilder().furtherKeys(further).build();
    return LaunchVerifier.builder()
        .partners(ConfiguredPartners.of(List.of(partner)))
        .build()
        .verify(token.token(), Arrival.form("payload").atPartner("tatooine"));
  }

  @Test
  void tokenOfAConfiguredKeyAsksNobodyElseWithKidAndWithout() {
    assertThat(verify(NEVER_TO_BE_ASKED, TestPartner.exorliveToken()))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(verify(NEVER_TO_BE_ASKED, TestPartner.exorliveToken().withoutHeader("kid")))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @Test
  void tokenWithoutKidOfAnotherKeyHasNoVerdict() {
    TokenBuilder token =
        TestPartner.exorliveToken()
            .withoutHeader("kid")
            .signedBy(new SecretKeySpec(new byte[32], "HmacSHA256"));

    assertThatThrownBy(() -> verify(SILENT, token))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("nobody answers");
  }

  /** As with a resolver of one's own that asks this one and says nothing of what is at hand. */
  @Test
  void tokenWithoutKidOfAConfiguredKeyIsAcceptedThoughAnotherSourceIsSilent() {
    Partner partner = TestPartner.exorliveBuilder().furtherKeys(SILENT).build();
    ConfiguredKeys keys = new ConfiguredKeys();
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(ConfiguredPartners.of(List.of(partner)))
            .keys((asked, keyId, algorithm) -> keys.resolve(asked, keyId, algorithm))
            .build();

    assertThat(
            verifier.verify(
                TestPartner.exorliveToken().withoutHeader("kid").token(),
                Arrival.form("payload").atPartner("tatooine")))
        .isInstanceOf(Verdict.Accepted.class);
  }
}
