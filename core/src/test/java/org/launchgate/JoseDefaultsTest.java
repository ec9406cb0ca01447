package org.launchgate;

import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.KEY_UNKNOWN;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;
import static org.launchgate.VerifierFixture.NOW;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What jose4j's consumer takes when it is left at its defaults, and a launch may not: the gaps that
 * the checklist's last column names, row by row.
 */
class JoseDefaultsTest {
  private final VerifierFixture at = new VerifierFixture();
  private final VerifierFixture portal = new VerifierFixture(HtiPartner.builder("hti-2.0").build());

  private static TokenBuilder hti() {
    return HtiPartner.version20(NOW.getEpochSecond());
  }

  private void refuseHti(TokenBuilder token, RefusalReason reason) {
    portal.refuse(token.token(), HtiPartner.TOKEN, reason);
  }

  @Nested
  class Signature {
    @ParameterizedTest
    @ValueSource(strings = {"=", "==", "+//", "\n", "\r\n", "!", " ", "\t", ".", "é"})
    @Clause("V-2")
    void withSomethingInsideOrBehindItIsRefused(String addition) {
      for (String token : List.of(at.zorgdomein().token(), TestPartner.exorliveToken().token())) {
        int inside = token.length() - 5;
        Arrival arrival = token.length() > 600 ? QUERY : PAYLOAD;

        at.refuse(token + addition, arrival, TOKEN_MALFORMED);
        at.refuse(
            token.substring(0, inside) + addition + token.substring(inside),
            arrival,
            TOKEN_MALFORMED);
      }
    }

    @Test
    @Clause("V-2")
    void inTheOtherBase64AlphabetIsRefused() {
      String token = at.zorgdomein().token();
      int start = token.lastIndexOf('.') + 1;
      for (char[] pair : new char[][] {{'-', '+'}, {'_', '/'}}) {
        String other = token.substring(0, start) + "A" + pair[1] + token.substring(start + 2);

        at.refuse(other, QUERY, TOKEN_MALFORMED);
      }
    }

