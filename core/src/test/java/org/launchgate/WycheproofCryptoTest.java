package org.launchgate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's mixed vectors: signed tokens, encrypted ones, and sets of keys. */
class WycheproofCryptoTest {
  private static final String FILE = "json_web_crypto_test.json";

  @Test
  @Clause({"V-2", "V-8", "V-40"})
  void everyVectorGivesItsResultOrIsANamedException() {
    VectorExceptions.assertEveryVector(VectorFile.read(FILE), WycheproofCryptoTest::check);
  }

  private static Outcome check(VectorFile.Vector vector) {
    return vector.test().has("jwe")
        ? DecryptionPath.check(vector.privateKey(), vector.token())
        : SignaturePath.check(entries(vector.verifyingKey()), vector.token());
  }

  private static List<JsonNode> entries(JsonNode key) {
    return key.has("keys")
        ? WycheproofKeyTest.entries(key)
        : List.of(SignaturePath.entry("jwk", key));
  }
}
