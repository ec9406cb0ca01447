package org.launchgate.internal.jose;

import java.math.BigInteger;

/** What nobody else asks of an RSA public key: numbers that make a key, and one that is usable. */
final class RsaNumbers {
  private static final BigInteger SMALLEST_EXPONENT = BigInteger.valueOf(3);

  /** In bits. FIPS 186-5 section A.1.1; a longer one makes each check cost what signing costs. */
  private static final int LONGEST_EXPONENT = 256;

  /** In bits. Each check of a signature costs the square of it. */
  private static final int LARGEST_MODULUS = 16_384;

  /** Said of a public key to its owner, and of our own private key. */
  static final String BROKEN =
      "the private key can be computed from this RSA key, as from all that certain smart cards made"
          + " (ROCA, CVE-2017-15361); its owner has to make another elsewhere";

  private RsaNumbers() {}

  /** What is wrong with a key of these numbers; empty when nothing is. */
  static String oddity(BigInteger modulus, BigInteger exponent) {
    if (modulus.bitLength() > LARGEST_MODULUS) {
      return "an RSA modulus may have at most " + LARGEST_MODULUS + " bits";
    }
    if (!exponent.testBit(0)
        || exponent.compareTo(SMALLEST_EXPONENT) < 0
        || exponent.bitLength() > LONGEST_EXPONENT) {
      return "an RSA public exponent must be odd, at least 3 and at most "
          + LONGEST_EXPONENT
          + " bits; 65537 is usual";
    }
    if (!modulus.testBit(0)) {
      return "an RSA modulus must be odd";
    }
    return RocaFingerprint.isIn(modulus) ? BROKEN : "";
  }
}
