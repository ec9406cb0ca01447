package org.launchgate.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;

/**
 * Makes random JSON texts that every reader should accept: within all limits of {@link StrictJson},
 * with every spelling that the grammar allows.
 */
final class RandomJson {

  private static final String[] LITERALS = {"true", "false", "null"};
  private static final String[] SPACES = {"", "", "", "", " ", "\n", "\r\n", "\t", "  "};
  private static final String[] SHORT_ESCAPES = {
    "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t"
  };

  /** Edges of the encoding forms and of the surrogate range. */
  private static final int[] EDGES = {
    0x20, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFEFF, 0xFFFC, 0xFFFE, 0xFFFF, 0x10000,
    0x10FFFF
  };

  private static final int MAX_DEPTH = 32;

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private RandomJson(Random random) {
    this.random = random;
  }

  /** A new document; the same state of the random source makes the same one. */
  static byte[] document(Random random) {
    RandomJson json = new RandomJson(random);
    // some documents go to the very limit, so that mutations go beyond it
    int wrappers = random.nextInt(12) == 0 ? 28 + random.nextInt(5) : 0;
    json.wrapped(wrappers);
    return json.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void wrapped(int wrappers) {
    for (int i = 0; i < wrappers; i++) {
      out.append('[');
    }
    value(wrappers + 1, 4);
    for (int i = 0; i < wrappers; i++) {
      out.append(']');
    }
  }

  private void value(int depth, int budget) {
    space();
    int kind = random.nextInt(out.length() == 0 ? 5 : 10);
    if (kind < 3 && budget > 0 && depth <= MAX_DEPTH) {
      object(depth, budget);
    } else if (kind < 5 && budget > 0 && depth <= MAX_DEPTH) {
      array(depth, budget);
    } else if (kind < 7) {
      out.append(string());
    } else if (kind < 9) {
      out.append(number());
    } else {
      out.append(LITERALS[random.nextInt(3)]);
    }
    space();
  }

  private void object(int depth, int budget) {
    Set<String> names = new HashSet<>();
    String separator = "";
    out.append('{');
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = string();
      // two spellings may mean the same name, and then only the first may stay
      if (names.add(JacksonOracle.string(name))) {
        out.append(separator);
        space();
        out.append(name);
        space();
        out.append(':');
        value(depth + 1, budget - 1);
        separator = ",";
      }
    }
    space();
    out.append('}');
  }

  private void array(int depth, int budget) {
    out.append('[');
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      out.append(i == 0 ? "" : ",");
      value(depth + 1, budget - 1);
    }
    space();
    out.append(']');
  }

  private void space() {
    out.append(SPACES[random.nextInt(SPACES.length)]);
  }

  private String string() {
    StringBuilder string = new StringBuilder("\"");
    for (int i = random.nextInt(7); i > 0; i--) {
      character(string);
    }
    return string.append('"').toString();
  }

  private void character(StringBuilder string) {
    switch (random.nextInt(12)) {
      case 0 -> string.append(SHORT_ESCAPES[random.nextInt(SHORT_ESCAPES.length)]);
      case 1 -> escaped(string, anyCodePoint());
      case 2 -> escaped(string, random.nextInt(0x80));
      case 3, 4 -> string.appendCodePoint(unescaped(anyCodePoint()));
      default -> string.append((char) ('a' + random.nextInt(4)));
    }
  }

  private int anyCodePoint() {
    int codePoint =
        switch (random.nextInt(4)) {
          case 0 -> EDGES[random.nextInt(EDGES.length)];
          case 1 -> random.nextInt(0x800);
          case 2 -> random.nextInt(0x10000);
          default -> random.nextInt(0x110000);
        };
    boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return surrogate || codePoint == 0xFFFD ? 'x' : codePoint;
  }

  private static int unescaped(int codePoint) {
    return codePoint < 0x20 || codePoint == '"' || codePoint == '\\' ? 'y' : codePoint;
  }

  private void escaped(StringBuilder string, int codePoint) {
    HexFormat hex = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
    for (char unit : Character.toChars(codePoint)) {
      string.append("\\u").append(hex.toHexDigits(unit));
    }
  }

  private String number() {
    String sign = random.nextInt(3) == 0 ? "-" : "";
    String integer = random.nextInt(5) == 0 ? "0" : digits(1 + random.nextInt(19));
    return switch (random.nextInt(6)) {
      case 0 -> sign + integer + "." + anyDigits(10);
      case 1 -> sign + integer + exponent();
      case 2 -> sign + integer + "." + anyDigits(5) + exponent();
      case 3 -> sign + digits(31);
      case 4 -> sign + nearLong();
      default -> sign + integer;
    };
  }

  /** A number without a leading zero. */
  private String digits(int length) {
    return (1 + random.nextInt(9)) + (length > 1 ? anyDigits(length - 1) : "");
  }

  private String anyDigits(int maximum) {
    StringBuilder digits = new StringBuilder();
    for (int i = 1 + random.nextInt(maximum); i > 0; i--) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private String nearLong() {
    return "922337203685477580" + random.nextInt(10);
  }

  private String exponent() {
    String[] forms = {"e", "E", "e+", "E-", "e-"};
    return forms[random.nextInt(forms.length)] + random.nextInt(280);
  }
}
