package org.launchgate.example.attack.token;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes ASN.1 in DER: what keys, ECDSA signatures and certificates are made of. */
public final class Der {
  private Der() {}

  /** A SEQUENCE. */
  public static byte[] sequence(byte[]... parts) {
    return value(0x30, joined(parts));
  }

  /** A SET. */
  public static byte[] set(byte[]... parts) {
    return value(0x31, joined(parts));
  }

  /** An INTEGER. */
  public static byte[] integer(BigInteger number) {
    return value(0x02, number.toByteArray());
  }

  /** A BIT STRING without unused bits. */
  public static byte[] bits(byte[] content) {
    return value(0x03, joined(new byte[1], content));
  }

  /** Any value. */
  public static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    length(out, content.length);
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** Bytes after each other. */
  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static void length(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else {
      byte[] digits = Spellings.unsigned(BigInteger.valueOf(length));
      out.write(0x80 | digits.length);
      out.writeBytes(digits);
    }
  }
}
