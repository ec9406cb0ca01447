package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Clause;
import org.launchgate.TestPartner;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerKey;

/** Every key that must not be used is refused when the file is read, with the reason. */
class WrongKeyTest {
  private static final String PLACE = "partners.json: partner \"clinic\": keys[0]: ";
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final BigInteger MODULUS = ((RSAPublicKey) RSA.getPublic()).getModulus();
  private static final byte[] PRIVATE = RSA.getPrivate().getEncoded();
  private static final String NO_POINT =
      "EdDSA (EdDSA needs a point on its curve, of its large group)";
  private static final String PUBLIC_PEM =
      TestPartner.pem("PUBLIC KEY", RSA.getPublic().getEncoded());
  private static final String PRIVATE_KEY =
      "\"pem\" holds a private key, which stays with the partner; ask for the public key";
  private static final String ONE_BLOCK =
      "\"pem\" must hold one PEM block; give each key its own entry";
  private static final String NO_PUBLIC_KEY =
      "\"pem\" holds no public key for RSA (rsaEncryption), EC on a named curve, or Ed25519";
  private static final String NO_KTY = "\"jwk\" \"kty\" must be RSA, EC, OKP or oct (RFC 7518 6)";
  private static final String NO_EC_CURVE =
      "\"jwk\" \"crv\" must be P-256 or P-384 or P-521 where \"kty\" is EC";
  private static final String NO_EDWARDS_CURVE =
      "\"jwk\" \"crv\" must be Ed25519 where \"kty\" is OKP";
  private static final String NO_KEY =
      "\"jwk\" no EC key that can be read: its numbers make no key (RFC 7518 6)";

