package org.launchgate.internal.jose;

import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import org.jose4j.jwe.ContentEncryptionAlgorithm;
import org.jose4j.jwe.KeyManagementAlgorithm;

/**
 * The exact lengths that RFC 7518 gives to the parts of an encrypted token. jose4j joins ciphertext
 * and tag again, so without this a byte could move from one to the other unnoticed; and a length
 * that is wrong need not cost the use of a private key.
 */
final class PartLengths {
  private static final int GCM_IV = 12;
  private static final int GCM_TAG = 16;
  private static final int CBC_IV = 16;

  /** Half a block: what AES key wrap adds to the key (RFC 3394 section 2.2.1). */
  private static final int KEY_WRAP = 8;

  private PartLengths() {}

  static boolean fit(
      EncryptedParts token,
      KeyManagementAlgorithm keyManagement,
      ContentEncryptionAlgorithm contentEncryption,
      PrivateKey key) {
    int keyLength =
        contentEncryption.getContentEncryptionKeyDescriptor().getContentEncryptionKeyByteLength();
    boolean gcm = contentEncryption.getAlgorithmIdentifier().endsWith("GCM");
    return length(token.iv()) == (gcm ? GCM_IV : CBC_IV)
        && length(token.tag()) == (gcm ? GCM_TAG : keyLength / 2)
        && !token.ciphertext().isEmpty()
        && encryptedKeyFits(length(token.encryptedKey()), keyManagement, keyLength, key);
  }

  private static boolean encryptedKeyFits(
      int length, KeyManagementAlgorithm keyManagement, int keyLength, PrivateKey key) {
    if (keyManagement.getKeyType().equals("RSA")) {
      return !(key instanceof RSAKey rsa) || length == (rsa.getModulus().bitLength() + 7) / 8;
    }
    return length
        == (keyManagement.getAlgorithmIdentifier().endsWith("KW") ? keyLength + KEY_WRAP : 0);
  }

  /** The number of bytes that the digits stand for. */
  private static int length(String base64Url) {
    return base64Url.length() * 6 / 8;
  }
}
