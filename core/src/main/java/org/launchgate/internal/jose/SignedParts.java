package org.launchgate.internal.jose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a compact JWS, already read by a strict reader, that a signature check needs.
 *
 * @param encodedHeader the first part as it came
 * @param encodedPayload the second part as it came
 * @param signature the third part, decoded
 * @param header the header's members
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record SignedParts(
    String encodedHeader,
    String encodedPayload,
    byte[] signature,
    Map<String, @Nullable Object> header) {

  @Override
  public String toString() {
    return "SignedParts[" + header.keySet() + "]";
  }
}
