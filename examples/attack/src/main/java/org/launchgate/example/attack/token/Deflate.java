package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.zip.Deflater;

/** Compression as JWE has it (RFC 1951). */
public final class Deflate {
  private static final int BOMB = 4 * 1024 * 1024;

  private Deflate() {}

  /** A text, compressed. */
  public static byte[] of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** An object with 4 MB of blanks inside, in 4 KB. */
  public static byte[] bomb() {
    return of("{" + " ".repeat(BOMB) + "}");
  }

  /** Bytes, compressed. */
  public static byte[] of(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    while (!deflater.finished()) {
      out.write(some, 0, deflater.deflate(some));
    }
    deflater.end();
    return out.toByteArray();
  }
}
