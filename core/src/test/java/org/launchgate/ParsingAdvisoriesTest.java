package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_MALFORMED;
import static org.launchgate.RefusalReason.HEADER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_MALFORMED;
import static org.launchgate.RefusalReason.TOKEN_TOO_LARGE;
import static org.launchgate.VerifierFixture.PAYLOAD;
import static org.launchgate.VerifierFixture.QUERY;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.LaunchUnavailableException;

/** Published advisories of other verifiers: how a token is read, and what is said of it. */
class ParsingAdvisoriesTest {
  private final VerifierFixture at = new VerifierFixture();

  @Test
  @DisplayName("CVE-2022-39227: one text that is a compact token to one reader and JSON to another")
  @Clause({"V-2", "V-3"})
  void textThatIsTwoTokensAtOnceIsRefused() {
    String[] genuine = at.zorgdomein().token().split("\\.", -1);
    String forged =
        TokenBuilder.encode(
            "{\"iss\":\"Demo XIS\",\"user-id.value\":\"admin\"}"
                .getBytes(StandardCharsets.US_ASCII));
    String json =
        "\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\""
            .formatted(genuine[0], genuine[1], genuine[2]);

    at.refuse(
        "{\"" + genuine[0] + "." + forged + ".\":\"x\"," + json + "}", QUERY, TOKEN_MALFORMED);
    at.refuse("{" + json + "}", QUERY, TOKEN_MALFORMED);
    at.refuse(
        "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
            .formatted(genuine[1], genuine[0], genuine[2]),
        QUERY,
        TOKEN_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 6, 1000, 16 * 1024})
  @DisplayName("CVE-2025-27144, CVE-2025-30204: memory for a part between any two dots")
  @Clause({"V-1", "V-2"})
  void tokenOfDotsIsRefused(int dots) {
    at.refuse(".".repeat(dots), QUERY, TOKEN_MALFORMED);
    at.refuse(".".repeat(16 * 1024 + 1), QUERY, TOKEN_TOO_LARGE);
  }

  @Test
  @DisplayName("CVE-2025-53864: nesting without end, before the signature is looked at")
  @Clause("V-6")
  void nestingWithoutEndIsRefused() {
    int depth = 5000;
    String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    String open = "{\"a\":" + "{\"a\":".repeat(1000);
    for (String json : List.of(deep, open)) {
      at.refuse(at.zorgdomein().rawPayload(json).signedBy(small()), CLAIMS_MALFORMED);
      at.refuse(at.zorgdomein().rawHeader(json).signedBy(small()), HEADER_MALFORMED);
    }
  }

  /** A signer whose signatures are short: the token stays below the limit. */
  private static PrivateKey small() {
    return TestPartner.ec(256).getPrivate();
  }

  @Test
  @DisplayName("CVE-2025-59420, CVE-2026-32597: a critical extension that nobody understands")
  @Clause("V-13")
  void criticalExtensionIsRefusedThoughTheSignatureIsGood() {
    for (Object critical : List.of(List.of("cnf"), List.of("b64"), List.of(), "cnf")) {
      at.refuse(
          at.zorgdomein().header("crit", critical).header("cnf", Map.of("jkt", "x")),
          HEADER_NOT_ALLOWED);
    }
  }

  @Test
  @DisplayName("CVE-2020-26160: an aud that is an empty list, or of another type")
  @Clause("V-21")
  void audienceOfAnotherTypeNamesNobody() {
    VerifierFixture named =
        new VerifierFixture(TestPartner.zorgdomeinBuilder().audience("module.example.com").build());
    for (Object audience :
        List.of(
            List.of(),
            List.of(""),
            List.of(List.of("module.example.com")),
            Map.of("0", "module.example.com"),
            true,
            0)) {
      named.refuse(named.zorgdomein().claim("aud", audience), AUDIENCE_NOT_ALLOWED);
    }
  }

  @Test
  @DisplayName("CVE-2019-7644: the signature that would have been right, in the answer or the log")
  @Clause("V-39")
  void signatureThatWouldBeRightIsToldToNobody() {
    String right = TestPartner.exorliveToken().token();
    String signature = right.substring(right.lastIndexOf('.') + 1);
    String wrong = right.substring(0, right.lastIndexOf('.') + 1) + "A".repeat(43);
    try (LogCapture log = new LogCapture()) {
      Refusal refusal = at.refuse(wrong, PAYLOAD, SIGNATURE_INVALID);

      assertThat(refusal + refusal.detail() + log.all()).doesNotContain(signature, "AAAAAAAA");
    }
  }

  @Test
  @DisplayName("token in exception text: of what somebody else wrote only the type is repeated")
  void tokenIsInNoExceptionText() {
    String token = at.zorgdomein().token();
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(TestPartner.both())
            .clock(at.clock)
            .keys(
                (partner, keyId, algorithm) -> {
                  throw new IllegalStateException("cannot look up a key");
                })
            .build();
    try (LogCapture log = new LogCapture()) {
      assertThatThrownBy(() -> verifier.verify(token, QUERY))
          .isInstanceOf(LaunchUnavailableException.class)
          .satisfies(
              failure -> {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                assertThat(trace + log.all()).doesNotContain(token.split("\\."));
              });
    }
  }
}
