package org.launchgate.internal.json;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** The bytes of a text and how far they have been read. Used by one thread, for one text. */
final class Input {

  /** What stands after the last byte. */
  static final int END = -1;

  private final byte[] utf8;
  private int position;

  Input(byte[] utf8) {
    this.utf8 = utf8;
  }

  int position() {
    return position;
  }

  /** The next byte, 0 to 255, or {@link #END}; not consumed. */
  int peek() {
    return position < utf8.length ? utf8[position] & 0xFF : END;
  }

  /** Consumes the byte that {@link #peek} has shown, which must not be {@link #END}. */
  void advance() {
    position++;
  }

  /** Consumes white space (RFC 8259 section 2), then shows the next byte like {@link #peek}. */
  int peekToken() {
    int next = peek();
    while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
      position++;
      next = peek();
    }
    return next;
  }

  /** Consumes the next byte if it is the one given. */
  boolean accept(char ascii) {
    boolean matches = peek() == ascii;
    if (matches) {
      position++;
    }
    return matches;
  }

  /** Consumes the next byte, which has to be the one given. */
  void expect(char ascii) throws StrictJsonException {
    if (!accept(ascii)) {
      throw unexpected();
    }
  }

  /** Consumes a run, possibly empty, of what stands for itself in a string and is one byte long. */
  void skipPlainAscii() {
    int at = position;
    while (at < utf8.length && isPlainAscii(utf8[at])) {
      at++;
    }
    position = at;
  }

  private static boolean isPlainAscii(byte b) {
    // bytes are signed, so this leaves out all of 0x80 to 0xFF too
    return b >= ' ' && b != '"' && b != '\\';
  }

  /** Consumes a run of digits and says how many there were. */
  int skipDigits() {
    int start = position;
    while (position < utf8.length && utf8[position] >= '0' && utf8[position] <= '9') {
      position++;
    }
    return position - start;
  }

  /** What was read since an earlier position, all of which must be ASCII. */
  String asciiSince(int start) {
    return new String(utf8, start, position - start, StandardCharsets.ISO_8859_1);
  }

  /** The integer literal read since an earlier position; the grammar has been checked. */
  Number integerSince(int start) {
    boolean negative = utf8[start] == '-';
    int firstDigit = negative ? start + 1 : start;
    if (position - firstDigit > 18) {
      return narrow(new BigInteger(asciiSince(start)));
    }
    long magnitude = 0;
    for (int i = firstDigit; i < position; i++) {
      magnitude = magnitude * 10 + (utf8[i] - '0');
    }
    return negative ? -magnitude : magnitude;
  }

  private static Number narrow(BigInteger value) {
    if (value.bitLength() < Long.SIZE) {
      return value.longValue();
    }
    return value;
  }

  StrictJsonException fault(Fault fault, int offset) {
    return new StrictJsonException(fault, utf8, offset);
  }

  StrictJsonException fault(Fault fault) {
    return fault(fault, position);
  }

  /** The refusal of a next byte that the grammar does not allow here, or of the end. */
  StrictJsonException unexpected() {
    return fault(
        switch (peek()) {
          case END -> Fault.UNEXPECTED_END;
          case '/' -> Fault.COMMENT;
          default -> Fault.UNEXPECTED_CHARACTER;
        });
  }
}
