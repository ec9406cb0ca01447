package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;

/** CVE-2017-15361, by moduli that are made as the library made its primes. */
class RocaFingerprintTest {
  private static final BigInteger GENERATOR = BigInteger.valueOf(65_537);

  /** The product of the first 126 primes: what keys of 1984 to 3968 bits were made with. */
  private static final BigInteger PRIMORIAL =
      IntStream.rangeClosed(2, 701)
          .mapToObj(BigInteger::valueOf)
          .filter(number -> number.isProbablePrime(40))
          .reduce(BigInteger.ONE, BigInteger::multiply);

  private final Random random = new Random(20171016);

  /** {@code k M + (65537^a mod M)}; whether it is prime does not matter here. */
  private BigInteger factor() {
    BigInteger power = GENERATOR.modPow(new BigInteger(160, random), PRIMORIAL);
    BigInteger k = new BigInteger(1024 - PRIMORIAL.bitLength(), random);
    return k.multiply(PRIMORIAL).add(power);
  }

  @RepeatedTest(20)
  void modulusOfTwoSuchFactorsIsFound() {
    BigInteger modulus = factor().multiply(factor());

    assertThat(RocaFingerprint.isIn(modulus)).isTrue();
    assertThat(RsaNumbers.oddity(modulus, GENERATOR)).contains("ROCA, CVE-2017-15361");
  }

  @Test
  void modulusOfOneSuchFactorIsNot() {
    BigInteger prime = BigInteger.probablePrime(1024, random);

    assertThat(RocaFingerprint.isIn(factor().multiply(prime))).isFalse();
  }

  @Test
  @Tag("sweep")
  void keysThatTheJdkMakesAreNot() {
    for (int i = 0; i < 5; i++) {
      RSAPublicKey key = (RSAPublicKey) TestPartner.rsa(2048).getPublic();
      assertThat(RocaFingerprint.isIn(key.getModulus())).isFalse();
    }
  }
}
