package org.launchgate.internal.jose;

import java.security.PrivateKey;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithm;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithm;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * A jose4j encryption whose header is handed over already read, as with {@link PreparsedSignature}.
 * Everything that decides stays jose4j's.
 */
final class PreparsedEncryption extends JsonWebEncryption {
  private final String encodedHeader;
  private final KeyManagementAlgorithm keyManagement;
  private final ContentEncryptionAlgorithm contentEncryption;

  /**
   * A token to decrypt.
   *
   * @param header what jose4j is to see of the header
   */
  PreparsedEncryption(
      EncryptedParts token,
      Map<String, @Nullable Object> header,
      KeyManagementAlgorithm keyManagement,
      ContentEncryptionAlgorithm contentEncryption,
      PrivateKey key)
      throws JoseException {
    this.encodedHeader = token.encodedHeader();
    this.keyManagement = keyManagement;
    this.contentEncryption = contentEncryption;
    this.headers = new GivenHeaders(header);
    setAlgorithmConstraints(permitOnly(keyManagement.getAlgorithmIdentifier()));
    setCompactSerializationParts(
        new String[] {
          token.encodedHeader(), token.encryptedKey(), token.iv(), token.ciphertext(), token.tag()
        });
    setKey(key);
  }

  private static AlgorithmConstraints permitOnly(String algorithm) {
    return new AlgorithmConstraints(ConstraintType.PERMIT, algorithm);
  }

  @Override
  protected void setEncodedHeader(String encoded) {
    // jose4j would read it by its own reader; what it is to see was handed over.
  }

  @Override
  protected String getEncodedHeader() {
    return encodedHeader;
  }

  @Override
  public KeyManagementAlgorithm getKeyManagementModeAlgorithm() throws InvalidAlgorithmException {
    getAlgorithmConstraints().checkConstraint(getAlgorithmHeaderValue());
    return keyManagement;
  }

  @Override
  public ContentEncryptionAlgorithm getContentEncryptionAlgorithm()
      throws InvalidAlgorithmException {
    permitOnly(contentEncryption.getAlgorithmIdentifier())
        .checkConstraint(getEncryptionMethodHeaderParameter());
    return contentEncryption;
  }
}
