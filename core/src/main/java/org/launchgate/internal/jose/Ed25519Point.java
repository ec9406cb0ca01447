package org.launchgate.internal.jose;

import java.math.BigInteger;
import java.security.interfaces.EdECPublicKey;

/**
 * What the JDK asks of an Ed25519 public key only when it checks a signature, or never: that it is
 * a point of the curve (RFC 8032 section 5.1.3), and none of the eight whose order is small, for
 * which a signature of any message can be made without a private key.
 */
final class Ed25519Point {
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121_665).multiply(BigInteger.valueOf(121_666).modInverse(P)).mod(P);

  private Ed25519Point() {}

  static boolean isFit(EdECPublicKey key) {
    BigInteger y = key.getPoint().getY();
    return y.signum() >= 0 && y.compareTo(P) < 0 && isOnCurve(y) && !isOfSmallOrder(y);
  }

  /**
   * Whether {@code x^2 = (y^2 - 1) / (d y^2 + 1)} has a root other than zero; the two points whose
   * {@code x} is zero are of small order.
   */
  private static boolean isOnCurve(BigInteger y) {
    BigInteger euler = xSquared(y).modPow(P.subtract(BigInteger.ONE).shiftRight(1), P);
    return euler.equals(BigInteger.ONE);
  }

  private static BigInteger xSquared(BigInteger y) {
    BigInteger ySquared = y.multiply(y).mod(P);
    return ySquared
        .subtract(BigInteger.ONE)
        .multiply(D.multiply(ySquared).add(BigInteger.ONE).modInverse(P))
        .mod(P);
  }

  /**
   * Doubled three times it is the neutral element (0, 1): followed by its {@code y} alone, since
   * twice a point has {@code y' = (x^2 + y^2) / (1 - d x^2 y^2)}.
   */
  private static boolean isOfSmallOrder(BigInteger point) {
    BigInteger y = point;
    for (int doublings = 0; doublings < 3; doublings++) {
      BigInteger xSquared = xSquared(y);
      BigInteger ySquared = y.multiply(y).mod(P);
      BigInteger product = D.multiply(xSquared).multiply(ySquared).mod(P);
      y = xSquared.add(ySquared).multiply(BigInteger.ONE.subtract(product).modInverse(P)).mod(P);
    }
    return y.equals(BigInteger.ONE);
  }
}
