package org.launchgate.internal.json;

/** Reads a string (RFC 8259 section 7). */
final class StringScanner {

  private static final char REPLACEMENT_CHARACTER = '\uFFFD';

  private final Input in;
  private final StringBuilder out;

  private StringScanner(Input in, String beginning) {
    this.in = in;
    this.out = new StringBuilder(beginning.length() + 16).append(beginning);
  }

  /** Reads the string whose opening quotation mark is the next byte. */
  static String read(Input in) throws StrictJsonException {
    in.advance();
    int start = in.position();
    in.skipPlainAscii();
    String beginning = in.asciiSince(start);
    return in.accept('"') ? beginning : new StringScanner(in, beginning).rest();
  }

  private String rest() throws StrictJsonException {
    while (!in.accept('"')) {
      special();
      int start = in.position();
      in.skipPlainAscii();
      out.append(in.asciiSince(start));
    }
    return out.toString();
  }

  private void special() throws StrictJsonException {
    int next = in.peek();
    int start = in.position();
    if (next >= 0x80) {
      append(Utf8.read(in), start);
    } else if (next == '\\') {
      append(escape(), start);
    } else {
      throw in.fault(next == Input.END ? Fault.UNEXPECTED_END : Fault.CONTROL_CHARACTER);
    }
  }

  private void append(int codePoint, int start) throws StrictJsonException {
    if (codePoint == REPLACEMENT_CHARACTER) {
      throw in.fault(Fault.REPLACEMENT_CHARACTER, start);
    }
    out.appendCodePoint(codePoint);
  }

  private int escape() throws StrictJsonException {
    int start = in.position();
    in.advance();
    int letter = in.peek();
    if (letter == Input.END) {
      throw in.unexpected();
    }
    in.advance();
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codePoint(start);
      default -> throw in.fault(Fault.MALFORMED_ESCAPE, start);
    };
  }

  private int codePoint(int start) throws StrictJsonException {
    char unit = fourHexDigits(start);
    if (!Character.isSurrogate(unit)) {
      return unit;
    }
    if (Character.isHighSurrogate(unit) && in.accept('\\') && in.accept('u')) {
      char low = fourHexDigits(start);
      if (Character.isLowSurrogate(low)) {
        return Character.toCodePoint(unit, low);
      }
    }
    throw in.fault(Fault.LONE_SURROGATE, start);
  }

  private char fourHexDigits(int start) throws StrictJsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      unit = unit << 4 | hexDigit(start);
      in.advance();
    }
    return (char) unit;
  }

  private int hexDigit(int start) throws StrictJsonException {
    int next = in.peek();
    if (next >= '0' && next <= '9') {
      return next - '0';
    }
    int letter = next | 0x20;
    if (letter >= 'a' && letter <= 'f') {
      return letter - 'a' + 10;
    }
    throw next == Input.END ? in.unexpected() : in.fault(Fault.MALFORMED_ESCAPE, start);
  }
}
