package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Project Wycheproof's JWK sets, each loaded as a partner's keys, with a token that it would
 * verify.
 *
 * <p>A set is given as {@code jwks}; one of nothing but secrets, which no {@code jwks} may hold, as
 * one {@code jwk} for each.
 */
class WycheproofKeyTest {
  private static final String FILE = "json_web_key_test.json";

  @Test
  @Clause({"V-8", "V-9", "V-10", "V-18"})
  void everyVectorGivesItsResultOrIsANamedException() {
    VectorExceptions.assertEveryVector(
        VectorFile.read(FILE),
        vector -> SignaturePath.check(entries(vector.verifyingKey()), vector.token()));
  }

  @Test
  @Clause("V-8")
  void secretInASetIsRefusedAtLoad() {
    assertThat(VectorFile.read(FILE).vectors())
        .filteredOn(vector -> holdsSecret(vector.verifyingKey()))
        .isNotEmpty()
        .extracting(
            vector ->
                SignaturePath.check(
                        List.of(SignaturePath.entry("jwks", vector.verifyingKey())), vector.token())
                    .refusal())
        .allSatisfy(refusal -> assertThat(refusal).contains("is a shared secret"));
  }

  /** The entries of {@code keys} for a set. */
  static List<JsonNode> entries(JsonNode set) {
    List<JsonNode> entries = new ArrayList<>();
    set.get("keys").forEach(jwk -> entries.add(SignaturePath.entry("jwk", jwk)));
    return holdsOnlySecrets(set) ? entries : List.of(SignaturePath.entry("jwks", set));
  }

  private static boolean holdsOnlySecrets(JsonNode set) {
    return set.get("keys").findValuesAsText("kty").stream().allMatch("oct"::equals);
  }

  private static boolean holdsSecret(JsonNode set) {
    return set.get("keys").findValuesAsText("kty").contains("oct");
  }
}