  private static void refused(String members, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFiles.clinic(members).load())
        .withMessageStartingWith("partners.json: partner \"clinic\": ")
        .withMessageContaining(message);
  }

  private static String pem(String text) {
    return "'pem': '" + Pems.inline(text) + "'";
  }

  /** DER inline: its base64, without the lines of a PEM block. */
  private static String bare(byte[] der) {
    return "'pem': '" + Base64.getEncoder().encodeToString(der) + "'";
  }

  private static byte[] encrypted(byte[] pkcs8) {
    try {
      Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          SecretKeyFactory.getInstance("PBEWithSHA1AndDESede")
              .generateSecret(new PBEKeySpec("password".toCharArray())));
      return new EncryptedPrivateKeyInfo(cipher.getParameters(), cipher.doFinal(pkcs8))
          .getEncoded();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] der) {
    return pem(TestPartner.pem(label, der));
  }

  @ParameterizedTest
  @MethodSource({"pems", "jwks", "secrets"})
  @Clause({"V-9", "V-10"})
  void isRefusedWithTheReason(String keyMembers, String message) {
    refused("'keys': [{" + keyMembers + "}]", PLACE + message);
  }

  static Stream<Arguments> pems() {
    return Stream.of(
        argumentSet("PKCS#8 private key", pem("PRIVATE KEY", PRIVATE), PRIVATE_KEY),
        argumentSet("PKCS#1 private key", pem("RSA PRIVATE KEY", PRIVATE), PRIVATE_KEY),
        argumentSet(
            "EC private key", pem("EC PRIVATE KEY", P256.getPrivate().getEncoded()), PRIVATE_KEY),
        argumentSet("encrypted private key", pem("ENCRYPTED PRIVATE KEY", PRIVATE), PRIVATE_KEY),
        argumentSet("OpenSSH private key", pem("OPENSSH PRIVATE KEY", PRIVATE), PRIVATE_KEY),
        argumentSet(
            "private key with the header lines of old encryption",
            pem(
                TestPartner.pem("RSA PRIVATE KEY", PRIVATE)
                    .replaceFirst(
                        "\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00112233\n\n")),
            PRIVATE_KEY),
        argumentSet(
            "private key after its parameters",
            pem(
                TestPartner.pem("EC PARAMETERS", new byte[] {6, 1, 0})
                    + TestPartner.pem("EC PRIVATE KEY", P256.getPrivate().getEncoded())),
            PRIVATE_KEY),
        argumentSet(
            "certificate followed by its private key",
            pem(Pems.RSA_CERTIFICATE + TestPartner.pem("PRIVATE KEY", PRIVATE)),
            PRIVATE_KEY),
        argumentSet(
            "public key followed by half a private key",
            pem(PUBLIC_PEM + "-----BEGIN PRIVATE KEY-----\nMIIE"),
            PRIVATE_KEY),
        argumentSet("two public keys", pem(PUBLIC_PEM + PUBLIC_PEM), ONE_BLOCK),
        argumentSet(
            "certificate chain", pem(Pems.RSA_CERTIFICATE + Pems.EC_CERTIFICATE), ONE_BLOCK),
        argumentSet(
            "public key followed by half of another",
            pem(PUBLIC_PEM + "-----BEGIN PUBLIC KEY-----\nMIIB"),
            ONE_BLOCK),
        argumentSet(
            "PKCS#1 public key",
            pem("RSA PUBLIC KEY", RSA.getPublic().getEncoded()),
            "\"pem\" must be a PUBLIC KEY or CERTIFICATE, not RSA PUBLIC KEY"),
        argumentSet(
            "certificate request",
            pem("CERTIFICATE REQUEST", new byte[] {48, 0}),
            "\"pem\" must be a PUBLIC KEY or CERTIFICATE, not CERTIFICATE REQUEST"),
        argumentSet(
            "block that is not closed",
            pem("-----BEGIN PUBLIC KEY-----\nMIIB\n"),
            "\"pem\" holds no PEM block"),
        argumentSet(
            "block that is closed as another",
            pem(PUBLIC_PEM.replace("END PUBLIC KEY", "END CERTIFICATE")),
            "\"pem\" holds no PEM block"),
        argumentSet(
            "block with a character that is no base64",
            pem(PUBLIC_PEM.replaceFirst("MII", "M*I")),
            "\"pem\" holds no PEM block"),
        argumentSet(
            "block with padding inside",
            pem(PUBLIC_PEM.replaceFirst("MII", "M==")),
            "\"pem\" holds a PEM block that is no base64"),
        argumentSet("key without content", pem("PUBLIC KEY", new byte[0]), NO_PUBLIC_KEY),
        argumentSet("key of random bytes", pem("PUBLIC KEY", new byte[64]), NO_PUBLIC_KEY),
        argumentSet(
            "private key under the label of a public one", pem("PUBLIC KEY", PRIVATE), PRIVATE_KEY),
        argumentSet(
            "encrypted private key under the label of a public one",
            pem("PUBLIC KEY", encrypted(PRIVATE)),
            PRIVATE_KEY),
        argumentSet("bare PKCS#8", bare(PRIVATE), PRIVATE_KEY),
        argumentSet("bare encrypted PKCS#8", bare(encrypted(PRIVATE)), PRIVATE_KEY),
        argumentSet(
            "bare DER that is no key",
            bare(new byte[] {48, 2, 5, 0}),
            "\"pem\" holds no public key for RSA (rsaEncryption), EC on a named curve, or Ed25519"
                + " that can be read, and no X.509 certificate that can be read"),
        argumentSet(
            "certificate without content",
            pem("CERTIFICATE", new byte[0]),
            "\"pem\" holds no X.509 certificate that can be read"),
        argumentSet(
            "certificate of random bytes",
            pem("CERTIFICATE", new byte[64]),
            "\"pem\" holds no X.509 certificate that can be read"),
        argumentSet(
            "curve secp256k1",
            pem(Pems.SECP256K1_PUBLIC_KEY),
            "\"pem\" fits none of the agreed algorithms RS256, RS384, RS512, PS256, PS384, PS512,"
                + " ES256, ES384, ES512, EdDSA, HS256, HS384, HS512 (an EC key must be on P-256,"
                + " P-384 or P-521)"),
        argumentSet(
            "certificate on curve secp256k1",
            pem(Pems.SECP256K1_CERTIFICATE),
            "\"pem\" fits none of the agreed algorithms "),
        argumentSet(
            "curve P-192",
            pem(Pems.P192_PUBLIC_KEY),
            "\"pem\" fits none of the agreed algorithms RS256, RS384, RS512, PS256, PS384, PS512,"
                + " ES256, ES384, ES512, EdDSA, HS256, HS384, HS512 (an EC key must be on P-256,"
                + " P-384 or P-521)"),
        argumentSet(
            "curve P-224",
            pem(Pems.P224_PUBLIC_KEY),
            "\"pem\" fits none of the agreed algorithms RS256, "),
        argumentSet(
            "RSA of 1024 bits",
            pem("PUBLIC KEY", TestPartner.rsa(1024).getPublic().getEncoded()),
            "\"pem\" fits none of the agreed algorithms RS256, RS384, RS512, PS256, PS384, PS512,"
                + " ES256, ES384, ES512, EdDSA, HS256, HS384, HS512 (An RSA key of size 2048 bits or"
                + " larger MUST be used"),
        argumentSet(
            "file that is not there",
            "'pem': 'keys/none.pem'",
            "\"pem\" names the file keys/none.pem, which is not there or cannot be read"));
  }

  static Stream<Arguments> jwks() {
    return Stream.of(
        argumentSet(
            "private RSA key",
            jwk(Jwks.rsa(RSA, "'d': 'AQAB'")),
            "\"jwk\" the member \"d\" belongs to a private key; give the public key only"),
        argumentSet(
            "private EC key",
            jwk(Jwks.ec(P256, "P-256", "'d': 'AQAB'")),
            "\"jwk\" the member \"d\" belongs to a private key; give the public key only"),
        argumentSet("d that is null", jwk(Jwks.rsa(RSA, "'d': null")), "\"jwk\" the member \"d\""),
        argumentSet("p alone", jwk(Jwks.rsa(RSA, "'p': 'AQAB'")), "\"jwk\" the member \"p\""),
        argumentSet("q alone", jwk(Jwks.rsa(RSA, "'q': 'AQAB'")), "\"jwk\" the member \"q\""),
        argumentSet("dp alone", jwk(Jwks.rsa(RSA, "'dp': 'AQAB'")), "\"jwk\" the member \"dp\""),
        argumentSet("dq alone", jwk(Jwks.rsa(RSA, "'dq': 'AQAB'")), "\"jwk\" the member \"dq\""),
        argumentSet("qi alone", jwk(Jwks.rsa(RSA, "'qi': 'AQAB'")), "\"jwk\" the member \"qi\""),
        argumentSet("oth alone", jwk(Jwks.rsa(RSA, "'oth': []")), "\"jwk\" the member \"oth\""),
        argumentSet(
            "use is enc",
            jwk(Jwks.rsa(RSA, "'use': 'enc'")),
            "\"jwk\" \"use\" must be \"sig\" or absent"),
        argumentSet(
            "use is a list", jwk(Jwks.rsa(RSA, "'use': ['sig']")), "\"jwk\" \"use\" must be"),
        argumentSet(
            "key_ops without verify",
            jwk(Jwks.rsa(RSA, "'key_ops': ['sign', 'encrypt']")),
            "\"jwk\" \"key_ops\" must contain \"verify\" or be absent"),
        argumentSet(
            "empty key_ops", jwk(Jwks.rsa(RSA, "'key_ops': []")), "\"jwk\" \"key_ops\" must"),
        argumentSet(
            "key_ops is a text",
            jwk(Jwks.rsa(RSA, "'key_ops': 'verify'")),
            "\"jwk\" \"key_ops\" must"),
        argumentSet(
            "use=enc on a secret",
            jwk(Jwks.oct(new byte[32], "'use': 'enc'")),
            "\"jwk\" \"use\" must be \"sig\" or absent"),
        argumentSet(
            "alg of another family",
            jwk(Jwks.rsa(RSA, "'alg': 'ES256'")),
            "\"jwk\" fits none of the agreed algorithms RS256, RS384, RS512, PS256, PS384, PS512,"
                + " ES256, ES384, ES512, EdDSA, HS256, HS384, HS512; the jwk's \"alg\" is ES256"),
        argumentSet(
            "alg for encryption",
            jwk(Jwks.rsa(RSA, "'alg': 'RSA-OAEP'")),
            "\"jwk\" fits none of the agreed algorithms "),
        argumentSet("alg is none", jwk(Jwks.rsa(RSA, "'alg': 'none'")), "\"jwk\" fits none of"),
        argumentSet(
            "alg is a number", jwk(Jwks.rsa(RSA, "'alg': 256")), "\"jwk\" \"alg\" must be a text"),
        argumentSet(
            "kid inside is a number",
            jwk(Jwks.rsa(RSA, "'kid': 7")),
            "\"jwk\" \"kid\" must be a text"),
        argumentSet(
            "kid inside is empty",
            jwk(Jwks.rsa(RSA, "'kid': ''")),
            "\"jwk\" \"kid\" must be a text that is not empty"),
        argumentSet(
            "kid inside and outside differ",
            "'kid': 'a', " + jwk(Jwks.rsa(RSA, "'kid': 'b'")),
            "\"kid\" differs from the \"kid\" inside the jwk; leave one of them out"),
        argumentSet(
            "RSA of 1024 bits",
            jwk(Jwks.rsa(TestPartner.rsa(1024))),
            "\"jwk\" fits none of the agreed algorithms "),
        argumentSet("no kty", jwk("{'n': 'AQAB', 'e': 'AQAB'}"), NO_KTY),
        argumentSet("unknown kty", jwk("{'kty': 'XYZ'}"), NO_KTY),
        argumentSet(
            "kty in small letters", jwk("{'kty': 'rsa', 'n': 'AQAB', 'e': 'AQAB'}"), NO_KTY),
        argumentSet("empty object", jwk("{}"), NO_KTY),
        argumentSet(
            "no modulus",
            jwk("{'kty': 'RSA', 'e': 'AQAB'}"),
            "\"jwk\" \"n\" must be a number in base64url, as every RSA key has it"),
        argumentSet(
            "modulus is a number",
            jwk("{'kty': 'RSA', 'n': 5, 'e': 'AQAB'}"),
            "\"jwk\" \"n\" must"),
        argumentSet(
            "modulus in standard base64",
            jwk(Jwks.rsa(RSA).replaceFirst("'n': '..", "'n': '+/")),
            "\"jwk\" \"n\" must be a number in base64url"),
        argumentSet(
            "modulus with a line break",
            jwk(Jwks.rsa(RSA).replaceFirst("'n': '....", "$0\\\\n")),
            "\"jwk\" \"n\" must be a number in base64url"),
        argumentSet(
            "modulus of 16392 bits",
            jwk(rsa(BigInteger.ONE.shiftLeft(16_391).setBit(0), 65_537)),
            "\"jwk\" an RSA modulus may have at most 16384 bits"),
        argumentSet(
            "public exponent of one",
            jwk(rsa(MODULUS, 1)),
            "\"jwk\" an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual"),
        argumentSet(
            "even public exponent",
            jwk(rsa(MODULUS, 65_536)),
            "\"jwk\" an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual"),
        argumentSet(
            "public exponent of 257 bits",
            jwk(rsa(MODULUS, BigInteger.ONE.shiftLeft(256).setBit(0))),
            "\"jwk\" an RSA public exponent must be odd, at least 3 and at most 256 bits; 65537 is usual"),
        argumentSet(
            "even modulus",
            jwk(rsa(MODULUS.clearBit(0), 65_537)),
            "\"jwk\" an RSA modulus must be odd"),
        argumentSet("no curve", jwk("{'kty': 'EC', 'x': 'AQAB', 'y': 'AQAB'}"), NO_EC_CURVE),
        argumentSet("curve P-192", jwk(Jwks.ec(P256, "P-192")), NO_EC_CURVE),
        argumentSet("curve secp256k1", jwk(Jwks.ec(P256, "secp256k1")), NO_EC_CURVE),
        argumentSet(
            "point that is not on its curve",
            jwk(Jwks.ec(P256, "P-384")),
            "\"jwk\" fits none of the agreed algorithms "),
        argumentSet(
            "coordinate that is too long",
            jwk(Jwks.ec(P256, "P-256").replaceFirst("'y': '", "'y': 'BBBB")),
            NO_KEY),
        argumentSet(
            "curve Ed448", jwk("{'kty': 'OKP', 'crv': 'Ed448', 'x': 'AQAB'}"), NO_EDWARDS_CURVE),
        argumentSet(
            "curve X25519",
            jwk("{'kty': 'OKP', 'crv': 'X25519', 'x': '" + Jwks.base64url(new byte[32]) + "'}"),
            NO_EDWARDS_CURVE),
        argumentSet(
            "OKP without x", jwk("{'kty': 'OKP', 'crv': 'Ed25519'}"), "\"jwk\" \"x\" must be"),
        argumentSet(
            "Ed25519 of 31 bytes",
            jwk(Jwks.okp(new byte[31])),
            "\"jwk\" \"x\" must be 32 bytes (RFC 8032 5.1.5)"),
        argumentSet(
            "Ed25519 of 33 bytes",
            jwk(Jwks.okp(new byte[33])),
            "\"jwk\" \"x\" must be 32 bytes (RFC 8032 5.1.5)"),
        argumentSet(
            "private Ed25519 key",
            jwk(Jwks.okp(new byte[32], "'d': 'AQAB'")),
            "\"jwk\" the member \"d\" belongs to a private key"),
        argumentSet(
            "use and key_ops that contradict each other",
            jwk(Jwks.rsa(RSA, "'use': 'sig'", "'key_ops': ['encrypt']")),
            "\"jwk\" \"key_ops\" contradicts \"use\"; it must contain one of [verify]"),
        argumentSet(
            "oct without k", jwk("{'kty': 'oct'}"), "\"jwk\" \"k\" must be a secret in base64url"),
        argumentSet(
            "oct with a number",
            jwk("{'kty': 'oct', 'k': 5}"),
            "\"jwk\" \"k\" must be a secret in base64url"),
        argumentSet(
            "oct with characters that are no base64url",
            jwk("{'kty': 'oct', 'k': '" + "A".repeat(43) + "*'}"),
            "\"jwk\" \"k\" must be a secret in base64url"),
        argumentSet(
            "oct of 31 bytes",
            jwk(Jwks.oct(new byte[31])),
            "\"jwk\" fits none of the agreed algorithms "));
  }

  private static String rsa(BigInteger modulus, long exponent) {
    return rsa(modulus, BigInteger.valueOf(exponent));
  }

  private static String rsa(BigInteger modulus, BigInteger exponent) {
    return "{'kty': 'RSA', 'n': '%s', 'e': '%s'}"
        .formatted(Jwks.base64url(modulus.toByteArray()), Jwks.base64url(exponent.toByteArray()));
  }

  private static byte[] littleEndian(int y) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) y;
    return bytes;
  }

  private static String jwk(String jwk) {
    return "'jwk': " + jwk;
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        argumentSet(
            "31 bytes as base64url",
            "'secret': '" + Jwks.base64url(new byte[31]) + "'",
            "\"secret\" is 31 bytes; HS256 needs at least 32 random ones, HS384 48, HS512 64"),
        argumentSet(
            "31 bytes as hex",
            "'secretHex': '" + HexFormat.of().formatHex(new byte[31]) + "'",
            "\"secretHex\" is 31 bytes; HS256 needs at least 32"),
        argumentSet(
            "31 bytes as text",
            "'secretText': '" + "x".repeat(31) + "'",
            "\"secretText\" is 31 bytes; HS256 needs at least 32"),
        argumentSet(
            "standard base64",
            "'secret': '" + "+/".repeat(22) + "'",
            "\"secret\" must be base64url"),
        argumentSet(
            "hex of odd length",
            "'secretHex': '" + "0".repeat(65) + "'",
            "\"secretHex\" must be hexadecimal"),
        argumentSet(
            "hex with a wrong digit",
            "'secretHex': '" + "0g".repeat(32) + "'",
            "\"secretHex\" must be hexadecimal"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void keyThatFitsNoAgreedAlgorithmIsRefused(String algorithm, String keyMembers, String message) {
    refused("'algorithms': ['" + algorithm + "'], 'keys': [{" + keyMembers + "}]", message);
  }

  static Stream<Arguments> misfits() {
    String secret = "'secret': '" + Jwks.base64url(new byte[47]) + "'";
    String rsa = pem(PUBLIC_PEM);
    String ec = jwk(Jwks.ec(P256, "P-256"));
    String none = " fits none of the agreed algorithms ";
    return Stream.of(
        argumentSet(
            "secret for RS256", "RS256", secret, none + "RS256 (RS256 needs an RSA public key)"),
        argumentSet(
            "secret for ES256", "ES256", secret, none + "ES256 (ES256 needs an EC public key)"),
        argumentSet(
            "RSA key for HS256", "HS256", rsa, none + "HS256 (HS256 needs a shared secret)"),
        argumentSet("EC key for HS256", "HS256", ec, none + "HS256 (HS256 needs a shared secret)"),
        argumentSet(
            "RSA key for ES256", "ES256", rsa, none + "ES256 (ES256 needs an EC public key)"),
        argumentSet(
            "EC key for RS256", "RS256", ec, none + "RS256 (RS256 needs an RSA public key)"),
        argumentSet("P-256 key for ES384", "ES384", ec, none + "ES384 ("),
        argumentSet("47 bytes for HS384", "HS384", secret, none + "HS384 ("),
        argumentSet(
            "Ed25519 key that is the neutral point",
            "EdDSA",
            jwk(Jwks.okp(littleEndian(1))),
            none + NO_POINT),
        argumentSet(
            "Ed25519 key of order four", "EdDSA", jwk(Jwks.okp(littleEndian(0))), none + NO_POINT),
        argumentSet(
            "Ed25519 key that is no point",
            "EdDSA",
            jwk(Jwks.okp(littleEndian(2))),
            none + NO_POINT),
        argumentSet(
            "Ed25519 key of order eight",
            "EdDSA",
            jwk(
                Jwks.okp(
                    HexFormat.of()
                        .parseHex(
                            "26e8958fc2b227b045c3f489f2ef98f0"
                                + "d5dfac05d3c63339b13802886d53fc05"))),
            none + NO_POINT),
        argumentSet(
            "63 bytes for HS512",
            "HS512",
            "'secret': '" + Jwks.base64url(new byte[63]) + "'",
            none + "HS512 ("));
  }

  @Test
  void keyWithoutKidIsRefusedWhereTheProfileDemandsOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.partners(
                        "{'partners': [{'id': 'xis', 'profile': 'zorgdomein', 'issuer': 'x',"
                            + " 'keys': [{"
                            + pem(PUBLIC_PEM)
                            + "}]}]}")
                    .load())
        .withMessage(
            "partners.json: partner \"xis\": \"keys\" has a key without \"kid\"; tokens of the"
                + " profile zorgdomein name their key by it");
  }

  @Test
  void twoKeysWithOneKidAreRefusedInAProgramToo() {
    PartnerKey key = PartnerKey.of("k", RSA.getPublic(), TestPartner.exorlive().algorithms());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Partner.builder("clinic", TestPartner.profile("exorlive"))
                    .keys(java.util.List.of(key, key))
                    .build())
        .withMessage("\"keys\" has two keys with the kid \"k\"");
  }

  @Test
  void reasonIsTheOneOfTheKeysOwnFamily() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MemoryFiles.clinicWithKey(jwk(Jwks.oct(new byte[31]))).load())
        .satisfies(
            e -> assertThat(e.getMessage()).contains("248 bits").doesNotContain("public key"));
  }
}
