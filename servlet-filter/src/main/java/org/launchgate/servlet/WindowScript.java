package org.launchgate.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The file {@code launchgate.js} as one application serves it: filled in, and made short. */
final class WindowScript {
  private static final String FILE = "launchgate.js";
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*//.*");
  private static final Pattern BLANKS = Pattern.compile("\\s*([=+?:,;{}()<>&|!\\[\\]]+)\\s*");
  private static final int TAG_BYTES = 8;

  private final byte[] text;
  private final String tag;

  private WindowScript(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    this.tag = '"' + digest(this.text) + '"';
  }

  /**
   * The script of an application.
   *
   * @param root the context path as browsers see it, empty for the root
   * @param address where the script is served, likewise
   */
  static WindowScript of(String root, String address, WindowMode mode) {
    return new WindowScript(
        shortened(source())
            .replace("@root@", quoted(root))
            .replace("@script@", quoted(address))
            .replace("@many@", String.valueOf(mode == WindowMode.MANY)));
  }

  /** What is sent. */
  byte[] bytes() {
    return text.clone();
  }

  /** What tells this text from any other one, quoted as the header ETag has it. */
  String tag() {
    return tag;
  }

  private static String source() {
    try (InputStream file = WindowScript.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing beside its class");
      }
      return new String(file.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  private static String shortened(String source) {
    String code = COMMENT.matcher(source).replaceAll("");
    return BLANKS.matcher(code).replaceAll("$1").replace(";}", "}");
  }

  /** A path, which is ASCII and holds no backslash, inside single quotes. */
  private static String quoted(String path) {
    return path.replace("'", "\\'");
  }

  private static String digest(byte[] text) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(whole, 0, TAG_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
