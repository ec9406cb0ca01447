package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldF2m;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;

/** Points on a NIST curve have one spelling, and nothing else is one. */
class NistCurveTest {

  private static ECParameterSpec parameters(int bits) {
    return ((ECPublicKey) TestPartner.ec(bits).getPublic()).getParams();
  }

  private static BigInteger prime(ECParameterSpec parameters) {
    return ((ECFieldFp) parameters.getCurve().getField()).getP();
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 384, 521})
  void generatorIsAPointAndItsOtherSpellingsAreNone(int bits) {
    ECParameterSpec parameters = parameters(bits);
    BigInteger prime = prime(parameters);
    BigInteger x = parameters.getGenerator().getAffineX();
    BigInteger y = parameters.getGenerator().getAffineY();

    assertThat(NistCurve.holds(parameters, new ECPoint(x, y))).isTrue();
    assertThat(NistCurve.holds(parameters, new ECPoint(x, y.add(BigInteger.ONE)))).isFalse();
    assertThat(NistCurve.holds(parameters, new ECPoint(x.add(prime), y))).isFalse();
    assertThat(NistCurve.holds(parameters, new ECPoint(x.subtract(prime), y))).isFalse();
    assertThat(NistCurve.holds(parameters, new ECPoint(x, y.add(prime)))).isFalse();
    assertThat(NistCurve.holds(parameters, new ECPoint(x, y.subtract(prime)))).isFalse();
  }

  /** {@code y^2 = b} has a root on each of them; the prime leaves 3 when divided by 4. */
  @ParameterizedTest
  @ValueSource(ints = {256, 384, 521})
  void pointWhoseXIsZeroIsOneAndWhoseXIsThePrimeIsNone(int bits) {
    ECParameterSpec parameters = parameters(bits);
    BigInteger prime = prime(parameters);
    BigInteger y =
        parameters.getCurve().getB().modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);

    assertThat(NistCurve.holds(parameters, new ECPoint(BigInteger.ZERO, y))).isTrue();
    assertThat(NistCurve.holds(parameters, new ECPoint(prime, y))).isFalse();
  }

  @Test
  void infinityIsNone() {
    assertThat(NistCurve.holds(parameters(256), ECPoint.POINT_INFINITY)).isFalse();
  }

  @Test
  void curveOverAnotherFieldHasNone() {
    EllipticCurve binary = new EllipticCurve(new ECFieldF2m(163), BigInteger.ONE, BigInteger.ONE);
    ECPoint point = new ECPoint(BigInteger.ZERO, BigInteger.ONE);

    assertThat(NistCurve.holds(new ECParameterSpec(binary, point, BigInteger.TWO, 1), point))
        .isFalse();
  }
}
