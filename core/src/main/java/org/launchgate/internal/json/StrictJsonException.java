package org.launchgate.internal.json;

/**
 * Says why and where a text was refused by {@link StrictJson}.
 *
 * <p>Neither the message nor any other part holds content of the text, which may be patient data:
 * only a reason from a fixed list and a place. There is no stack trace either, since a refused text
 * is an expected event that anybody can cause at will. Instances are immutable apart from what
 * every {@link Throwable} lets callers add.
 */
public final class StrictJsonException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int offset;
  private final int line;
  private final int column;

  StrictJsonException(Fault fault, byte[] utf8, int offset) {
    this(fault.text, offset, Position.of(utf8, offset));
  }

  private StrictJsonException(String reason, int offset, Position position) {
    super(message(reason, offset, position), null, true, false);
    this.reason = reason;
    this.offset = offset;
    this.line = position.line();
    this.column = position.column();
  }

  private static String message(String reason, int offset, Position position) {
    return "%s at line %d, column %d (byte %d)"
        .formatted(reason, position.line(), position.column(), offset);
  }

  /**
   * The reason, for logs and for messages about configuration files.
   *
   * @return a short English text from a fixed list, such as "duplicate member name"
   */
  public String reason() {
    return reason;
  }

  /**
   * Where the refused part begins.
   *
   * @return bytes before it, from 0; the length of the text if the text ends too early
   */
  public int offset() {
    return offset;
  }

  /**
   * The line where the refused part begins.
   *
   * @return the line, from 1; LF, CR LF and CR end a line
   */
  public int line() {
    return line;
  }

  /**
   * The column where the refused part begins.
   *
   * @return the column, from 1, in Unicode code points
   */
  public int column() {
    return column;
  }
}