    /**
     * 32 bytes leave 2 spare bits, 256 bytes 4: of the last digits only one in 4 or 16 is right.
     */
    @Test
    @Clause("V-2")
    void withAnyOtherLastDigitIsRefused() {
      String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
      String token = TestPartner.exorliveToken().token();
      String rest = token.substring(0, token.length() - 1);
      int right = digits.indexOf(token.charAt(token.length() - 1));
      for (int i = right + 1; i < right + 4; i++) {
        at.refuse(rest + digits.charAt(i), PAYLOAD, TOKEN_MALFORMED);
      }
      at.accept(token, PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\uFEFF", "Bearer "})
    @Clause("V-2")
    void tokenWithBlanksAroundItIsRefused(String blank) {
      at.refuse(blank + at.zorgdomein().token(), QUERY, TOKEN_MALFORMED);
      at.refuse(at.zorgdomein().token() + blank, QUERY, TOKEN_MALFORMED);
    }
  }

  @Nested
  class Reading {
    @Test
    @Clause("V-3")
    void signedTokenInsideASignedTokenIsRefusedWithCtyAndWithout() {
      String inner = at.zorgdomein().token();

      at.refuse(at.zorgdomein().header("cty", "JWT").rawPayload(inner), HEADER_NOT_ALLOWED);
      at.refuse(at.zorgdomein().rawPayload(inner), CLAIMS_MALFORMED);
      at.refuse(at.zorgdomein().rawPayload("\"" + inner + "\""), CLAIMS_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"x\":\"\\ud800\"}",
          "{\"\\udfff\":1}",
          "{\"x\":[{\"y\":\"a\\ud800b\"}]}",
          "{\"x\":\"\\ude00\\ud83d\"}"
        })
    @Clause("V-4")
    void unpairedSurrogateAnywhereIsRefused(String json) {
      at.refuse(at.zorgdomein().rawPayload(json), CLAIMS_MALFORMED);
      at.refuse(at.zorgdomein().rawHeader(json), HEADER_MALFORMED);
    }

    /** What a decoder writes for bytes that it could not read: the letter of a name is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"Bj\uFFFDrn", "Bj\\ufffdrn"})
    @Clause("V-4")
    void replacementCharacterAnywhereIsRefused(String name) {
      String json = "{\"x\":{\"name\":\"" + name + "\"}}";

      at.refuse(at.zorgdomein().rawPayload(json), CLAIMS_MALFORMED);
      at.refuse(at.zorgdomein().rawHeader(json), HEADER_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"x\":{\"a\":1,\"a\":1}}",
          "{\"x\":[{\"a\":1,\"\\u0061\":2}]}",
          "{\"x\":1,}",
          "{\"x\":[1,]}",
          "{\"x\":1} {}",
          "{\"x\":NaN}",
          "{\"x\":Infinity}"
        })
    @Clause({"V-5", "V-6", "V-26"})
    void jsonThatIsNotStrictIsRefused(String json) {
      at.refuse(at.zorgdomein().rawPayload(json), CLAIMS_MALFORMED);
      at.refuse(at.zorgdomein().rawHeader(json), HEADER_MALFORMED);
    }
  }

  @Nested
  class Key {
    private VerifierFixture withJwk(String members) {
      String n =
          TokenBuilder.encode(
              ((RSAPublicKey) TestPartner.RSA.getPublic()).getModulus().toByteArray());
      return new VerifierFixture(
          PartnersFiles.of(
              ("{\"partners\":[{\"id\":\"tatooine\",\"profile\":\"exorlive\",\"algorithms\":"
                      + "[\"RS256\",\"RS512\",\"PS256\"],\"keys\":[{\"jwk\":{\"kty\":\"RSA\","
                      + "\"kid\":\"1329879584\",\"e\":\"AQAB\",\"n\":\"%s\"%s}}]}]}")
                  .formatted(n, members)));
    }

    private TokenBuilder rs256() {
      return TestPartner.exorliveToken()
          .header("alg", "RS256")
          .signedBy(TestPartner.RSA.getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "RS512"})
    @Clause("V-8")
    void thatNamesAnotherAlgorithmIsNotUsed(String algorithm) {
      withJwk(",\"alg\":\"" + algorithm + "\"").refusePayload(rs256(), KEY_UNKNOWN);
      withJwk(",\"alg\":\"RS256\"").acceptPayload(rs256());
      withJwk("").acceptPayload(rs256());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS512", "PS256"})
    @Clause("V-7")
    void servesNoAlgorithmThatWasNotAgreed(String algorithm) {
      at.refuse(at.zorgdomein().header("alg", algorithm), RefusalReason.ALGORITHM_NOT_ALLOWED);
    }
  }

  @Nested
  class Times {
    @Test
    @Clause("V-22")
    void withoutExpOrWithNullIsRefused() {
      refuseHti(hti().without("exp"), CLAIM_MISSING);
      refuseHti(hti().claim("exp", null), CLAIM_MALFORMED);
      at.refusePayload(TestPartner.exorliveToken().claim("exp", null), CLAIM_MALFORMED);
    }

    @Test
    @Clause("V-23")
    void farFutureExpIsRefused() {
      refuseHti(hti().claim("exp", 1e30), CLAIM_MALFORMED);
      refuseHti(hti().claim("exp", Long.MAX_VALUE), CLAIM_MALFORMED);
      refuseHti(hti().claim("exp", NOW.getEpochSecond() + 301), LIFETIME_TOO_LONG);
      refuseHti(hti().claim("exp", NOW.getEpochSecond()), CLAIM_MALFORMED);
      long day = NOW.getEpochSecond() + Duration.ofDays(1).toSeconds();
      at.acceptPayload(TestPartner.exorliveToken().claim("exp", day));
      at.refusePayload(TestPartner.exorliveToken().claim("exp", day + 1), LIFETIME_TOO_LONG);
    }

    @Test
    @Clause("V-24")
    void withoutIatIsRefusedWhereItIsTheClock() {
      at.refuse(at.zorgdomein().without("iat"), CLAIM_MISSING);
      at.refuse(at.zorgdomein().claim("iat", null), CLAIM_MALFORMED);
      at.refuse(
          at.zorgdomein().without("iat").claim("exp", NOW.getEpochSecond() + 60), CLAIM_MISSING);
      refuseHti(hti().without("iat"), CLAIM_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    @Clause("V-25")
    void ofTheFutureAreRefused(String claim) {
      long year = NOW.getEpochSecond() + Duration.ofDays(365).toSeconds();
      at.refuse(at.zorgdomein().claim(claim, year), TOKEN_NOT_YET_VALID);
      at.refusePayload(TestPartner.exorliveToken().claim(claim, year), TOKEN_NOT_YET_VALID);
      refuseHti(hti().claim(claim, year).claim("exp", year + 300), TOKEN_NOT_YET_VALID);
      at.refuse(at.zorgdomein().claim(claim, NOW.getEpochSecond() + 31), TOKEN_NOT_YET_VALID);
      at.accept(at.zorgdomein().claim(claim, NOW.getEpochSecond() + 30));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"1795348800\"",
          "true",
          "null",
          "[]",
          "{}",
          "-1",
          "-0.5",
          "-1e9",
          "1e30",
          "253402300800",
          "100000000000000000000",
          "9223372036854775807",
          "9007199254740993000"
        })
    @Clause("V-26")
    void thatAreNoNumericDateAreRefused(String value) {
      for (String claim : List.of("iat", "nbf", "exp")) {
        TokenBuilder token = TestPartner.exorliveToken().claim(claim, 424242);
        at.refusePayload(
            token.rawPayload(token.payloadJson().replace("424242", value)), CLAIM_MALFORMED);
      }
    }

    /** RFC 7519 section 2 allows fractions, and JSON every spelling of a number. */
    @ParameterizedTest
    @CsvSource({"1795348800.0", "1795348799.5", "1.7953488e9", "17953488E2", "1795348800e-0"})
    @Clause("V-26")
    void inAnotherSpellingOfANumberAreAccepted(String now) {
      TokenBuilder token = at.zorgdomein().claim("iat", 424242);

      at.accept(token.rawPayload(token.payloadJson().replace("424242", now)));
    }
  }

  @Nested
  class TokenId {
    @Test
    @Clause("V-28")
    void thatIsEmptyOrNoTextIsRefused() {
      at.refuse(at.zorgdomein().claim("jti", ""), CLAIM_MISSING);
      refuseHti(hti().claim("jti", ""), CLAIM_MISSING);
      for (Object value : List.of(7, 7.5, true, List.of("a"))) {
        at.refuse(at.zorgdomein().claim("jti", value), CLAIM_MALFORMED);
        refuseHti(hti().claim("jti", value), CLAIM_MALFORMED);
      }
      at.refuse(at.zorgdomein().claim("jti", null), CLAIM_MALFORMED);
    }
  }

  @Nested
  class Type {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "at+jwt",
          "application/at+jwt",
          "JOSE",
          "JOSE+JSON",
          "dpop+jwt",
          "logout+jwt",
          "secevent+jwt",
          "JWT ",
          "JW",
          "JWS"
        })
    @Clause("V-31")
    void otherThanJwtIsRefused(String type) {
      at.refuse(at.zorgdomein().header("typ", type), TYPE_NOT_ALLOWED);
      at.refusePayload(TestPartner.exorliveToken().header("typ", type), TYPE_NOT_ALLOWED);
      refuseHti(hti().header("typ", type), TYPE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "Jwt"})
    @Clause("V-31")
    void jwtIsAcceptedInAnyCase(String type) {
      at.accept(at.zorgdomein().header("typ", type));
    }
  }
}
