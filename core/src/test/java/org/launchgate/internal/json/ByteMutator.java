package org.launchgate.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Damages texts: flips, inserts, deletes, splices, truncates, repeats and wraps bytes. */
final class ByteMutator {

  /**
   * What plain random bytes would hardly ever hit; in Latin-1, so that bytes are written as they
   * are.
   */
  private static final String[] FRAGMENTS = {
    "\"",
    "\\",
    ",",
    ":",
    "{",
    "}",
    "[",
    "]",
    ",]",
    ",}",
    "{\"a\":",
    "[[",
    "//",
    "/**/",
    "0",
    "-",
    ".",
    "e",
    "+",
    "1e999",
    "-1e400",
    "1e308",
    "01",
    "NaN",
    "Infinity",
    "null",
    "true",
    "fals",
    "'",
    "\0",
    "\n",
    "\u001f",
    "\u007f",
    "\\u",
    "\\u0061",
    "\\ud800",
    "\\udc00",
    "\\ufffd",
    "\\uFFFE",
    "\\x",
    "\u00ef\u00bf\u00bd",
    "\u00ef\u00bb\u00bf",
    "\u00c0\u0080",
    "\u00c1\u00bf",
    "\u00e0\u009f\u00bf",
    "\u00ed\u00a0\u0080",
    "\u00ed\u00bf\u00bf",
    "\u00f0\u008f\u00bf\u00bf",
    "\u00f4\u0090\u0080\u0080",
    "\u00f8\u0088\u0080\u0080\u0080",
    "\u0080",
    "\u00c3",
    "12345678901234567",
    "a",
    "\"a\":1,",
    "\"\\u0061\":1,",
  };

  private final Random random;

  ByteMutator(Random random) {
    this.random = random;
  }

  /**
   * A copy of the text with one to three damages; the other text is what splices are taken from.
   */
  byte[] mutate(byte[] text, byte[] other) {
    byte[] mutant = text;
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      mutant = mutateOnce(mutant, other);
    }
    return mutant;
  }

  private byte[] mutateOnce(byte[] text, byte[] other) {
    int at = random.nextInt(text.length + 1);
    int to = Math.min(text.length, at + 1 + random.nextInt(4));
    return switch (random.nextInt(9)) {
      case 0 -> flip(text, at);
      case 1 -> replace(text, at, at, new byte[] {(byte) random.nextInt(256)});
      case 2 -> replace(text, at, to, new byte[0]);
      case 3 ->
          replace(text, at, text.length, Arrays.copyOfRange(other, anyIn(other), other.length));
      case 4 -> Arrays.copyOf(text, at);
      case 5 -> repeat(text, at);
      case 6 -> wrap(text);
      default -> replace(text, at, random.nextBoolean() ? at : to, fragment());
    };
  }

  private byte[] flip(byte[] text, int at) {
    byte[] copy = text.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  /** Long enough to repeat a whole member now and then. */
  private byte[] repeat(byte[] text, int from) {
    int to = Math.min(text.length, from + 1 + random.nextInt(24));
    return replace(text, from, from, Arrays.copyOfRange(text, from, to));
  }

  private byte[] wrap(byte[] text) {
    int levels = 1 + random.nextInt(4);
    byte[] open = "[".repeat(levels).getBytes(ISO_8859_1);
    byte[] close = "]".repeat(levels).getBytes(ISO_8859_1);
    return replace(replace(text, text.length, text.length, close), 0, 0, open);
  }

  private int anyIn(byte[] text) {
    return random.nextInt(text.length + 1);
  }

  private byte[] fragment() {
    return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(ISO_8859_1);
  }

  private static byte[] replace(byte[] text, int from, int to, byte[] replacement) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text, 0, from);
    out.writeBytes(replacement);
    out.write(text, to, text.length - to);
    return out.toByteArray();
  }
}
