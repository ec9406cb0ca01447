package org.launchgate.internal.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.jose4j.keys.EllipticCurves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.TestPartner;

/** What the decryption refuses by itself, whoever asks it, and which keys it takes. */
class JoseDecryptionTest {
  private static final Decryption DECRYPTION = Decryption.standard();
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);

  private static String[] rsa() {
    return EncryptedTokenBuilder.of("inside", RSA.getPublic(), "RSA-OAEP", "A128GCM").parts();
  }

  private static String[] ec() {
    return EncryptedTokenBuilder.of("inside", P256.getPublic(), "ECDH-ES", "A128GCM").parts();
  }

  /** The token, read as if its header had that member, too. */
  private static @Nullable String decrypt(
      String[] parts, PrivateKey key, String member, @Nullable Object value) throws Exception {
    Map<String, @Nullable Object> header =
        new ObjectMapper()
            .readValue(Base64.getUrlDecoder().decode(parts[0]), new TypeReference<>() {});
    header.put(member, value);
    byte[] content =
        DECRYPTION.decrypt(
            new EncryptedParts(header, parts[0], parts[1], parts[2], parts[3], parts[4]), key);
    return content == null ? null : new String(content, UTF_8);
  }

  @Test
  void genuineTokenIsDecrypted() throws Exception {
    assertThat(decrypt(rsa(), RSA.getPrivate(), "kid", "k")).isEqualTo("inside");
    assertThat(decrypt(ec(), P256.getPrivate(), "kid", "k")).isEqualTo("inside");
  }

  @ParameterizedTest
  @CsvSource({"alg, RSA1_5", "alg, dir", "alg, ECDH-ES", "enc, A128CBC", "enc, none"})
  void algorithmThatIsNotOfferedOrDoesNotSuitTheKeyIsRefused(String member, String name)
      throws Exception {
    assertThat(decrypt(rsa(), RSA.getPrivate(), member, name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crit", "zip", "b64"})
  void memberThatChangesTheMeaningIsRefused(String member) throws Exception {
    assertThat(decrypt(rsa(), RSA.getPrivate(), member, "DEF")).isNull();
    assertThat(decrypt(rsa(), RSA.getPrivate(), member, null)).isNull();
  }

  /** The sender agreed without it, so that a reader who left it out would decrypt the token. */
  @ParameterizedTest
  @ValueSource(strings = {"apu", "apv"})
  void partyInfoThatIsNoBase64UrlIsRefusedAndNotLeftOut(String member) throws Exception {
    assertThat(decrypt(ec(), P256.getPrivate(), member, "!!")).isNull();
    assertThat(decrypt(ec(), P256.getPrivate(), member, 5L)).isNull();
  }

  @Test
  void ephemeralKeyThatIsNotFitIsRefused() throws Exception {
    assertThat(decrypt(ec(), P256.getPrivate(), "epk", Map.of())).isNull();
  }

  @Test
  void partsShowNoTokenInTheirText() {
    assertThat(new EncryptedParts(Map.of("alg", "x"), "a", "b", "c", "d", "e"))
        .hasToString("EncryptedParts[[alg]]");
  }

  @Test
  void numberOfAnEcKeyIsFromOneToTheOrderOfItsCurve() {
    ECParameterSpec own = ((ECPublicKey) P256.getPublic()).getParams();
    String outside = "its number is not one of its curve";

    assertThat(DECRYPTION.misfit(new EcKey(BigInteger.ZERO, own))).isEqualTo(outside);
    assertThat(DECRYPTION.misfit(new EcKey(BigInteger.ONE, own))).isEmpty();
    assertThat(DECRYPTION.misfit(new EcKey(own.getOrder().subtract(BigInteger.ONE), own)))
        .isEmpty();
    assertThat(DECRYPTION.misfit(new EcKey(own.getOrder(), own))).isEqualTo(outside);
  }

  @Test
  void ecKeyOnACurveThatIsNotOfferedIsNone() {
    assertThat(DECRYPTION.misfit(new EcKey(BigInteger.ONE, EllipticCurves.SECP256K1)))
        .isEqualTo("an EC key must be on P-256, P-384 or P-521");
  }

  @Test
  void rsaKeyHas2048To16384Bits() {
    for (int bits : new int[] {2048, 16_384}) {
      assertThat(DECRYPTION.misfit(new RsaKey(oddOfBits(bits)))).isEmpty();
    }
    for (int bits : new int[] {2047, 16_385}) {
      assertThat(DECRYPTION.misfit(new RsaKey(oddOfBits(bits))))
          .isEqualTo("an RSA key must have 2048 to 16384 bits, not " + bits);
    }
  }

  private static BigInteger oddOfBits(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.ONE);
  }

  @Test
  void rsaKeyThatLooksLikeOneOfTheBrokenLibraryIsNone() {
    assertThat(DECRYPTION.misfit(new RsaKey(BigInteger.valueOf(65_537).pow(128))))
        .isEqualTo(RsaNumbers.BROKEN);
  }

  @Test
  void keyThatShowsNothingIsTakenByItsKind() {
    assertThat(DECRYPTION.misfit(new HiddenKey("RSA"))).isEmpty();
    assertThat(DECRYPTION.misfit(new HiddenKey("DSA")))
        .isEqualTo("must be an RSA key, or an EC key on P-256, P-384 or P-521");
  }

  /** A number on a curve, whether it fits or not: the JDK makes none that does not. */
  private record EcKey(BigInteger getS, ECParameterSpec getParams) implements ECPrivateKey {
    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }

  /** A modulus alone. */
  private record RsaKey(BigInteger getModulus) implements RSAPrivateKey {
    @Override
    public BigInteger getPrivateExponent() {
      return BigInteger.ONE;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }
}
