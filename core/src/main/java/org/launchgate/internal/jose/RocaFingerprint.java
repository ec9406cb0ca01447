package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Knows the RSA keys of the Infineon library whose private half can be computed from the public one
 * (ROCA, CVE-2017-15361; smart cards and TPMs of 2012 to 2017).
 *
 * <p>Both primes of such a key are powers of 65537 modulo each small prime, and so is the modulus.
 * Another key looks like this by chance once in some 200 million.
 */
final class RocaFingerprint {
  private static final int GENERATOR = 65_537;

  /** The 39 small primes that even the shortest of these keys were made with, without 2. */
  private static final int LARGEST_PRIME = 167;

  private RocaFingerprint() {}

  static boolean isIn(BigInteger modulus) {
    return IntStream.rangeClosed(3, LARGEST_PRIME)
        .filter(RocaFingerprint::isPrime)
        .allMatch(prime -> isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
  }

  private static boolean isPrime(int number) {
    return IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(each -> number % each == 0);
  }

  /** Whether the residue is a power of the generator modulo the prime. */
  private static boolean isPower(int residue, int prime) {
    return IntStream.iterate(1, power -> power * (GENERATOR % prime) % prime)
        .limit(prime) // by then they come again
        .anyMatch(power -> power == residue);
  }
}
