package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.REPLAYED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.spi.AllowedOrganization;
import org.launchgate.spi.Partner;

/** A partner with several issuers, audiences and organisations. */
class PartnerListsTest {
  private final VerifierFixture launches =
      new VerifierFixture(
          xis()
              .issuers(List.of("Demo XIS", "Demo XIS 2"))
              .audiences(List.of("module.example.com", "https://module.example.com"))
              .allowedOrganizations(List.of(new AllowedOrganization("agb-z", "05029999")))
              .build());

  private static Partner.Builder xis() {
    return TestPartner.zorgdomeinBuilder();
  }

  private TokenBuilder token() {
    return launches.zorgdomein().claim("aud", "module.example.com");
  }

  @Test
  void eachIssuerIsAcceptedAndIsThatOfTheContext() {
    assertThat(launches.accept(token()).issuer()).contains("Demo XIS");
    assertThat(launches.accept(token().claim("iss", "Demo XIS 2")).issuer()).contains("Demo XIS 2");
  }

  @Test
  void issuerThatOnlyBeginsLikeOneIsUnknown() {
    launches.refuse(token().claim("iss", "Demo XIS 3"), PARTNER_UNKNOWN);
  }

  @Test
  void otherIssuerOnThePathOfThePartnerIsRefused() {
    Refusal refusal =
        launches.refuse(
            token().claim("iss", "Demo XIS 3").token(),
            VerifierFixture.QUERY.atPartner("demo-xis"),
            ISSUER_NOT_ALLOWED);

    assertThat(refusal.detail())
        .isEqualTo("iss: expected \"Demo XIS\" or \"Demo XIS 2\", found another or none");
  }

  @Test
  void oneTokenIdOfTwoIssuersIsTwoLaunches() {
    launches.accept(token().claim("jti", "same"));
    launches.accept(token().claim("jti", "same").claim("iss", "Demo XIS 2"));
    launches.refuse(token().claim("jti", "same").claim("iss", "Demo XIS 2"), REPLAYED);
  }

  @Test
  void eachAudienceIsAcceptedAloneAndInAList() {
    launches.accept(token().claim("aud", "https://module.example.com"));
    launches.accept(token().claim("aud", List.of("other", "module.example.com")));
  }

  @Test
  void otherAudienceIsRefused() {
    launches.refuse(token().claim("aud", "module.example.co"), AUDIENCE_NOT_ALLOWED);
    launches.refuse(token().claim("aud", List.of("other")), AUDIENCE_NOT_ALLOWED);
    launches.refuse(token().claim("aud", List.of()), AUDIENCE_NOT_ALLOWED);
    launches.refuse(token().without("aud"), AUDIENCE_NOT_ALLOWED);
  }

  @Test
  void audienceThatIsNoTextAmongTextsIsRefused() {
    launches.refuse(token().claim("aud", List.of("module.example.com", 1)), AUDIENCE_NOT_ALLOWED);
  }

  @Test
  void organizationOfAnotherSystemIsRefused() {
    launches.accept(token());
    launches.refuse(token().claim("org-id.system", "local"), ORGANIZATION_NOT_ALLOWED);
  }
}
