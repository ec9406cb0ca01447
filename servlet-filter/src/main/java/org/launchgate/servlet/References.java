package org.launchgate.servlet;

import java.security.SecureRandom;

/**
 * Makes the references that connect what a user sees with what the log says: short enough to read
 * out on the telephone, and without characters that are taken for each other.
 */
final class References {
  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;

  private final SecureRandom random = new SecureRandom();

  String next() {
    StringBuilder reference = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return reference.toString();
  }
}
