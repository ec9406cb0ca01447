package org.launchgate.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;

/** The header of a token whose payload is good. */
class HeaderFuzz {
  private static final LaunchVerifier VERIFIER = Senders.verifier();
  private static final Arrival ARRIVAL = Arrival.form("payload").atPartner("exorlive");
  private static final List<String> NEVER = List.of("crit", "b64", "cty", "zip");

  private final TokenBuilder good = Senders.tokens().get("exorlive");
  private final String token = good.token();

  /**
   * Signed by the sender's key, a header is taken only when it says so and nothing that changes the
   * meaning; under another header's signature it is never taken.
   */
  @MethodSource("headers")
  @FuzzTest
  void json(byte[] header) {
    signed(header);
    underSignatureOfAnother(header);
  }

  private void signed(byte[] header) {
    byte[] payload = good.payloadJson().getBytes(StandardCharsets.UTF_8);
    Verdict verdict = VERIFIER.verify(good.token(header, payload), ARRIVAL);
    if (verdict instanceof Verdict.Refused refused) {
      Demand.oneLine(refused.refusal().detail());
      return;
    }
    JsonNode said = Json.taken(header);
    Demand.that(said.path("alg").asText().equals("HS256"), "alg");
    Demand.that(!said.has("kid") || said.get("kid").asText().equals(Senders.KEY_ID), "kid");
    Demand.that(!said.has("typ") || isJwt(said.get("typ")), "typ");
    NEVER.forEach(member -> Demand.that(!said.has(member), member));
  }

  private static boolean isJwt(JsonNode type) {
    return type.asText().toUpperCase(Locale.ROOT).equals("JWT");
  }

  private void underSignatureOfAnother(byte[] header) {
    String changed = TokenBuilder.encode(header) + token.substring(token.indexOf('.'));
    boolean accepted = VERIFIER.verify(changed, ARRIVAL) instanceof Verdict.Accepted;
    Demand.that(accepted == changed.equals(token), "a header that nobody signed");
  }

  static Stream<byte[]> headers() {
    return Stream.of(
            Senders.tokens().get("exorlive").headerJson(),
            "{\"alg\":\"HS256\"}",
            "{\"typ\":\"jwt\",\"alg\":\"HS256\",\"kid\":\"k1\"}",
            "{\"alg\":\"none\"}",
            "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
            "{\"alg\":\"HS256\",\"zip\":\"DEF\",\"cty\":\"JWT\"}",
            "{\"alg\":\"HS256\",\"jku\":\"https://evil.example\",\"x5c\":[\"AA\"],\"jwk\":{}}")
        .map(header -> header.getBytes(StandardCharsets.UTF_8));
  }
}
