package org.launchgate.example.attack.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request as it goes out. {@code Host}, {@code Connection} and {@code Content-Length} are added
 * where the request has none of its own and is not {@link #bare()}.
 *
 * @param body of which each character is a byte
 * @param target what stands in the request line, query included
 * @param bare whether nothing at all is added
 */
public record Request(
    String method, String target, String version, List<Field> fields, String body, boolean bare) {

  /** A request without a body. */
  public static Request of(String method, String target) {
    return new Request(method, target, "HTTP/1.1", List.of(), "", false);
  }

  /** A browser's GET. */
  public static Request get(String target) {
    return of("GET", target).with("Accept", "text/html,*/*;q=0.8");
  }

  /** A browser's POST. */
  public static Request post(String target, String contentType, byte[] body) {
    return of("POST", target)
        .with("Accept", "text/html,*/*;q=0.8")
        .with("Content-Type", contentType)
        .withBody(body);
  }

  /** The same with one field more, at the end. */
  public Request with(String name, String value) {
    List<Field> more = Stream.concat(fields.stream(), Stream.of(new Field(name, value))).toList();
    return new Request(method, target, version, more, body, bare);
  }

  /** The same without the fields of that name. */
  public Request without(String name) {
    List<Field> fewer = fields.stream().filter(field -> !field.isNamed(name)).toList();
    return new Request(method, target, version, fewer, body, bare);
  }

  /** The same with another body. */
  public Request withBody(byte[] other) {
    return new Request(method, target, version, fields, new String(other, ISO_8859_1), bare);
  }

  /** The same with another method. */
  public Request withMethod(String other) {
    return new Request(other, target, version, fields, body, bare);
  }

  /** The same with another target. */
  public Request withTarget(String other) {
    return new Request(method, other, version, fields, body, bare);
  }

  /** The same with another version. */
  public Request withVersion(String other) {
    return new Request(method, target, other, fields, body, bare);
  }

  /** The same without anything that was not asked for. */
  public Request barely() {
    return new Request(method, target, version, fields, body, true);
  }

  byte[] bytes(String host) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(' ').append(version).append("\r\n");
    if (!bare) {
      appendUnlessThere(head, "Host", host);
      appendUnlessThere(head, "Connection", "close");
      if (!body.isEmpty() && !has("Transfer-Encoding")) {
        appendUnlessThere(head, "Content-Length", String.valueOf(body.length()));
      }
    }
    fields.forEach(field -> append(head, field.name(), field.value()));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(encoding(head)));
    all.writeBytes(body.getBytes(ISO_8859_1));
    return all.toByteArray();
  }

  // What fits into one byte a character goes out as it is, so that any byte can be sent.
  private static Charset encoding(CharSequence head) {
    return head.chars().allMatch(c -> c < 0x100) ? ISO_8859_1 : UTF_8;
  }

  private void appendUnlessThere(StringBuilder head, String name, String value) {
    if (!has(name)) {
      append(head, name, value);
    }
  }

  private boolean has(String name) {
    return fields.stream().anyMatch(field -> field.isNamed(name));
  }

  private static void append(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
