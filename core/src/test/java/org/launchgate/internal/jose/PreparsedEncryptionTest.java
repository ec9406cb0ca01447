package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Objects;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;

/** jose4j decrypts by the algorithms that were agreed, and only where the header names them. */
class PreparsedEncryptionTest {

  private static PreparsedEncryption of(String alg, String enc) throws JoseException {
    Map<String, Object> header = Map.of("alg", alg, "enc", enc);
    return new PreparsedEncryption(
        new EncryptedParts(header, "e30", "AA", "AA", "AA", "AA"),
        header,
        Objects.requireNonNull(JoseEncryptions.keyManagement("RSA-OAEP")),
        Objects.requireNonNull(JoseEncryptions.contentEncryption("A128GCM")),
        TestPartner.RSA.getPrivate());
  }

  @Test
  void headerThatNamesTheAgreedAlgorithmsGetsThem() throws Exception {
    assertThat(of("RSA-OAEP", "A128GCM").getKeyManagementModeAlgorithm())
        .isSameAs(JoseEncryptions.keyManagement("RSA-OAEP"));
    assertThat(of("RSA-OAEP", "A128GCM").getContentEncryptionAlgorithm())
        .isSameAs(JoseEncryptions.contentEncryption("A128GCM"));
  }

  @Test
  void headerThatNamesAnotherGetsNone() {
    assertThatExceptionOfType(InvalidAlgorithmException.class)
        .isThrownBy(() -> of("RSA-OAEP-256", "A128GCM").getKeyManagementModeAlgorithm());
    assertThatExceptionOfType(InvalidAlgorithmException.class)
        .isThrownBy(() -> of("RSA-OAEP", "A256GCM").getContentEncryptionAlgorithm());
  }
}
