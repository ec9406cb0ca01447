package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import org.jose4j.keys.EllipticCurves;
import org.jspecify.annotations.Nullable;

/** What neither jose4j nor the JDK's key factory asks of a point on an elliptic curve. */
final class NistCurve {
  private NistCurve() {}

  /** P-256, P-384 or P-521; null for every other curve. */
  static @Nullable String name(ECParameterSpec parameters) {
    String name = EllipticCurves.getName(parameters.getCurve());
    return EllipticCurves.SECP_256K1.equals(name) ? null : name;
  }

  /** Whether {@code y^2 = x^3 + ax + b} modulo the prime, both below it. */
  static boolean holds(ECParameterSpec parameters, ECPoint point) {
    EllipticCurve curve = parameters.getCurve();
    if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getField() instanceof ECFieldFp field)) {
      return false;
    }
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    return isBelow(x, field.getP())
        && isBelow(y, field.getP())
        && y.multiply(y)
            .subtract(x.pow(3))
            .subtract(curve.getA().multiply(x))
            .subtract(curve.getB())
            .mod(field.getP())
            .equals(BigInteger.ZERO);
  }

  private static boolean isBelow(BigInteger number, BigInteger prime) {
    return number.signum() >= 0 && number.compareTo(prime) < 0;
  }
}
