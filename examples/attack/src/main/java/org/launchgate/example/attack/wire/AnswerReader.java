package org.launchgate.example.attack.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart the bytes that came back on a connection. */
final class AnswerReader {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})[^\r\n]*");

  private final byte[] bytes;
  private int position;

  private AnswerReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads the final answer; interim ones (1xx) are passed over. */
  static Answer read(byte[] bytes) {
    return new AnswerReader(bytes).read();
  }

  private Answer read() {
    Matcher status = STATUS.matcher(line());
    if (!status.matches()) {
      return Answer.NONE;
    }
    int code = Integer.parseInt(status.group(1));
    List<Field> fields = fields();
    if (code < 200) {
      return read();
    }
    String body = text(body(new Answer(code, fields, "", "")));
    return new Answer(code, fields, body, text(Arrays.copyOfRange(bytes, position, bytes.length)));
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = Math.max(line.indexOf(':'), 0);
      fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return fields;
  }

  private byte[] body(Answer head) {
    if (head.values("Transfer-Encoding").contains("chunked")) {
      return chunks();
    }
    int left = bytes.length - position;
    return take(head.value("Content-Length").map(n -> Math.min(number(n, 10), left)).orElse(left));
  }

  private byte[] chunks() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = chunkSize();
    while (size > 0) {
      body.writeBytes(take(Math.min(size, bytes.length - position)));
      line();
      size = chunkSize();
    }
    fields(); // the trailer
    return body.toByteArray();
  }

  private int chunkSize() {
    return position < bytes.length ? number(line().split(";", 2)[0].strip(), 16) : 0;
  }

  private static int number(String text, int radix) {
    try {
      return Integer.parseInt(text, radix);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private byte[] take(int length) {
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private String line() {
    int start = position;
    while (position < bytes.length && bytes[position] != '\n') {
      position++;
    }
    String line = new String(bytes, start, position - start, ISO_8859_1);
    position = Math.min(position + 1, bytes.length);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}
