package org.launchgate.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Arrival;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.Verdict;
import org.launchgate.spi.DecryptionKey;

/** The header of an encryption, and what it was made with. */
class EncryptedFuzz {
  private static final KeyPair EC = TestPartner.ec(256);
  private static final LaunchVerifier VERIFIER =
      Senders.verifier(
          DecryptionKey.of("rsa", TestPartner.RSA.getPrivate()),
          DecryptionKey.of("ec", EC.getPrivate()));
  private static final Arrival ARRIVAL = Arrival.form("payload").atPartner("exorlive");
  private static final Set<String> WRAPPINGS = Set.of("RSA-OAEP", "RSA-OAEP-256");
  private static final Set<String> CIPHERS =
      Set.of("A128GCM", "A192GCM", "A256GCM", "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512");

  /** The one of RFC 7518, appendix C. */
  private static final String EPHEMERAL_KEY =
      "\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\","
          + "\"x\":\"gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0\","
          + "\"y\":\"SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps\"}";

  private final String inner = Senders.tokens().get("exorlive").token();

  /**
   * A good token is taken out of an encryption whose header names our key and what we offer, and
   * out of no other.
   */
  @MethodSource("headers")
  @FuzzTest
  void header(byte[] header) {
    Optional<JsonNode> said = Json.object(header);
    String alg = word(said, "alg", WRAPPINGS, "RSA-OAEP-256");
    String enc = word(said, "enc", CIPHERS, "A128GCM");
    String[] parts =
        EncryptedTokenBuilder.of(inner, TestPartner.RSA.getPublic(), alg, enc)
            .rawHeader(new String(header, StandardCharsets.UTF_8))
            .parts();
    Verdict verdict = VERIFIER.verify(String.join(".", parts), ARRIVAL);
    if (verdict instanceof Verdict.Refused refused) {
      Demand.oneLine(refused.refusal().detail());
      return;
    }
    JsonNode taken = Json.taken(header);
    Demand.that(taken.path("alg").asText().equals(alg), "alg");
    Demand.that(taken.path("enc").asText().equals(enc), "enc");
    Demand.that(taken.path("kid").asText().equals("rsa"), "kid");
    Demand.that(!taken.has("zip") && !taken.has("crit") && !taken.has("b64"), "zip or crit");
  }

  /** How to encrypt: as the header says, where it says something that we offer. */
  private static String word(
      Optional<JsonNode> header, String member, Set<String> offered, String otherwise) {
    return header
        .map(said -> said.path(member).asText())
        .filter(offered::contains)
        .orElse(otherwise);
  }

  static Stream<byte[]> headers() {
    return Stream.of(
            "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A128GCM\",\"kid\":\"rsa\",\"cty\":\"JWT\"}",
            "{\"alg\":\"RSA-OAEP\",\"enc\":\"A256CBC-HS512\",\"kid\":\"rsa\",\"typ\":\"JOSE\"}",
            "{\"alg\":\"RSA1_5\",\"enc\":\"A128GCM\",\"kid\":\"rsa\",\"zip\":\"DEF\"}",
            "{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\",\"kid\":\"ec\",\"apu\":\"QQ\",\"apv\":\"QQ\","
                + EPHEMERAL_KEY
                + "}",
            "{\"alg\":\"ECDH-ES+A128KW\",\"enc\":\"A128GCM\",\"kid\":\"ec\"," + EPHEMERAL_KEY + "}")
        .map(header -> header.getBytes(StandardCharsets.UTF_8));
  }
}
