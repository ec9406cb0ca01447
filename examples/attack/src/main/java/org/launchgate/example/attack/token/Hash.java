package org.launchgate.example.attack.token;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that every JDK has. */
public final class Hash {
  private Hash() {}

  /** SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    return of("SHA-256", bytes);
  }

  /** By a name such as SHA-1. */
  public static byte[] of(String name, byte[] bytes) {
    try {
      return MessageDigest.getInstance(name).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
