package org.launchgate.internal.json;

/**
 * A place in a text as an editor shows it, both counted from 1; worked out only once the text is
 * refused.
 *
 * @param line the line; a line ends with LF, CR LF or CR
 * @param column the column, in Unicode code points
 */
record Position(int line, int column) {

  static Position of(byte[] utf8, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (endsLine(utf8, i)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, 1 + codePoints(utf8, lineStart, offset));
  }

  private static boolean endsLine(byte[] utf8, int at) {
    return utf8[at] == '\n'
        || (utf8[at] == '\r' && (at + 1 == utf8.length || utf8[at + 1] != '\n'));
  }

  private static int codePoints(byte[] utf8, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (!Utf8.isContinuation(utf8[i])) {
        count++;
      }
    }
    return count;
  }
}
