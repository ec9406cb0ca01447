package org.launchgate.internal.jose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a compact JWE (RFC 7516 section 7.1), each as it came, already known to be canonical
 * base64url, and the header read by a strict reader.
 *
 * @param header the header's members
 * @param encodedHeader the first part, which the tag covers
 * @param encryptedKey the second part; empty where the key is agreed directly
 * @param iv the third part
 * @param ciphertext the fourth part
 * @param tag the fifth part
 */
public record EncryptedParts(
    Map<String, @Nullable Object> header,
    String encodedHeader,
    String encryptedKey,
    String iv,
    String ciphertext,
    String tag) {

  @Override
  public String toString() {
    return "EncryptedParts[" + header.keySet() + "]";
  }
}
