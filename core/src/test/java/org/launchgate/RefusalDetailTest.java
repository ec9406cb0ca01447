package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ALGORITHM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ENCRYPTION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.PARTNER_UNKNOWN;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.spi.DecryptionKey;

/** The sentence of a refusal says what was expected and what was found. */
class RefusalDetailTest {
  private static final long NOW = VerifierFixture.NOW.getEpochSecond();

  private final VerifierFixture at = new VerifierFixture();

  @Test
  void unknownPartnerTellsWhatWasLookedFor() {
    TokenBuilder token = TestPartner.exorliveToken();

    assertThat(at.refuse(token.token(), PAYLOAD.atPartner("nobody"), PARTNER_UNKNOWN).detail())
        .isEqualTo(
            "expected a configured partner, found path another, iss none, kid \"1329879584\"");
    assertThat(
            at.refusePayload(token.withoutHeader("kid").claim("iss", "Nobody"), PARTNER_UNKNOWN)
                .detail())
        .isEqualTo("expected a configured partner, found path none, iss \"Nobody\", kid none");
  }

  @Test
  void wrongArrivalTellsWhereTheTokenMayTravel() {
    assertThat(at.refuse(at.zorgdomein().token(), PAYLOAD, ARRIVAL_NOT_ALLOWED).detail())
        .isEqualTo("expected [token in [form, query]], found a form");
  }

  @ParameterizedTest
  @CsvSource({"none, none", "HS256, HS256", "HS1, another"})
  void wrongAlgorithmIsShownWhenItIsAKnownOne(String algorithm, String shown) {
    assertThat(at.refuse(at.zorgdomein().header("alg", algorithm), ALGORITHM_NOT_ALLOWED).detail())
        .isEqualTo("alg: expected one of [RS256], found " + shown);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 'expected 3 parts, found 1'",
    "a.b, 'expected 3 parts, found 2'",
    "a.b.c.d, 'expected 3 parts, found 4'",
    "a.b.!, 'expected base64url digits and dots, found another character'",
    ".e30.AA, 'expected 3 parts, found an empty one'",
    "e30..AA, 'expected 3 parts, found an empty one'",
    "e30.e30., 'expected 3 parts, found an empty one'",
    "e3.e30.AA, 'expected canonical base64url (RFC 4648 section 3.5) in every part'",
    "e30.e3.AA, 'expected canonical base64url (RFC 4648 section 3.5) in every part'",
    "e30.e30.AB, 'expected canonical base64url (RFC 4648 section 3.5) in every part'"
  })
  void textThatIsNoTokenTellsWhatItsPartsLack(String text, String detail) {
    assertThat(at.refuse(text, QUERY, TOKEN_MALFORMED).detail()).isEqualTo(detail);
  }

  @Test
  void wrongTimeTellsTheBoundAndWhatWasFound() {
    assertThat(at.refuse(at.zorgdomein().claim("nbf", NOW + 31), TOKEN_NOT_YET_VALID).detail())
        .isEqualTo("nbf: expected at the latest 2026-11-22T12:00:30Z, found 2026-11-22T12:00:31Z");
    assertThat(
            at.refuse(at.zorgdomein().claim("iat", NOW - 60).claim("exp", NOW - 30), TOKEN_EXPIRED)
                .detail())
        .isEqualTo("exp: expected after 2026-11-22T11:59:30Z, found 2026-11-22T11:59:30Z");
  }

  @Test
  void wrongEncryptionTellsWhatIsOffered() {
    VerifierFixture decrypting =
        new VerifierFixture(DecryptionKey.of("k", TestPartner.otherRsa().getPrivate()));
    String token =
        EncryptedTokenBuilder.of("x", TestPartner.otherRsa().getPublic(), "RSA1_5", "A128CBC-HS256")
            .token();

    assertThat(decrypting.refuse(token, QUERY, ENCRYPTION_NOT_ALLOWED).detail())
        .isEqualTo(
            "alg of the encryption: expected one of [ECDH-ES, ECDH-ES+A128KW, ECDH-ES+A256KW,"
                + " RSA-OAEP, RSA-OAEP-256], found another");
  }
}
