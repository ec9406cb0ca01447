package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;

import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** {@code /launch/{partner}}: the path says whose token it has to be. */
class PinnedPartnerTest {
  private static final SecretKey OTHER = new SecretKeySpec(new byte[32], "HMAC");

  private final VerifierFixture launches =
      new VerifierFixture(
          TestPartner.zorgdomein(),
          clinic("naboo", TestPartner.SECRET, "n-1"),
          clinic("endor", OTHER, "e-1"));

  private static Partner clinic(String id, SecretKey secret, String keyId) {
    return Partner.builder(id, TestPartner.profile("exorlive"))
        .keys(List.of(PartnerKey.of(keyId, secret, Set.of(SigningAlgorithm.HS256))))
        .build();
  }

  private static Arrival at(String partner) {
    return VerifierFixture.PAYLOAD.atPartner(partner);
  }

  private static TokenBuilder anonymous() {
    return TestPartner.exorliveToken().withoutHeader("kid");
  }

  @Test
  void tokenWithoutKidAndIssuerIsAcceptedOnThePathOfItsPartner() {
    assertThat(launches.accept(anonymous().token(), at("naboo")).partner()).isEqualTo("naboo");
  }

  @Test
  void tokenWithoutKidAndIssuerIsNobodysOnTheCommonPath() {
    launches.refuse(anonymous().token(), VerifierFixture.PAYLOAD, PARTNER_UNKNOWN);
  }

  @Test
  void tokenOfAnotherPartnerIsRefusedThere() {
    launches.refuse(anonymous().token(), at("endor"), SIGNATURE_INVALID);
    launches.refuse(
        TestPartner.exorliveToken().header("kid", "n-1").token(), at("endor"), KEY_UNKNOWN);
  }

  @Test
  void tokenOfAPartnerWithIssuerIsRefusedOnThePathOfAnother() {
    launches.refuse(
        TestPartner.exorliveToken().header("kid", "n-1").claim("iss", "Demo XIS").token(),
        at("naboo"),
        ISSUER_NOT_ALLOWED);
  }

  @Test
  void pathThatNamesNobodyIsRefusedWhateverTheTokenSays() {
    launches.refuse(
        TestPartner.exorliveToken().header("kid", "n-1").token(), at("tatooine"), PARTNER_UNKNOWN);
  }

  @Test
  void keysOfThePinnedPartnerAloneAreTried() {
    launches.accept(anonymous().signedBy(OTHER).token(), at("endor"));
    launches.refuse(anonymous().signedBy(OTHER).token(), at("naboo"), SIGNATURE_INVALID);
  }
}
