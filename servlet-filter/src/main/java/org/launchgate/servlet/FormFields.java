package org.launchgate.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form or query ({@code application/x-www-form-urlencoded}), read strictly: an
 * incomplete percent-encoding or bytes that are no UTF-8 make the whole of it unreadable, since two
 * readers might not agree on what it says.
 */
final class FormFields {
  /** No launch has more; each costs work before anything is known of who sent it. */
  private static final int MAX_FIELDS = 256;

  static final FormFields NONE = new FormFields(List.of());

  private final List<Field> fields;

  private FormFields(List<Field> fields) {
    this.fields = fields;
  }

  /** Reads a raw query; a query that is absent has no fields, an unreadable one gives empty. */
  static Optional<FormFields> ofQuery(@Nullable String query) {
    if (query == null) {
      return Optional.of(NONE);
    }
    // Beyond ASCII it depends on the server what the characters once were.
    return query.chars().allMatch(c -> c < 0x80)
        ? ofBytes(query.getBytes(StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  /** Reads the body of a form; empty when it is unreadable. */
  static Optional<FormFields> ofBytes(byte[] form) {
    List<Field> fields = new ArrayList<>();
    for (int start = 0, end; start <= form.length; start = end + 1) {
      end = indexOf('&', form, start, form.length);
      if (end > start) {
        Field field = field(form, start, end);
        if (field == null || fields.size() == MAX_FIELDS) {
          return Optional.empty();
        }
        fields.add(field);
      }
    }
    return Optional.of(new FormFields(fields));
  }

  /** The same fields and one more. */
  FormFields and(String name, List<String> values) {
    List<Field> more = new ArrayList<>(fields);
    values.forEach(value -> more.add(new Field(name, value)));
    return new FormFields(more);
  }

  /** Every value of a field, in order. */
  List<String> values(String name) {
    return fields.stream().filter(f -> f.name.equals(name)).map(f -> f.value).toList();
  }

  private static @Nullable Field field(byte[] form, int start, int end) {
    int equals = indexOf('=', form, start, end);
    String name = decode(form, start, equals);
    String value = decode(form, Math.min(equals + 1, end), end);
    return name == null || value == null ? null : new Field(name, value);
  }

  private static int indexOf(char wanted, byte[] form, int start, int end) {
    int at = start;
    while (at < end && form[at] != wanted) {
      at++;
    }
    return at;
  }

  private static @Nullable String decode(byte[] form, int start, int end) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      int next = form[i] == '+' ? ' ' : form[i];
      if (next == '%') {
        next = i + 2 < end ? hex(form[i + 1], form[i + 2]) : -1;
        if (next < 0) {
          return null;
        }
        i += 2;
      }
      bytes.write(next);
    }
    return utf8(bytes.toByteArray());
  }

  private static int hex(byte high, byte low) {
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return h < 0 || l < 0 ? -1 : h * 16 + l;
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private record Field(String name, String value) {
    @Override
    public String toString() {
      return "Field";
    }
  }
}
