package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.spi.DecryptionKey;

/** Project Wycheproof's JWE vectors, through a launch's own decryption. */
class WycheproofEncryptionTest {
  private static final String FILE = "json_web_encryption_test.json";

  @Test
  @Clause("V-40")
  void everyVectorGivesItsResultOrIsANamedException() {
    VectorExceptions.assertEveryVector(VectorFile.read(FILE), WycheproofEncryptionTest::check);
  }

  private static Outcome check(VectorFile.Vector vector) {
    Outcome outcome = DecryptionPath.check(vector.privateKey(), vector.token());
    if (outcome.content() != null && vector.test().has("pt")) {
      assertThat(HexFormat.of().formatHex(outcome.content()))
          .as(vector.toString())
          .isEqualTo(vector.test().get("pt").asText());
    }
    return outcome;
  }

  /**
   * A vector whose key we refuse at load (a shared secret, an RSA key for RSA1_5) shows that and
   * nothing else: so the token meets a key that says nothing of itself, and one that does not suit.
   */
  @Test
  @Clause("V-40")
  void tokenWhoseKeyIsRefusedAtLoadIsRefusedByEveryOtherKeyToo() {
    List<DecryptionKey> another =
        List.of(DecryptionKey.of(null, TestPartner.otherRsa().getPrivate()));
    assertThat(VectorFile.read(FILE).vectors())
        .filteredOn(WycheproofEncryptionTest::isRefusedAtLoad)
        .isNotEmpty()
        .allSatisfy(
            vector -> {
              assertThat(DecryptionPath.check(another, vector.token()).isAccepted()).isFalse();
              assertThat(
                      DecryptionPath.check(bare(vector.privateKey()), vector.token()).isAccepted())
                  .isFalse();
            });
  }

  private static boolean isRefusedAtLoad(VectorFile.Vector vector) {
    String refusal = DecryptionPath.check(vector.privateKey(), vector.token()).refusal();
    return refusal != null && refusal.startsWith("at load");
  }

  private static JsonNode bare(JsonNode jwk) {
    return jwk.<ObjectNode>deepCopy().without(List.of("alg", "use"));
  }
}
