package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a refusal is the partner's own mistake or may be anybody's. */
class SignedRefusalTest {
  private final VerifierFixture at = new VerifierFixture();

  @Test
  void beforeTheSignatureWasFoundGoodAnybodyMayHaveSentIt() {
    assertThat(
            List.of(
                at.refuse("x", QUERY, TOKEN_MALFORMED),
                at.refuse(at.zorgdomein().claim("iss", List.of()), CLAIM_MALFORMED),
                at.refuse(at.zorgdomein().claim("iss", "Nobody"), PARTNER_UNKNOWN),
                at.refuse(at.zorgdomein().token(), PAYLOAD, ARRIVAL_NOT_ALLOWED),
                at.refuse(at.zorgdomein().header("alg", "none"), ALGORITHM_NOT_ALLOWED),
                at.refuse(at.zorgdomein().header("kid", "other"), KEY_UNKNOWN),
                at.refuse(
                    at.zorgdomein().signedBy(TestPartner.otherRsa().getPrivate()),
                    SIGNATURE_INVALID)))
        .noneMatch(Refusal::isSigned);
  }

  @Test
  void afterItIsThePartners() {
    String used = at.zorgdomein().token();
    at.accept(used, QUERY);
    assertThat(
            List.of(
                at.refuse(at.zorgdomein().claim("aud", "us"), AUDIENCE_NOT_ALLOWED),
                at.refuse(at.zorgdomein().without("user-id.value"), CLAIM_MISSING),
                at.refuse(at.zorgdomein().claim("jti", 1), CLAIM_MALFORMED),
                at.refuse(at.zorgdomein().claim("org-id.value", "1"), ORGANIZATION_NOT_ALLOWED),
                at.refuse(at.zorgdomein().claim("iat", 1_700_000_000), TOKEN_TOO_OLD),
                at.refuse(used, QUERY, REPLAYED)))
        .allMatch(Refusal::isSigned)
        .allMatch(refusal -> refusal.partner().isPresent());
  }
}
