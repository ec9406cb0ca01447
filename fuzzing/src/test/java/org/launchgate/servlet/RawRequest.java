package org.launchgate.servlet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An input as a request: {@code METHOD /path?query}, lines of header fields, an empty line, the
 * body. Whatever bytes there are make one.
 *
 * @param method the method
 * @param path the path inside the application
 * @param query the query; null for none
 * @param headers name and value by turns
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RawRequest(String method, String path, String query, List<String> headers, byte[] body) {

  static RawRequest of(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 2);
    String[] lines = head.split("\n", -1);
    String[] first = lines[0].split(" ", 2);
    String[] target = first[first.length - 1].split("\\?", 2);
    return new RawRequest(
        first[0],
        target[0],
        target.length > 1 ? target[1] : null,
        headers(lines),
        body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<String> headers(String[] lines) {
    List<String> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] field = lines[i].split(":", 2);
      headers.add(field[0].strip());
      headers.add(field.length > 1 ? field[1].strip() : "");
    }
    return headers;
  }

  /** Every value of a header field. */
  List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (headers.get(i).equalsIgnoreCase(name)) {
        values.add(headers.get(i + 1));
      }
    }
    return values;
  }

  /** The first value of a header field; null where there is none. */
  String header(String name) {
    List<String> values = headers(name);
    return values.isEmpty() ? null : values.get(0);
  }
}
