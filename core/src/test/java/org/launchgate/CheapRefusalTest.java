package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.VerifierFixture.QUERY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;

/** What is malformed is refused before anything outside the token is asked. */
class CheapRefusalTest {
  private static final int LIMIT = 16 * 1024;

  private final List<String> asked = new ArrayList<>();
  private final LaunchVerifier verifier =
      LaunchVerifier.builder()
          .partners(
              new PartnerDirectory() {
                @Override
                public Optional<Partner> find(PartnerHints hints) {
                  asked.add("partner directory");
                  return Optional.of(TestPartner.zorgdomein());
                }
              })
          .keys(
              (partner, keyId, algorithm) -> {
                asked.add("key resolver");
                return TestPartner.zorgdomein().keys();
              })
          .decryptionKeys(List.of(DecryptionKey.of("k", TestPartner.RSA.getPrivate())))
          .replayStore(
              (partner, launch, until) -> {
                asked.add("replay store");
                return true;
              })
          .build();

  private static String part(String text) {
    return TokenBuilder.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(String header, String payload) {
    return part(header) + "." + part(payload) + "." + part("x".repeat(256));
  }

  private static String header(String more) {
    return "{\"alg\":\"RS256\",\"typ\":\"JWT\"," + more + "}";
  }

  static Stream<String> malformed() {
    Map<String, String> tokens = new LinkedHashMap<>();
    String good = "{\"iss\":\"Demo XIS\"}";
    tokens.put("too large", "a".repeat(LIMIT + 1));
    tokens.put("no base64url", "a".repeat(LIMIT - 1) + "=");
    tokens.put("dots alone", ".".repeat(LIMIT));
    tokens.put("two parts", "a".repeat(8000) + "." + "a".repeat(8000));
    tokens.put(
        "last digit not canonical", part(header("\"kid\":\"k\"")) + "." + part(good) + ".AB");
    tokens.put("an empty part", part(header("\"kid\":\"k\"")) + ".." + part("x"));
    tokens.put("header no JSON", token("x".repeat(8000), good));
    tokens.put("header deep", token("{\"alg\":" + "[".repeat(8000), good));
    tokens.put("payload deep", token(header("\"kid\":\"k\""), "{\"a\":" + "[".repeat(8000)));
    tokens.put("header twice", token("{\"alg\":\"RS256\",\"alg\":\"RS256\"}", good));
    tokens.put("long number", token(header("\"kid\":\"k\""), "{\"a\":" + "9".repeat(8000) + "}"));
    tokens.put("payload a list", token(header("\"kid\":\"k\""), "[1]"));
    tokens.put("crit", token(header("\"crit\":[]"), good));
    tokens.put("nested", token(header("\"cty\":\"JWT\""), good));
    tokens.put("long kid", token(header("\"kid\":\"" + "k".repeat(256) + "\""), good));
    tokens.put("long iss", token(header("\"kid\":\"k\""), "{\"iss\":\"" + "i".repeat(256) + "\"}"));
    tokens.put(
        "encrypted by an algorithm that is not offered",
        part("{\"alg\":\"RSA1_5\",\"enc\":\"A128GCM\"}") + ".AAAA.AAAA.AAAA.AAAA");
    tokens.put(
        "encrypted to a key that is not ours",
        part("{\"alg\":\"RSA-OAEP\",\"enc\":\"A128GCM\",\"kid\":\"x\"}") + ".AAAA.AAAA.AAAA.AAAA");
    return tokens.values().stream();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  @Clause("V-1")
  void malformedTokenAsksForNoPartnerNoKeyAndNoStore(String token) {
    assertThat(verifier.verify(token, QUERY)).isInstanceOf(Verdict.Refused.class);
    assertThat(asked).isEmpty();
  }

  /** A directory may put it into a query, a path or a log. */
  @ParameterizedTest
  @ValueSource(strings = {"x' OR '1'='1", "../demo-xis", ".", "demo-xis\n", "b\u00f8rge"})
  @Clause("V-16")
  void pathThatCanBeNoPartnersIdIsAskedOfNobody(String path) {
    String token = token(header("\"kid\":\"k\""), "{\"iss\":\"Demo XIS\"}");
    Verdict verdict = verifier.verify(token, QUERY.atPartner(path));
    assertThat(((Verdict.Refused) verdict).refusal().reason())
        .isEqualTo(RefusalReason.PARTNER_UNKNOWN);
    assertThat(asked).isEmpty();
  }

  @Test
  void algorithmThatWasNotAgreedAsksForNoKey() {
    String token = token("{\"alg\":\"HS256\",\"kid\":\"k\"}", "{\"iss\":\"Demo XIS\"}");
    assertThat(verifier.verify(token, QUERY)).isInstanceOf(Verdict.Refused.class);
    assertThat(asked).containsExactly("partner directory");
  }

  @Test
  @Clause("V-30")
  void badSignatureAsksForNoStore() {
    String token = token(header("\"kid\":\"0f379bb9-cbb6\""), "{\"iss\":\"Demo XIS\"}");
    assertThat(verifier.verify(token, QUERY)).isInstanceOf(Verdict.Refused.class);
    assertThat(asked).containsExactly("partner directory", "key resolver");
  }
}
