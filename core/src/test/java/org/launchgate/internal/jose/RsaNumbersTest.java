package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of the numbers of an RSA public key. */
class RsaNumbersTest {

  /** The smallest odd number of that many bits. */
  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
  }

  @ParameterizedTest
  @CsvSource({
    "2048, 17, ''",
    "16384, 17, ''",
    "16385, 17, an RSA modulus may have at most 16384 bits",
    "2048, 2, ''",
    "2048, 1, 'an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual'",
    "2048, 256, ''",
    "2048, 257, 'an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual'"
  })
  void numbersWithinTheirBoundsHaveNoOddity(int modulusBits, int exponentBits, String oddity) {
    assertThat(RsaNumbers.oddity(odd(modulusBits), odd(exponentBits))).isEqualTo(oddity);
  }
}
