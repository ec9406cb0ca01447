package org.launchgate.internal.key;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.EncryptedPrivateKeyInfo;

/** Tells by its first bytes what a DER text (ITU-T X.690) may be. */
public final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int LONG_FORM = 0x80;
  private static final int MOST_LENGTH_BYTES = 4;

  private Der() {}

  /** The DER of a text that is its base64, as it stands between the lines of a PEM block. */
  public static Optional<byte[]> ofBase64(String text) {
    try {
      byte[] der = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
      return Optional.of(der).filter(Der::isSequence);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it is one sequence and nothing after it: every key and certificate is. */
  static boolean isSequence(byte[] der) {
    if (der.length < 2 || unsigned(der[0]) != SEQUENCE) {
      return false;
    }
    int begin = contentBegin(der);
    return begin > 0 && begin < der.length && begin + contentLength(der) == der.length;
  }

  /**
   * Whether it begins with a version number of 0 or 1, as every private key does: PKCS#8 (RFC 5958
   * section 2), PKCS#1 (RFC 8017 A.1.2), SEC 1 (RFC 5915 section 3). A public key or a certificate
   * begins with a sequence.
   */
  static boolean isPrivateKey(byte[] der) {
    int version = versionNumber(der);
    return version == 0 || version == 1;
  }

  /** Whether it is a private key that is encrypted by a password (RFC 5958 section 3). */
  static boolean isEncryptedPrivateKey(byte[] der) {
    try {
      return isSequence(der) && new EncryptedPrivateKeyInfo(der).getEncryptedData().length > 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** Whether it begins with the version number 3, as a PKCS#12 store does (RFC 7292 section 4). */
  static boolean isPkcs12(byte[] der) {
    return versionNumber(der) == 3;
  }

  private static int versionNumber(byte[] der) {
    int begin = isSequence(der) ? contentBegin(der) : der.length;
    return begin + 2 < der.length && unsigned(der[begin]) == INTEGER && der[begin + 1] == 1
        ? unsigned(der[begin + 2])
        : -1;
  }

  private static int contentBegin(byte[] der) {
    int first = unsigned(der[1]);
    int lengthBytes = first < LONG_FORM ? 0 : first - LONG_FORM;
    return lengthBytes > MOST_LENGTH_BYTES || (first == LONG_FORM) ? -1 : 2 + lengthBytes;
  }

  private static long contentLength(byte[] der) {
    int first = unsigned(der[1]);
    if (first < LONG_FORM) {
      return first;
    }
    long length = 0;
    for (int i = 2; i < contentBegin(der); i++) {
      length = (length << 8) | unsigned(der[i]);
    }
    return length;
  }

  private static int unsigned(byte value) {
    return value & 0xFF;
  }
}
