package org.launchgate.internal.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.TestPartner;

/**
 * The sender's ephemeral key is a point of the receiver's curve, spelled as RFC 7518 6.2.1 says.
 */
class EphemeralKeyTest {
  private static final ECPublicKey P256 = (ECPublicKey) TestPartner.ec(256).getPublic();
  private static final ECPublicKey P384 = (ECPublicKey) TestPartner.ec(384).getPublic();
  private static final ECPublicKey P521 = (ECPublicKey) TestPartner.ec(521).getPublic();
  private static final Map<String, Object> GOOD = EncryptedTokenBuilder.publicJwk(P256);
  private static final ECParameterSpec OWN = P256.getParams();

  @Test
  void pointOfTheOwnCurveIsReadWithoutWhateverStandsBesideIt() {
    for (ECPublicKey key : List.of(P256, P384, P521)) {
      Map<String, Object> jwk = EncryptedTokenBuilder.publicJwk(key);
      Map<String, Object> more = new HashMap<>(jwk);
      more.put("x5c", List.of("no certificate"));
      more.put("kid", 5);

      assertThat(EphemeralKey.read(more, key.getParams())).isEqualTo(jwk);
    }
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void whatIsNotFitIsRefused(@Nullable Object epk) {
    assertThat(EphemeralKey.read(epk, OWN)).isNull();
  }

  static Stream<Arguments> unfit() {
    BigInteger x = P256.getW().getAffineX();
    BigInteger y = P256.getW().getAffineY();
    BigInteger prime = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
    return Stream.of(
        argumentSet("absent", new Object[] {null}),
        argumentSet("text", "epk"),
        argumentSet("list", List.of()),
        argumentSet("empty object", Map.of()),
        argumentSet("other y", with("y", coordinate(y.flipBit(0)))),
        argumentSet("other x", with("x", coordinate(x.flipBit(7)))),
        argumentSet(
            "zeros", with("x", coordinate(BigInteger.ZERO), "y", coordinate(BigInteger.ZERO))),
        argumentSet("coordinate beyond the prime", with("x", coordinate(prime))),
        argumentSet("coordinates exchanged", with("x", coordinate(y), "y", coordinate(x))),
        argumentSet("coordinate cut", with("x", String.valueOf(GOOD.get("x")).substring(4))),
        argumentSet("coordinate with zeros before it", with("x", "AAAA" + GOOD.get("x"))),
        argumentSet("coordinate with a dot", with("x", GOOD.get("x") + ".")),
        argumentSet("coordinate that is a number", with("y", 5)),
        argumentSet("no x", without("x")),
        argumentSet("no y", without("y")),
        argumentSet("no crv", without("crv")),
        argumentSet("no kty", without("kty")),
        argumentSet("other kty", with("kty", "OKP")),
        argumentSet("private", with("d", "AQAB")),
        argumentSet("private that is null", with("d", null)),
        argumentSet("other curve", EncryptedTokenBuilder.publicJwk(P384)),
        argumentSet("name of another curve", with("crv", "P-384")),
        argumentSet("name of no curve", with("crv", "secp256r1")));
  }

  private static String coordinate(BigInteger number) {
    return EncryptedTokenBuilder.coordinate(number, 256);
  }

  private static Map<String, @Nullable Object> with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new HashMap<>(GOOD);
    changed.put(member, value);
    return changed;
  }

  private static Map<String, @Nullable Object> with(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, @Nullable Object> changed = with(first, firstValue);
    changed.put(second, secondValue);
    return changed;
  }

  private static Map<String, @Nullable Object> without(String member) {
    Map<String, @Nullable Object> changed = new HashMap<>(GOOD);
    changed.remove(member);
    return changed;
  }

  @Test
  void receiverOnACurveThatIsNotOfferedHasNoEphemeralKey() {
    ECParameterSpec secp256k1 = org.jose4j.keys.EllipticCurves.SECP256K1;

    assertThat(NistCurve.name(secp256k1)).isNull();
    assertThat(EphemeralKey.read(with("crv", "secp256k1"), secp256k1)).isNull();
  }
}
