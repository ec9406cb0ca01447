package org.launchgate.fuzzing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads an input as changes of a text: four bytes each, for what is done, where, and with which
 * character.
 */
public final class Edits {
  private static final int MOST = 8;

  private final ByteBuffer input;

  /** The changes of an input, from where its reading stands on; at most eight. */
  public Edits(ByteBuffer input) {
    this.input = input;
  }

  /** The text after the changes. */
  public String apply(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = 0; i < MOST && input.remaining() >= Integer.BYTES && changed.length() > 0; i++) {
      int what = Byte.toUnsignedInt(input.get());
      int at = Short.toUnsignedInt(input.getShort()) % changed.length();
      apply(changed, what, at, input.get());
    }
    return changed.toString();
  }

  private static void apply(StringBuilder text, int what, int at, byte with) {
    String character = new String(new byte[] {with}, StandardCharsets.ISO_8859_1);
    switch (what % 6) {
      case 0 -> text.replace(at, at + 1, character);
      case 1 -> text.insert(at, character);
      case 2 -> text.deleteCharAt(at);
      case 3 -> text.setLength(at);
      case 4 -> text.setCharAt(at, (char) (text.charAt(at) ^ (1 << (with & 7))));
      default -> text.insert(at, text.substring(at));
    }
  }
}
