package org.launchgate.internal.jose;

import java.util.Map;
import java.util.Set;
import org.jose4j.jwe.AesCbcHmacSha2ContentEncryptionAlgorithm;
import org.jose4j.jwe.AesGcmContentEncryptionAlgorithm;
import org.jose4j.jwe.ContentEncryptionAlgorithm;
import org.jose4j.jwe.EcdhKeyAgreementAlgorithm;
import org.jose4j.jwe.EcdhKeyAgreementWithAesKeyWrapAlgorithm;
import org.jose4j.jwe.KeyManagementAlgorithm;
import org.jose4j.jwe.RsaKeyManagementAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms on offer for encrypted tokens, made directly as {@link JoseAlgorithms} are. Not
 * among them: RSA1_5, whose failures can be used to decrypt (RFC 7516 section 11.5), PBES2, whose
 * cost the sender sets, and shared keys ({@code dir}, AES key wrap). Checklist row 40.
 */
final class JoseEncryptions {
  private static final Map<String, KeyManagementAlgorithm> KEY_MANAGEMENTS =
      Map.of(
          "RSA-OAEP",
          new RsaKeyManagementAlgorithm.RsaOaep(),
          "RSA-OAEP-256",
          new RsaKeyManagementAlgorithm.RsaOaep256(),
          "ECDH-ES",
          new EcdhKeyAgreementAlgorithm(),
          "ECDH-ES+A128KW",
          new EcdhKeyAgreementWithAesKeyWrapAlgorithm.EcdhKeyAgreementWithAes128KeyWrapAlgorithm(),
          "ECDH-ES+A256KW",
          new EcdhKeyAgreementWithAesKeyWrapAlgorithm.EcdhKeyAgreementWithAes256KeyWrapAlgorithm());

  private static final Map<String, ContentEncryptionAlgorithm> CONTENT_ENCRYPTIONS =
      Map.of(
          "A128CBC-HS256", new AesCbcHmacSha2ContentEncryptionAlgorithm.Aes128CbcHmacSha256(),
          "A192CBC-HS384", new AesCbcHmacSha2ContentEncryptionAlgorithm.Aes192CbcHmacSha384(),
          "A256CBC-HS512", new AesCbcHmacSha2ContentEncryptionAlgorithm.Aes256CbcHmacSha512(),
          "A128GCM", new AesGcmContentEncryptionAlgorithm.Aes128Gcm(),
          "A192GCM", new AesGcmContentEncryptionAlgorithm.Aes192Gcm(),
          "A256GCM", new AesGcmContentEncryptionAlgorithm.Aes256Gcm());

  private JoseEncryptions() {}

  static Set<String> keyManagements() {
    return KEY_MANAGEMENTS.keySet();
  }

  static Set<String> contentEncryptions() {
    return CONTENT_ENCRYPTIONS.keySet();
  }

  static @Nullable KeyManagementAlgorithm keyManagement(String name) {
    return KEY_MANAGEMENTS.get(name);
  }

  static @Nullable ContentEncryptionAlgorithm contentEncryption(String name) {
    return CONTENT_ENCRYPTIONS.get(name);
  }
}
