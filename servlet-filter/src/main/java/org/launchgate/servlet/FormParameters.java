package org.launchgate.servlet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form as a container does for the application, forgivingly: a field whose percent-encoding
 * is broken, or that has no name, is left out. What is read for a launch is read strictly, by
 * {@link FormFields}.
 */
final class FormParameters {
  /** What no form comes near, and what keeps one request from filling the memory. */
  static final int MAX_FIELDS = 10_000;

  private FormParameters() {}

  /**
   * The fields by name, in the form's order.
   *
   * @throws IllegalStateException when there are too many: none is dropped unnoticed
   */
  static Map<String, List<String>> of(byte[] form, Charset charset) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String text = new String(form, StandardCharsets.ISO_8859_1);
    int count = 0;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      int next = text.indexOf('&', start);
      end = next < 0 ? text.length() : next;
      if (end > start && ++count > MAX_FIELDS) {
        throw new IllegalStateException("the form has more than " + MAX_FIELDS + " fields");
      }
      add(fields, text.substring(start, end), charset);
    }
    return fields;
  }

  private static void add(Map<String, List<String>> fields, String field, Charset charset) {
    int equals = field.indexOf('=');
    String name = decode(equals < 0 ? field : field.substring(0, equals), charset);
    String value = equals < 0 ? "" : decode(field.substring(equals + 1), charset);
    if (name != null && value != null && !name.isEmpty()) {
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }
  }

  /** The text, each of whose characters stands for one byte; null when it is broken. */
  private static @Nullable String decode(String text, Charset charset) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      int next = text.charAt(i) == '+' ? ' ' : text.charAt(i);
      if (next == '%') {
        next = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
        if (next < 0) {
          return null;
        }
        i += 2;
      }
      bytes.write(next);
    }
    return bytes.toString(charset);
  }

  private static int hex(char high, char low) {
    boolean ascii = high < 0x80 && low < 0x80;
    int h = Character.digit(high, 16);
    int l = Character.digit(low, 16);
    return ascii && h >= 0 && l >= 0 ? h * 16 + l : -1;
  }
}
