package org.launchgate.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the receiver's own private key: PKCS#8 (RFC 5958), as PEM or DER, not encrypted. */
public final class PrivatePemKey {
  private static final List<String> KEY_TYPES = List.of("RSA", "EC");
  private static final String CONVERT =
      "; \"openssl pkcs8 -topk8 -nocrypt\" makes a PRIVATE KEY of it";

  private PrivatePemKey() {}

  /**
   * The key of a content that holds one PEM block, or the DER of it.
   *
   * @throws IllegalArgumentException when it holds none, more than one, or a public key
   */
  public static PrivateKey read(byte[] content) {
    if (Der.isSequence(content)) {
      return privateKey(content);
    }
    return ofPem(new String(content, StandardCharsets.US_ASCII));
  }

  private static PrivateKey ofPem(String text) {
    // Before the block is read: an old encrypted key has header lines and is no block of RFC 7468.
    if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----") || text.contains("4,ENCRYPTED")) {
      throw encrypted();
    }
    PemBlock block = PemBlock.only(text, "PRIVATE KEY");
    return switch (block.label()) {
      case "PRIVATE KEY" -> privateKey(block.der());
      case "PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY" -> throw publicKey();
      default ->
          throw new IllegalArgumentException(
              "must be a PRIVATE KEY (PKCS#8), not " + block.label() + CONVERT);
    };
  }

  private static IllegalArgumentException encrypted() {
    return new IllegalArgumentException(
        "holds a private key that is encrypted by a password; use a \"keystore\", or decrypt it"
            + CONVERT);
  }

  private static IllegalArgumentException publicKey() {
    return new IllegalArgumentException(
        "holds a public key or certificate; decryption needs the private key that belongs to it");
  }

  private static PrivateKey privateKey(byte[] der) {
    if (Der.isPkcs12(der)) {
      throw new IllegalArgumentException("holds a PKCS12 keystore, which belongs to \"keystore\"");
    }
    if (Der.isEncryptedPrivateKey(der)) {
      throw encrypted();
    }
    if (!Der.isPrivateKey(der)) {
      throw publicKey();
    }
    for (String type : KEY_TYPES) {
      PrivateKey key = privateKey(type, der);
      if (key != null) {
        return key;
      }
    }
    throw new IllegalArgumentException(
        "holds no PKCS#8 private key for RSA (rsaEncryption) or EC on P-256, P-384 or P-521");
  }

  /** The key, or null when it is not of this type: the next one may fit. */
  private static @Nullable PrivateKey privateKey(String type, byte[] der) {
    try {
      return KeyFactory.getInstance(type).generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      return null;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no " + type, e);
    }
  }
}
