package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * RSA without a library that would pad correctly: the block that PKCS#1 v1.5 builds (RFC 8017
 * section 9.2), wrong in one place.
 */
public final class RawRsa {
  private static final byte[] SHA_256 = prefix("3031300d060960864801650304020105000420");
  private static final byte[] SHA_1 = prefix("3021300906052b0e03021a05000414");

  private final RSAPrivateKey key;

  /** With a partner's key. */
  public RawRsa(RSAPrivateKey key) {
    this.key = key;
  }

  /** A signature without any padding. */
  public byte[] unpadded(String input) {
    return power(hash("SHA-256", input));
  }

  /** Padded, without the name of the hash. */
  public byte[] withoutHashName(String input) {
    return power(block(1, (byte) 0xFF, hash("SHA-256", input)));
  }

  /** Padded with the name of another hash than was used. */
  public byte[] withOtherHashName(String input) {
    return power(block(1, (byte) 0xFF, Der.joined(SHA_1, hash("SHA-256", input))));
  }

  /** By SHA-1, and saying so. */
  public byte[] sha1(String input) {
    return power(block(1, (byte) 0xFF, Der.joined(SHA_1, hash("SHA-1", input))));
  }

  /** Padded as encryption is. */
  public byte[] encryptionBlock(String input) {
    return power(block(2, (byte) 0x5A, Der.joined(SHA_256, hash("SHA-256", input))));
  }

  /** Padded with zeros. */
  public byte[] zeroBlock(String input) {
    return power(block(0, (byte) 0, Der.joined(SHA_256, hash("SHA-256", input))));
  }

  /** Padded too little, with garbage behind the hash (CVE-2006-4339). */
  public byte[] garbageBehind(String input) {
    byte[] good = Der.joined(SHA_256, hash("SHA-256", input));
    byte[] start = Der.joined(new byte[] {0, 1}, filled(8, (byte) 0xFF), new byte[1], good);
    return power(Arrays.copyOf(start, length()));
  }

  /** Padded with other bytes than asked. */
  public byte[] otherFilling(String input) {
    return power(block(1, (byte) 0x5A, Der.joined(SHA_256, hash("SHA-256", input))));
  }

  private byte[] block(int type, byte filling, byte[] content) {
    byte[] fill = filled(length() - content.length - 3, filling);
    return Der.joined(new byte[] {0, (byte) type}, fill, new byte[1], content);
  }

  private byte[] power(byte[] block) {
    BigInteger signature =
        new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus());
    return Spellings.unsigned(signature, length());
  }

  private int length() {
    return (key.getModulus().bitLength() + 7) / 8;
  }

  private static byte[] filled(int length, byte with) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, with);
    return filled;
  }

  private static byte[] hash(String name, String input) {
    return Hash.of(name, input.getBytes(US_ASCII));
  }

  private static byte[] prefix(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
