package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.TOKEN_ENCRYPTED;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_TOO_LARGE;
import static org.launchgate.VerifierFixture.QUERY;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Size and shape: what is refused before anything is looked up. Checklist rows 1 to 6, 13, 14. */
class TokenShapeTest {
  private final VerifierFixture at = new VerifierFixture();

  @Test
  @Clause("V-1")
  void aTokenOfExactlyTheLimitIsReadAndOneCharacterMoreIsTooLarge() {
    String token = at.zorgdomein().token();
    LaunchVerifier exact = limitedTo(token.length());
    LaunchVerifier tight = limitedTo(token.length() - 1);
    assertThat(exact.verify(token, QUERY)).isInstanceOf(Verdict.Accepted.class);
    assertThat(reason(tight.verify(token, QUERY))).isEqualTo(TOKEN_TOO_LARGE);
  }

  private LaunchVerifier limitedTo(int bytes) {
    return LaunchVerifier.builder()
        .partners(TestPartner.both())
        .clock(at.clock)
        .maxTokenBytes(bytes)
        .build();
  }

  private static RefusalReason reason(Verdict verdict) {
    return ((Verdict.Refused) verdict).refusal().reason();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a",
        "a.b",
        "a.b.",
        ".b.c",
        "a..c",
        "a.b.c.d",
        "a.b.c.d.e.f",
        "...."
      })
  @Clause("V-2")
  void aTextThatIsNotThreePartsIsRefused(String text) {
    Verdict verdict = at.verifier.verify(text, QUERY);
    assertThat(reason(verdict)).isIn(TOKEN_MALFORMED, TOKEN_ENCRYPTED);
  }

  @Test
  @Clause("V-3")
  void aTokenOfFivePartsIsRefusedAsEncrypted() {
    at.refuse("e30.a.b.c.d", QUERY, TOKEN_ENCRYPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "+", "/", " ", "\n", "\t", "{", "\"", "!", "é", "\u0000", "%", "~"})
  @Clause("V-2")
  void aCharacterOutsideBase64UrlIsRefusedWhereverItStands(String character) {
    String token = at.zorgdomein().token();
    int second = token.indexOf('.') + 1;
    int third = token.lastIndexOf('.') + 1;
    for (int position : new int[] {0, 3, second, second + 5, third, third + 5, token.length()}) {
      at.refuse(
          token.substring(0, position) + character + token.substring(position),
          QUERY,
          TOKEN_MALFORMED);
    }
  }

  @Test
  @Clause("V-2")
  void aLastCharacterWithSpareBitsIsRefused() {
    String token = at.zorgdomein().token();
    char last = token.charAt(token.length() - 1);
    // 256 bytes of signature leave 4 spare bits in the last of 342 characters.
    char other = (char) (last + 1);
    assertThat("AQgw").contains(String.valueOf(last));
    at.refuse(token.substring(0, token.length() - 1) + other, QUERY, TOKEN_MALFORMED);
  }

  @Test
  @Clause("V-2")
  void aPartOfAnImpossibleLengthIsRefused() {
    at.refuse("e30AA.e30.AAAA", QUERY, TOKEN_MALFORMED);
  }

  @Nested
  class Header {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "\"x\"",
          "{",
          "{\"alg\":\"RS256\",}",
          "{\"alg\":\"RS256\"} ,",
          "{\"alg\":\"RS256\",\"alg\":\"RS256\"}",
          "{\"alg\":\"RS256\",\"kid\":\"a\",\"k\\u0069d\":\"b\"}",
          "\uFEFF{\"alg\":\"RS256\"}",
          "{\"kid\":\"0f379bb9-cbb6\"}",
          "{\"alg\":1}",
          "{\"alg\":null}",
          "{\"alg\":\"\"}",
          "{\"alg\":\"RS256\",\"kid\":7}",
          "{\"alg\":\"RS256\",\"kid\":\"\"}",
          "{\"alg\":\"RS256\",\"kid\":\"a\\nb\"}",
          "{\"alg\":\"RS256\",\"typ\":[\"JWT\"]}"
        })
    @Clause({"V-5", "V-6"})
    void thatIsMalformedIsRefused(String json) {
      at.refuse(at.zorgdomein().rawHeader(json), HEADER_MALFORMED);
    }

    @Test
    @Clause("V-16")
    void withAKidOf255CharactersIsLookedUpAndOf256Malformed() {
      at.refuse(at.zorgdomein().header("kid", "k".repeat(255)), RefusalReason.KEY_UNKNOWN);
      at.refuse(at.zorgdomein().header("kid", "k".repeat(256)), HEADER_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"crit\":[]",
          "\"crit\":[\"exp\"]",
          "\"crit\":\"x\"",
          "\"crit\":null",
          "\"b64\":false",
          "\"b64\":true",
          "\"cty\":\"JWT\"",
          "\"zip\":\"DEF\""
        })
    @Clause({"V-3", "V-13", "V-14"})
    void withAMemberThatChangesTheMeaningIsRefused(String member) {
      String json = at.zorgdomein().headerJson();
      at.refuse(
          at.zorgdomein().rawHeader(json.substring(0, json.length() - 1) + "," + member + "}"),
          HEADER_NOT_ALLOWED);
    }

    @Test
    @Clause("V-15")
    void withAKeyOfItsOwnIsCheckedAgainstThePartnersKeyOnly() {
      var attacker = TestPartner.otherRsa();
      var n = ((java.security.interfaces.RSAPublicKey) attacker.getPublic()).getModulus();
      TokenBuilder token =
          at.zorgdomein()
              .header(
                  "jwk",
                  java.util.Map.of(
                      "kty", "RSA", "e", "AQAB", "n", TokenBuilder.encode(n.toByteArray())))
              .header("jku", "https://attacker.example/jwks.json")
              .header("x5u", "https://attacker.example/cert.pem");
      at.accept(token);
      at.refuse(
          at.zorgdomein()
              .header("jku", "https://attacker.example/jwks.json")
              .signedBy(attacker.getPrivate()),
          RefusalReason.SIGNATURE_INVALID);
    }

    @Test
    @Clause("V-6")
    void nestedDeeperThan32LevelsIsRefused() {
      String deep = "[".repeat(32) + "]".repeat(32);
      at.refuse(
          at.zorgdomein().rawHeader("{\"alg\":\"RS256\",\"x\":" + deep + "}"), HEADER_MALFORMED);
    }
  }

  @Nested
  class Payload {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "null",
          "{\"a\":1,\"a\":1}",
          "{\"a\":{\"b\":1,\"b\":2}}",
          "{\"a\":1,}",
          "{\"a\":1}x",
          "{\"a\":\"\\ud800\"}",
          "{\"a\":1e999}",
          "{\"a\":123456789012345678901234567890123}",
          "{\"a\":01}",
          "\uFEFF{}"
        })
    @Clause({"V-4", "V-5", "V-6", "V-26"})
    void thatIsMalformedIsRefused(String json) {
      at.refuse(at.zorgdomein().rawPayload(json), CLAIMS_MALFORMED);
    }

    @Test
    @Clause("V-4")
    void inLatin1IsRefusedRatherThanReadAsAnotherName() {
      TokenBuilder token = TestPartner.exorliveToken().nested("contact", "firstname", "Bjørn");
      at.acceptPayload(token);
      at.refuse(
          token.token(
              token.headerJson().getBytes(StandardCharsets.UTF_8),
              token.payloadJson().getBytes(StandardCharsets.ISO_8859_1)),
          VerifierFixture.PAYLOAD,
          CLAIMS_MALFORMED);
    }
  }

  @Test
  @Clause("V-3")
  void aSignedTokenInsideASignedTokenIsRefused() {
    at.refuse(at.zorgdomein().rawPayload(at.zorgdomein().token()), CLAIMS_MALFORMED);
  }
}
