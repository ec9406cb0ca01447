package org.launchgate.example.attack.token;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;

/** The two numbers of an ECDSA signature (RFC 7518 section 3.4), and what can be done to them. */
public final class EcNumbers {
  private final BigInteger order;
  private final int length;

  /** On the curve of a partner's key. */
  public EcNumbers(ECPrivateKey key) {
    this.order = key.getParams().getOrder();
    this.length = (order.bitLength() + 7) / 8;
  }

  /** The twin: the same message verifies by r and by the order less s. */
  public byte[] twin(byte[] signature) {
    return of(r(signature), order.subtract(s(signature)));
  }

  /** In the form that other protocols use. */
  public byte[] der(byte[] signature) {
    return Der.sequence(Der.integer(r(signature)), Der.integer(s(signature)));
  }

  /** Both numbers the order of the curve. */
  public byte[] orders() {
    return of(order, order);
  }

  /** A number that is greater than the order by itself. */
  public byte[] reduced(byte[] signature) {
    return of(r(signature).add(order), s(signature));
  }

  /** The first number nothing. */
  public byte[] zeroR(byte[] signature) {
    return of(BigInteger.ZERO, s(signature));
  }

  /** The second number nothing. */
  public byte[] zeroS(byte[] signature) {
    return of(r(signature), BigInteger.ZERO);
  }

  /** The second number before the first. */
  public byte[] swapped(byte[] signature) {
    return of(s(signature), r(signature));
  }

  /** Each number with a zero byte more before it. */
  public byte[] longer(byte[] signature) {
    byte[] zero = new byte[1];
    byte[] first = Arrays.copyOf(signature, length);
    byte[] second = Arrays.copyOfRange(signature, length, 2 * length);
    return Der.joined(zero, first, zero, second);
  }

  private BigInteger r(byte[] signature) {
    return new BigInteger(1, Arrays.copyOf(signature, length));
  }

  private BigInteger s(byte[] signature) {
    return new BigInteger(1, Arrays.copyOfRange(signature, length, 2 * length));
  }

  private byte[] of(BigInteger r, BigInteger s) {
    return Der.joined(Spellings.unsigned(r, length), Spellings.unsigned(s, length));
  }
}
