package org.launchgate.internal.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one block of a PEM text (RFC 7468); text around it is no part of it.
 *
 * @param label what its first line calls it
 * @param der what it holds
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record PemBlock(String label, byte[] der) {
  private static final String BEGIN = "-----BEGIN ";
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s*([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  /**
   * The block of a text that holds one.
   *
   * @param kind what the block should be, for the message
   * @throws IllegalArgumentException when it holds none or more than one
   */
  static PemBlock only(String text, String kind) {
    if (text.indexOf(BEGIN) != text.lastIndexOf(BEGIN)) {
      throw new IllegalArgumentException("must hold one PEM block; give each key its own entry");
    }
    Matcher block = BLOCK.matcher(text);
    if (!block.find()) {
      throw new IllegalArgumentException("holds no PEM block (-----BEGIN " + kind + "-----)");
    }
    return new PemBlock(block.group(1), decode(block.group(2)));
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("holds a PEM block that is no base64", e);
    }
  }

  @Override
  public String toString() {
    return "PemBlock[" + label + "]";
  }
}
