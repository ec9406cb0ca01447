package org.launchgate.address;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One value in an address, of which nothing can become anything but a part of that value. */
final class EncodedValue {
  private static final String HEX = "0123456789ABCDEF";

  private EncodedValue() {}

  /**
   * The value with everything encoded that RFC 3986 does not call unreserved; empty for one that no
   * part of an address can hold: none at all, a dot segment, a slash or backslash, which servers
   * and proxies take for a separator even where they are encoded, a control character, half a
   * character.
   */
  static Optional<String> of(String value) {
    if (value.isEmpty()
        || value.equals(".")
        || value.equals("..")
        || value.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          encoded(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value))));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String encoded(ByteBuffer bytes) {
    StringBuilder text = new StringBuilder();
    while (bytes.hasRemaining()) {
      int each = bytes.get() & 0xFF;
      if (isUnreserved(each)) {
        text.append((char) each);
      } else {
        text.append('%').append(HEX.charAt(each >> 4)).append(HEX.charAt(each & 0xF));
      }
    }
    return text.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }
}
