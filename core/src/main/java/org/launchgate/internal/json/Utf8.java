package org.launchgate.internal.json;

/**
 * Reads characters beyond ASCII (RFC 3629 section 3).
 *
 * <p>Not left to the JDK: its decoder would be a second pass that either replaces what is malformed
 * or needs buffers.
 */
final class Utf8 {

  private Utf8() {}

  /** Reads the code point whose first byte, 0x80 or above, comes next. */
  static int read(Input in) throws StrictJsonException {
    int start = in.position();
    int lead = in.peek();
    in.advance();
    int codePoint =
        switch (lead >> 4) {
          case 0xC, 0xD -> continued(in, lead & 0x1F, 1);
          case 0xE -> continued(in, lead & 0x0F, 2);
          case 0xF -> continued(in, lead & 0x0F, 3);
          default -> -1;
        };
    if (!isWellFormed(codePoint, in.position() - start)) {
      throw in.fault(Fault.MALFORMED_UTF8, start);
    }
    return codePoint;
  }

  /** Whether a byte is the second or a later one of a character. */
  static boolean isContinuation(int b) {
    return (b & 0xC0) == 0x80;
  }

  private static int continued(Input in, int leadBits, int count) {
    int codePoint = leadBits;
    for (int i = 0; i < count; i++) {
      int next = in.peek();
      if (!isContinuation(next)) { // nor is the end one
        return -1;
      }
      codePoint = codePoint << 6 | (next & 0x3F);
      in.advance();
    }
    return codePoint;
  }

  private static boolean isWellFormed(int codePoint, int length) {
    return switch (length) {
      case 2 -> codePoint >= 0x80;
      case 3 -> codePoint >= 0x800 && !isSurrogate(codePoint);
      case 4 -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
      default -> false;
    };
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
