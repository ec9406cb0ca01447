package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's JWS vectors, through a launch's own checks up to the signature. */
class WycheproofSignatureTest {
  private static final String FILE = "json_web_signature_test.json";

  @Test
  @Clause({"V-2", "V-7", "V-8", "V-11"})
  void everyVectorGivesItsResultOrIsANamedException() {
    VectorExceptions.assertEveryVector(
        VectorFile.read(FILE),
        vector -> SignaturePath.check(vector.verifyingKey(), vector.token()));
  }

  @Test
  @Clause("V-8")
  void privateKeyOfEveryGroupIsRefusedAtLoad() {
    VectorFile file = VectorFile.read(FILE);
    assertThat(file.vectors())
        .filteredOn(vector -> vector.group().has("public"))
        .isNotEmpty()
        .extracting(vector -> SignaturePath.check(vector.privateKey(), vector.token()).refusal())
        .allSatisfy(refusal -> assertThat(refusal).contains("belongs to a private key"));
  }

  /** The reason of two exceptions: should the file be mended one day, they are none any more. */
  @Test
  void vectorsAboutPaddingHaveNoneInThem() {
    Map<Integer, String> tokens = new HashMap<>();
    VectorFile.read(FILE).vectors().forEach(each -> tokens.put(each.id(), each.token()));
    assertThat(tokens.get(367)).isEqualTo(tokens.get(357));
    assertThat(tokens.get(370)).isEqualTo(tokens.get(357));
  }
}
