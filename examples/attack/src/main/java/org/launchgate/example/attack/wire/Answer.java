package org.launchgate.example.attack.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/**
 * What came back. Of body and rest each character is a byte.
 *
 * @param status 0 where the connection was closed without an answer
 * @param rest what follows the answer on the same connection: nothing, unless the server has taken
 *     one request for two
 */
public record Answer(int status, List<Field> fields, String body, String rest) {
  static final Answer NONE = new Answer(0, List.of(), "", "");

  /** The body's text. */
  public String text() {
    return new String(body.getBytes(ISO_8859_1), UTF_8);
  }

  /** All that came back, as text. */
  public String all() {
    StringBuilder all = new StringBuilder();
    fields.forEach(f -> all.append(f.name()).append(": ").append(f.value()).append('\n'));
    return all.append(text()).append(rest).toString();
  }

  /** The values of a header field. */
  public List<String> values(String name) {
    return fields.stream().filter(f -> f.isNamed(name)).map(Field::value).toList();
  }

  /** The first value of a header field. */
  public Optional<String> value(String name) {
    return values(name).stream().findFirst();
  }

  /** Whether the server did what it was asked, or sends the browser on. */
  public boolean isSuccess() {
    return status >= 200 && status < 400;
  }
}
