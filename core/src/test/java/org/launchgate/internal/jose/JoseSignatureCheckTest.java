package org.launchgate.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;

/** Signatures that the JDK makes, against the check that jose4j does. Checklist rows 8 to 13. */
class JoseSignatureCheckTest {
  private static final SignatureCheck CHECK = SignatureCheck.standard();
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair OTHER_RSA = TestPartner.otherRsa();
  private static final KeyPair SMALL_RSA = TestPartner.rsa(1024);
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair ED25519 = TestPartner.ed25519();
  private static final KeyPair P521 = TestPartner.ec(521);
  private static final SecretKey SECRET = secret(64, 1);
  private static final String PAYLOAD = base64url("{\"a\":\"é\"}".getBytes(UTF_8));

  private static SecretKey secret(int length, int fill) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) fill);
    return new SecretKeySpec(bytes, "HMAC");
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String header(String algorithm) {
    return base64url(("{\"alg\":\"" + algorithm + "\"}").getBytes(UTF_8));
  }

  private static byte[] sign(String algorithm, Key key, String input) {
    try {
      if (key instanceof SecretKey) {
        Mac mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
        mac.init(key);
        return mac.doFinal(input.getBytes(US_ASCII));
      }
      Signature signature = signature(algorithm);
      signature.initSign((PrivateKey) key);
      signature.update(input.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals("EdDSA")) {
      return Signature.getInstance("Ed25519");
    }
    String bits = algorithm.substring(2);
    return switch (algorithm.charAt(0)) {
      case 'R' -> Signature.getInstance("SHA" + bits + "withRSA");
      case 'E' -> Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
      default -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        String hash = "SHA-" + bits;
        pss.setParameter(
            new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), Integer.parseInt(bits) / 8, 1));
        yield pss;
      }
    };
  }

  /** A token whose header names the algorithm, and its signature by that algorithm. */
  private static SignedParts signed(String algorithm, Key key) {
    return parts(algorithm, sign(algorithm, key, header(algorithm) + "." + PAYLOAD));
  }

  private static SignedParts parts(String algorithm, byte[] signature) {
    return new SignedParts(header(algorithm), PAYLOAD, signature, Map.of("alg", algorithm));
  }

  private static SignedParts withHeader(SignedParts parts, Map<String, @Nullable Object> header) {
    return new SignedParts(
        parts.encodedHeader(), parts.encodedPayload(), parts.signature(), header);
  }

  static Stream<Arguments> algorithms() {
    return Arrays.stream(SigningAlgorithm.values())
        .map(
            algorithm -> {
              String name = algorithm.name();
              return switch (algorithm) {
                case ES256 -> argumentSet(name, name, P256.getPrivate(), P256.getPublic());
                case ES384 -> argumentSet(name, name, P384.getPrivate(), P384.getPublic());
                case ES512 -> argumentSet(name, name, P521.getPrivate(), P521.getPublic());
                case EdDSA -> argumentSet(name, name, ED25519.getPrivate(), ED25519.getPublic());
                case HS256, HS384, HS512 -> argumentSet(name, name, SECRET, SECRET);
                default -> argumentSet(name, name, RSA.getPrivate(), RSA.getPublic());
              };
            });
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureOfTheJdkMatches(String algorithm, Key signer, Key verifier) {
    assertThat(CHECK.matches(signed(algorithm, signer), algorithm, verifier)).isTrue();
    assertThat(CHECK.misfit(algorithm, verifier)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureWithAnyByteChangedDoesNotMatch(String algorithm, Key signer, Key verifier) {
    byte[] signature = signed(algorithm, signer).signature();
    for (int i = 0; i < signature.length; i += 7) {
      byte[] changed = signature.clone();
      changed[i] ^= 1;
      assertThat(CHECK.matches(parts(algorithm, changed), algorithm, verifier))
          .as("byte %d", i)
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void otherPayloadDoesNotMatch(String algorithm, Key signer, Key verifier) {
    SignedParts good = signed(algorithm, signer);
    SignedParts changed =
        new SignedParts(
            good.encodedHeader(),
            base64url("{\"a\":\"e\"}".getBytes(UTF_8)),
            good.signature(),
            good.header());

    assertThat(CHECK.matches(changed, algorithm, verifier)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void otherEncodedHeaderDoesNotMatch(String algorithm, Key signer, Key verifier) {
    SignedParts good = signed(algorithm, signer);
    SignedParts changed =
        new SignedParts(
            base64url(("{\"alg\": \"" + algorithm + "\"}").getBytes(UTF_8)),
            PAYLOAD,
            good.signature(),
            good.header());

    assertThat(CHECK.matches(changed, algorithm, verifier)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureOfAnyLengthIsAnsweredWithNo(String algorithm, Key signer, Key verifier) {
    assertThatNoException()
        .isThrownBy(
            () -> {
              for (int length = 0; length <= 300; length += length < 12 ? 1 : 29) {
                byte[] ones = new byte[length];
                Arrays.fill(ones, (byte) 1);
                assertThat(CHECK.matches(parts(algorithm, ones), algorithm, verifier)).isFalse();
              }
            });
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureCutOrExtendedDoesNotMatch(String algorithm, Key signer, Key verifier) {
    byte[] good = signed(algorithm, signer).signature();

    assertThat(
            CHECK.matches(
                parts(algorithm, Arrays.copyOf(good, good.length - 1)), algorithm, verifier))
        .isFalse();
    assertThat(
            CHECK.matches(
                parts(algorithm, Arrays.copyOf(good, good.length + 1)), algorithm, verifier))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void algorithmOtherThanTheAgreedOneDoesNotMatch(String algorithm, Key signer, Key verifier) {
    SignedParts good = signed(algorithm, signer);
    for (SigningAlgorithm other : SigningAlgorithm.values()) {
      if (!other.name().equals(algorithm)) {
        assertThat(CHECK.matches(good, other.name(), verifier)).as("as %s", other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void headerThatNamesAnotherAlgorithmOrNoneDoesNotMatch(
      String algorithm, Key signer, Key verifier) {
    SignedParts good = signed(algorithm, signer);
    String other = algorithm.equals("RS256") ? "RS512" : "RS256";

    for (Object name : List.of(other, "none", algorithm.toLowerCase(java.util.Locale.ROOT), 256L)) {
      assertThat(CHECK.matches(withHeader(good, Map.of("alg", name)), algorithm, verifier))
          .as("header says %s", name)
          .isFalse();
    }
    assertThat(CHECK.matches(withHeader(good, Map.of()), algorithm, verifier)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void criticalHeaderDoesNotMatch(String algorithm, Key signer, Key verifier) {
    SignedParts good = signed(algorithm, signer);
    for (Object critical :
        List.of(List.of(), List.of("x"), List.of("b64"), List.of("exp"), "x", 1L)) {
      Map<String, @Nullable Object> header = new HashMap<>(Map.of("alg", algorithm, "x", 1L));
      header.put("crit", critical);
      assertThat(CHECK.matches(withHeader(good, header), algorithm, verifier))
          .as("crit %s", critical)
          .isFalse();
    }
  }

  @Test
  void payloadThatIsSignedUnencodedDoesNotMatch() {
    String payload = "{\"a\":1}";
    byte[] signature = sign("HS256", SECRET, header("HS256") + "." + payload);
    SignedParts parts =
        new SignedParts(
            header("HS256"),
            base64url(payload.getBytes(UTF_8)),
            signature,
            Map.of("alg", "HS256", "b64", false, "crit", List.of("b64")));

    assertThat(CHECK.matches(parts, "HS256", SECRET)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "", "HS1", "Ed25519", "eddsa", "ES256K", "rs256", "RS256 "})
  void algorithmThatIsNotOfferedMatchesNothing(String algorithm) {
    assertThat(CHECK.matches(signed("HS256", SECRET), algorithm, SECRET)).isFalse();
    assertThat(CHECK.misfit(algorithm, SECRET))
        .isEqualTo("the algorithm " + algorithm + " is not offered");
  }

  @Test
  void everyAlgorithmThatCanBeAgreedIsOfferedAndNoOther() {
    assertThat(Stream.of(SigningAlgorithm.values()).map(Enum::name))
        .allSatisfy(name -> assertThat(JoseAlgorithms.named(name)).isNotNull());
    assertThat(JoseAlgorithms.named("none")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"HS256, RSA", "HS384, RSA", "HS512, RSA", "HS256, EC", "HS512, EC"})
  void publicKeyIsNeverTakenAsASecret(String algorithm, String type) {
    KeyPair pair = type.equals("RSA") ? RSA : P256;
    SecretKey asSecret = new SecretKeySpec(pair.getPublic().getEncoded(), "HMAC");

    assertThat(CHECK.matches(signed(algorithm, asSecret), algorithm, pair.getPublic())).isFalse();
    assertThat(CHECK.misfit(algorithm, pair.getPublic()))
        .isEqualTo(algorithm + " needs a shared secret");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void signatureOfZerosDoesNotMatch(String algorithm, Key signer, Key verifier) {
    byte[] zeros = new byte[signed(algorithm, signer).signature().length];

    assertThat(CHECK.matches(parts(algorithm, zeros), algorithm, verifier)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"r", "s"})
  void signatureWithOneHalfOfZerosDoesNotMatch(String half) {
    byte[] signature = signed("ES256", P256.getPrivate()).signature();
    Arrays.fill(signature, half.equals("r") ? 0 : 32, half.equals("r") ? 32 : 64, (byte) 0);

    assertThat(CHECK.matches(parts("ES256", signature), "ES256", P256.getPublic())).isFalse();
  }

  /** RFC 8032 section 5.1.7: S is below the order of the group, or it has a second spelling. */
  @Test
  void ed25519SignatureWithALargerSDoesNotMatch() {
    byte[] good = signed("EdDSA", ED25519.getPrivate()).signature();
    BigInteger order =
        BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
    for (int times = 1; times < 15; times++) {
      BigInteger s = littleEndian(good, 32).add(order.multiply(BigInteger.valueOf(times)));
      byte[] other = good.clone();
      for (int i = 0; i < 32; i++) {
        other[32 + i] = s.shiftRight(8 * i).byteValue();
      }
      assertThat(CHECK.matches(parts("EdDSA", other), "EdDSA", ED25519.getPublic()))
          .as("S + %d L", times)
          .isFalse();
    }
  }

  private static BigInteger littleEndian(byte[] bytes, int from) {
    BigInteger number = BigInteger.ZERO;
    for (int i = bytes.length - 1; i >= from; i--) {
      number = number.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xFF));
    }
    return number;
  }

  @Test
  void signatureInDerDoesNotMatch() throws GeneralSecurityException {
    Signature der = Signature.getInstance("SHA256withECDSA");
    der.initSign(P256.getPrivate());
    der.update((header("ES256") + "." + PAYLOAD).getBytes(US_ASCII));

    assertThat(CHECK.matches(parts("ES256", der.sign()), "ES256", P256.getPublic())).isFalse();
  }

  @Test
  void signatureOfAnotherKeyDoesNotMatch() {
    assertThat(CHECK.matches(signed("RS256", OTHER_RSA.getPrivate()), "RS256", RSA.getPublic()))
        .isFalse();
    assertThat(CHECK.matches(signed("HS256", secret(64, 2)), "HS256", SECRET)).isFalse();
    assertThat(
            CHECK.matches(
                signed("ES256", TestPartner.ec(256).getPrivate()), "ES256", P256.getPublic()))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void keyThatDoesNotFitIsNamedAndMatchesNothing(
      String algorithm, Key signer, Key verifier, String reason) {
    assertThat(CHECK.misfit(algorithm, verifier)).contains(reason);
    assertThat(CHECK.matches(parts(algorithm, sign(signer, algorithm)), algorithm, verifier))
        .isFalse();
  }

  /** The signature that the key gives for the token, whatever the algorithm would have liked. */
  private static byte[] sign(Key signer, String algorithm) {
    String input = header(algorithm) + "." + PAYLOAD;
    boolean ec = signer.getAlgorithm().equals("EC");
    return sign(
        signer instanceof SecretKey ? algorithm : (ec ? "ES" : "RS") + algorithm.substring(2),
        signer,
        input);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        misfit("ES256", P384, "P-256"),
        misfit("ES256", P521, "P-256"),
        misfit("ES384", P256, "P-384"),
        misfit("ES512", P384, "P-521"),
        misfit("RS256", P256, "RS256 needs an RSA public key"),
        misfit("PS256", P256, "PS256 needs an RSA public key"),
        misfit("ES256", RSA, "ES256 needs an EC public key"),
        misfit("RS256", SMALL_RSA, "2048 bits"),
        argumentSet(
            "private key for RS256",
            "RS256",
            RSA.getPrivate(),
            RSA.getPrivate(),
            "RS256 needs an RSA public key"),
        argumentSet("secret for RS256", "RS256", SECRET, SECRET, "RS256 needs an RSA public key"),
        argumentSet("secret for ES256", "ES256", SECRET, SECRET, "ES256 needs an EC public key"),
        argumentSet("31 bytes for HS256", "HS256", secret(31, 1), secret(31, 1), "256 bits"),
        argumentSet("47 bytes for HS384", "HS384", secret(47, 1), secret(47, 1), "384 bits"),
        argumentSet("63 bytes for HS512", "HS512", secret(63, 1), secret(63, 1), "512 bits"));
  }

  private static Arguments misfit(String algorithm, KeyPair pair, String reason) {
    return argumentSet(
        pair.getPublic().getAlgorithm() + " key for " + algorithm + ": " + reason,
        algorithm,
        pair.getPrivate(),
        pair.getPublic(),
        reason);
  }

  /** RFC 7797, without the "crit" that it demands. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void payloadThatMayBeUnencodedDoesNotMatch(boolean b64) {
    SignedParts good = signed("HS256", SECRET);

    assertThat(CHECK.matches(withHeader(good, Map.of("alg", "HS256", "b64", b64)), "HS256", SECRET))
        .isFalse();
  }

  @Test
  void keyOnTheOtherEdwardsCurveIsNamedAndMatchesNothing() throws GeneralSecurityException {
    KeyPair ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair();
    Signature signature = Signature.getInstance("Ed448");
    signature.initSign(ed448.getPrivate());
    signature.update((header("EdDSA") + "." + PAYLOAD).getBytes(US_ASCII));

    assertThat(CHECK.matches(parts("EdDSA", signature.sign()), "EdDSA", ed448.getPublic()))
        .isFalse();
    assertThat(CHECK.misfit("EdDSA", ed448.getPublic()))
        .isEqualTo("EdDSA needs an Ed25519 public key");
  }

  /** Of such a key neither size nor curve can be told, and the JDK would verify with it. */
  @Test
  void publicKeyThatShowsNoNumbersMatchesNothing() {
    PublicKey hidden = new Hidden(RSA.getPublic());

    assertThat(CHECK.matches(signed("RS256", RSA.getPrivate()), "RS256", hidden)).isFalse();
    assertThat(CHECK.misfit("RS256", hidden)).isEqualTo("RS256 needs an RSA public key");
  }

  /** A public key that shows its encoding alone. */
  private record Hidden(PublicKey key) implements PublicKey {
    @Override
    public String getAlgorithm() {
      return key.getAlgorithm();
    }

    @Override
    public String getFormat() {
      return key.getFormat();
    }

    @Override
    public byte[] getEncoded() {
      return key.getEncoded();
    }
  }

  /** Numbers that no reader of keys gives out: the JDK takes them as they are. */
  @Test
  void keyOfUnfitNumbersIsNamed() throws GeneralSecurityException {
    EdECPublicKey neutral =
        (EdECPublicKey)
            KeyFactory.getInstance("Ed25519")
                .generatePublic(
                    new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(false, BigInteger.ONE)));
    RSAPublicKey even =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(
                    new RSAPublicKeySpec(
                        BigInteger.ONE.shiftLeft(2047), RSAKeyGenParameterSpec.F4));

    assertThat(CHECK.misfit("EdDSA", neutral))
        .isEqualTo("EdDSA needs a point on its curve, of its large group");
    assertThat(CHECK.misfit("RS256", even)).isEqualTo("an RSA modulus must be odd");
  }

  /** The same number modulo the prime is another spelling of the key (RFC 8032 section 5.1.3). */
  @Test
  void secondSpellingOfAnEd25519KeyIsNamed() throws GeneralSecurityException {
    BigInteger prime = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    EdECPoint point = ((EdECPublicKey) ED25519.getPublic()).getPoint();

    for (BigInteger y : List.of(point.getY().add(prime), point.getY().subtract(prime))) {
      assertThat(CHECK.misfit("EdDSA", new EdKey(new EdECPoint(point.isXOdd(), y))))
          .isEqualTo("EdDSA needs a point on its curve, of its large group");
    }
    assertThat(CHECK.misfit("EdDSA", new EdKey(point))).isEmpty();
  }

  /** A point as it is, which no reader of keys would give out. */
  private record EdKey(EdECPoint getPoint) implements EdECPublicKey {
    @Override
    public NamedParameterSpec getParams() {
      return NamedParameterSpec.ED25519;
    }

    @Override
    public String getAlgorithm() {
      return "EdDSA";
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

  @Test
  void partsShowNoTokenInTheirText() {
    assertThat(signed("HS256", SECRET)).hasToString("SignedParts[[alg]]");
  }
}
