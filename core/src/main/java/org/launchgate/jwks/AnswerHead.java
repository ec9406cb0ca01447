package org.launchgate.jwks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Status and header fields of an HTTP/1.1 answer (RFC 9112 sections 2 to 5), of limited size and
 * without the forms that readers understand differently: no folded lines, no bare CR.
 *
 * @param status the code of the final answer
 * @param fields the values by the lower-case name, in order
 */
record AnswerHead(int status, Map<String, List<String>> fields) {
  private static final int MAX_BYTES = 16 * 1024;
  private static final int MAX_INTERIM = 4;
  private static final int FIRST_FINAL = 200;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)( .*)?");
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Reads the head and no byte more; interim answers (1xx) before it are passed over. */
  static AnswerHead read(InputStream in) throws IOException, FetchFailure {
    for (int i = 0; i <= MAX_INTERIM; i++) {
      AnswerHead head = readOne(in);
      if (head.status >= FIRST_FINAL) {
        return head;
      }
    }
    throw new FetchFailure("the answer does not begin");
  }

  private static AnswerHead readOne(InputStream in) throws IOException, FetchFailure {
    int left = MAX_BYTES;
    String first = line(in, left);
    left -= first.length();
    Matcher status = STATUS_LINE.matcher(first);
    if (!status.matches()) {
      throw new FetchFailure("the answer is no HTTP/1.1");
    }
    Map<String, List<String>> fields = new HashMap<>();
    for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
      left -= line.length() + 1;
      int colon = Math.max(line.indexOf(':'), 0);
      String name = line.substring(0, colon);
      if (!NAME.matcher(name).matches()) {
        throw new FetchFailure("the answer has a malformed header field");
      }
      fields
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>())
          .add(withoutBlanks(line, colon + 1));
    }
    return new AnswerHead(Integer.parseInt(status.group(1)), fields);
  }

  /**
   * The rest of a line without blanks and tabs around it. Not by an expression: one that may give
   * back what it took needs hours for a line of blanks that a server has made for it.
   */
  private static String withoutBlanks(String line, int from) {
    int begin = from;
    int end = line.length();
    while (begin < end && isBlank(line.charAt(begin))) {
      begin++;
    }
    while (begin < end && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(begin, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** One line without its end (LF or CR LF). */
  static String line(InputStream in, int limit) throws IOException, FetchFailure {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new FetchFailure("the answer ended early");
      }
      if (line.length() >= limit) {
        throw new FetchFailure("the head of the answer is too large");
      }
      line.append((char) next);
    }
    int end = line.length() - 1;
    if (end >= 0 && line.charAt(end) == '\r') {
      line.setLength(end);
    }
    if (line.chars().anyMatch(c -> c != '\t' && c < ' ')) {
      throw new FetchFailure("the answer has a malformed header field");
    }
    return line.toString();
  }

  /** Every value of the field, as if they were one list (RFC 9110 section 5.3); may be empty. */
  String joined(String lowerCaseName) {
    return String.join(", ", all(lowerCaseName));
  }

  /** Every value of the field, in order; may be empty. */
  List<String> all(String lowerCaseName) {
    return fields.getOrDefault(lowerCaseName, List.of());
  }

  /** ASCII text as bytes of a request. */
  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
