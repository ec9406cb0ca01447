package org.launchgate.internal.json;

/** Reads a number (RFC 8259 section 6). */
final class NumberScanner {

  /** Keeps the cost of a conversion constant, while every {@code double} can still be written. */
  private static final int MAX_LENGTH = 32;

  private NumberScanner() {}

  /** Reads the number that begins at the next byte, a digit or a minus sign. */
  static Number read(Input in) throws StrictJsonException {
    int start = in.position();
    integer(in);
    boolean fraction = fraction(in);
    boolean exponent = exponent(in);
    if (in.position() - start > MAX_LENGTH) {
      throw in.fault(Fault.NUMBER_TOO_LONG, start);
    }
    return fraction || exponent ? finite(in, start) : in.integerSince(start);
  }

  private static void integer(Input in) throws StrictJsonException {
    in.accept('-');
    int start = in.position();
    boolean zero = in.peek() == '0';
    digits(in);
    if (zero && in.position() - start > 1) {
      throw in.fault(Fault.LEADING_ZERO, start);
    }
  }

  private static boolean fraction(Input in) throws StrictJsonException {
    boolean present = in.accept('.');
    if (present) {
      digits(in);
    }
    return present;
  }

  private static boolean exponent(Input in) throws StrictJsonException {
    boolean present = in.accept('e') || in.accept('E');
    if (present) {
      if (!in.accept('-')) {
        in.accept('+');
      }
      digits(in);
    }
    return present;
  }

  private static void digits(Input in) throws StrictJsonException {
    if (in.skipDigits() == 0) {
      throw in.fault(in.peek() == Input.END ? Fault.UNEXPECTED_END : Fault.MALFORMED_NUMBER);
    }
  }

  private static Double finite(Input in, int start) throws StrictJsonException {
    double value = Double.parseDouble(in.asciiSince(start));
    if (Double.isInfinite(value)) {
      throw in.fault(Fault.NUMBER_TOO_LARGE, start);
    }
    return value;
  }
}
