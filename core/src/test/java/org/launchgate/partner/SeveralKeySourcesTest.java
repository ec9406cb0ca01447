package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.profile.SigningAlgorithm.HS256;

import java.util.List;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** A partner whose keys come from several places, of which one does not answer. */
class SeveralKeySourcesTest {
  private static final PartnerKey HERE =
      PartnerKey.of(TestPartner.TATOOINE_KEY_ID, TestPartner.SECRET, Set.of(HS256));
  private static final KeyResolver SILENT =
      (partner, keyId, algorithm) -> {
        throw new LaunchUnavailableException("nobody answers");
      };
  private static final KeyResolver ANSWERING = (partner, keyId, algorithm) -> List.of(HERE);

  private static Partner partner(boolean configured) {
    Partner.Builder partner = TestPartner.exorliveBuilder();
    return configured
        ? partner.furtherKeys(SILENT).build()
        : partner
            .keys(List.of())
            .furtherKeys(new SeveralKeySources(List.of(ANSWERING, SILENT)))
            .build();
  }

  private static Verdict verify(boolean configured, TokenBuilder token) {
    return LaunchVerifier.builder()
        .partners(ConfiguredPartners.of(List.of(partner(configured))))
        .build()
        .verify(token.token(), Arrival.form("payload").atPartner("tatooine"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tokenWithoutKidOfAKeyThatIsHereIsAccepted(boolean configured) {
    assertThat(verify(configured, TestPartner.exorliveToken().withoutHeader("kid")))
        .isInstanceOf(Verdict.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tokenWithoutKidOfAnotherKeyHasNoVerdict(boolean configured) {
    TokenBuilder token =
        TestPartner.exorliveToken()
            .withoutHeader("kid")
            .signedBy(new SecretKeySpec(new byte[32], "HmacSHA256"));

    assertThatThrownBy(() -> verify(configured, token))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessage("nobody answers");
  }

  @Test
  void kidThatIsHereNeedsNobodyElse() {
    assertThat(verify(false, TestPartner.exorliveToken())).isInstanceOf(Verdict.Accepted.class);
  }
}
