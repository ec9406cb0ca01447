package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.TestPartner;

/** The lengths of the parts of an encrypted token, before any key is used. */
class PartLengthsTest {
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final PrivateKey RSA = TestPartner.RSA.getPrivate();

  private static boolean fit(
      String alg, String enc, int key, int iv, int content, int tag, PrivateKey own) {
    return PartLengths.fit(
        new EncryptedParts(Map.of(), "", digits(key), digits(iv), digits(content), digits(tag)),
        Objects.requireNonNull(JoseEncryptions.keyManagement(alg)),
        Objects.requireNonNull(JoseEncryptions.contentEncryption(enc)),
        own);
  }

  /** As many digits as that many bytes have. */
  private static String digits(int bytes) {
    return "A".repeat((bytes * 8 + 5) / 6);
  }

  @ParameterizedTest
  @CsvSource({
    "RSA-OAEP, A128GCM, 256, 12, 1, 16",
    "RSA-OAEP-256, A256GCM, 256, 12, 1, 16",
    "RSA-OAEP, A128CBC-HS256, 256, 16, 16, 16",
    "RSA-OAEP, A192CBC-HS384, 256, 16, 16, 24",
    "RSA-OAEP, A256CBC-HS512, 256, 16, 16, 32",
    "ECDH-ES, A128GCM, 0, 12, 1, 16",
    "ECDH-ES, A256CBC-HS512, 0, 16, 16, 32",
    "ECDH-ES+A128KW, A128GCM, 24, 12, 1, 16",
    "ECDH-ES+A256KW, A256CBC-HS512, 72, 16, 16, 32"
  })
  void exactlyTheLengthsOfTheAlgorithmsFit(
      String alg, String enc, int key, int iv, int content, int tag) {
    PrivateKey own = alg.startsWith("RSA") ? RSA : P256.getPrivate();

    assertThat(fit(alg, enc, key, iv, content, tag, own)).isTrue();
    for (int other : new int[] {-1, 1}) {
      assertThat(fit(alg, enc, Math.max(key + other, 1), iv, content, tag, own)).isFalse();
      assertThat(fit(alg, enc, key, iv + other, content, tag, own)).isFalse();
      assertThat(fit(alg, enc, key, iv, content, tag + other, own)).isFalse();
    }
    assertThat(fit(alg, enc, key, iv, 0, tag, own)).isFalse();
  }

  @Test
  void keyThatShowsNoModulusMayHaveAnyLength() {
    HiddenKey hidden = new HiddenKey("RSA");

    assertThat(fit("RSA-OAEP", "A128GCM", 512, 12, 1, 16, hidden)).isTrue();
  }
}
