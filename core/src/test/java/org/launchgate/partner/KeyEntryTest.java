package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.profile.SigningAlgorithm.ES256;
import static org.launchgate.profile.SigningAlgorithm.ES384;
import static org.launchgate.profile.SigningAlgorithm.ES512;
import static org.launchgate.profile.SigningAlgorithm.EdDSA;
import static org.launchgate.profile.SigningAlgorithm.HS256;
import static org.launchgate.profile.SigningAlgorithm.PS256;
import static org.launchgate.profile.SigningAlgorithm.PS384;
import static org.launchgate.profile.SigningAlgorithm.PS512;
import static org.launchgate.profile.SigningAlgorithm.RS256;
import static org.launchgate.profile.SigningAlgorithm.RS384;
import static org.launchgate.profile.SigningAlgorithm.RS512;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.PartnerKey;

/** Every form of a key entry that is accepted, and what becomes of it. */
class KeyEntryTest {
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair P521 = TestPartner.ec(521);
  private static final KeyPair ED25519 = TestPartner.ed25519();
  private static final Set<SigningAlgorithm> ALL_RSA =
      Set.of(RS256, RS384, RS512, PS256, PS384, PS512);

  private static PartnerKey key(String members) {
    return MemoryFiles.clinicWithKey(members).load().all().get(0).keys().get(0);
  }

  private static String pem(PublicKey key) {
    return TestPartner.pem("PUBLIC KEY", key.getEncoded());
  }

  static Stream<Arguments> publicKeys() {
    return Stream.of(
        argumentSet("RSA", RSA.getPublic(), Jwks.rsa(RSA), ALL_RSA),
        argumentSet("P-256", P256.getPublic(), Jwks.ec(P256, "P-256"), Set.of(ES256)),
        argumentSet("P-384", P384.getPublic(), Jwks.ec(P384, "P-384"), Set.of(ES384)),
        argumentSet("P-521", P521.getPublic(), Jwks.ec(P521, "P-521"), Set.of(ES512)),
        argumentSet("Ed25519", ED25519.getPublic(), Jwks.okp(ED25519), Set.of(EdDSA)));
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void publicKeyAsInlinePemIsBoundToTheAlgorithmsThatFit(
      PublicKey expected, String jwk, Set<SigningAlgorithm> fitting) {
    PartnerKey key = key("'pem': '" + Pems.inline(pem(expected)) + "'");

    assertThat(key.key()).isEqualTo(expected);
    assertThat(key.algorithms()).isEqualTo(fitting);
    assertThat(key.keyId()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void publicKeyAsBase64OfItsDerIsTheSame(
      PublicKey expected, String jwk, Set<SigningAlgorithm> fitting) {
    String der = Base64.getEncoder().encodeToString(expected.getEncoded());

    assertThat(key("'pem': '" + der + "'").key()).isEqualTo(expected);
    assertThat(key("'pem': '" + der.substring(0, 8) + "\\r\\n" + der.substring(8) + "'").key())
        .as("broken into lines")
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void publicKeyAsDerFileIsTheSame(PublicKey expected, String jwk, Set<SigningAlgorithm> fitting) {
    MemoryFiles files =
        MemoryFiles.clinicWithKey("'pem': 'keys/xis.der'")
            .with("keys/xis.der", expected.getEncoded());

    PartnerKey key = files.load().all().get(0).keys().get(0);

    assertThat(key.key()).isEqualTo(expected);
    assertThat(key.algorithms()).isEqualTo(fitting);
  }

  @ParameterizedTest
  @MethodSource("publicKeys")
  void publicKeyAsJwkIsBoundToTheAlgorithmsThatFit(
      PublicKey expected, String jwk, Set<SigningAlgorithm> fitting) {
    PartnerKey key = key("'jwk': " + jwk);

    assertThat(key.key()).isEqualTo(expected);
    assertThat(key.algorithms()).isEqualTo(fitting);
    assertThat(key.keyId()).isEmpty();
  }

  @Nested
  class Pem {
    @Test
    void relativeFileIsFoundBesideThePartnersFile(@TempDir Path directory) throws IOException {
      Files.createDirectory(directory.resolve("keys"));
      Files.writeString(directory.resolve("keys/xis.pem"), pem(RSA.getPublic()));
      Path file =
          Files.writeString(
              directory.resolve("partners.json"),
              """
              {"partners": [{"id": "a", "profile": "exorlive", "keys": [{"pem": "keys/xis.pem"}]}]}
              """);

      assertThat(onlyKey(file)).isEqualTo(RSA.getPublic());
    }

    @Test
    void absoluteFileIsFoundWhereItStands(@TempDir Path directory, @TempDir Path elsewhere)
        throws IOException {
      Path pem = Files.writeString(elsewhere.resolve("xis.pem"), pem(P256.getPublic()));
      Path file =
          Files.writeString(
              directory.resolve("partners.json"),
              """
              {"partners": [{"id": "a", "profile": "exorlive", "keys": [{"pem": "%s"}]}]}
              """
                  .formatted(pem));

      assertThat(onlyKey(file)).isEqualTo(P256.getPublic());
    }

    private java.security.Key onlyKey(Path file) {
      return ConfiguredPartners.load(ConfigSource.file(file)).all().get(0).keys().get(0).key();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\r\\n", "\\n", " "})
    void anyLineEndIsRead(String lineEnd) {
      String text = pem(RSA.getPublic()).replace("\n", lineEnd);

      assertThat(key("'pem': '" + text + "'").key()).isEqualTo(RSA.getPublic());
    }

    @Test
    void textAroundTheBlockIsNoPartOfIt() {
      String text = "Demo XIS, key of 2026\n" + pem(RSA.getPublic()) + "end of mail\n";

      assertThat(key("'pem': '" + Pems.inline(text) + "'").key()).isEqualTo(RSA.getPublic());
    }
  }

  @Nested
  class Certificate {
    private static final String RSA_ENTRY = "'pem': '" + Pems.inline(Pems.RSA_CERTIFICATE) + "'";

    private static void isValidExactlyBetween(PartnerKey key, Instant first, Instant last) {
      assertThat(key.isValidAt(first.minusNanos(1))).as("before the first instant").isFalse();
      assertThat(key.isValidAt(first)).as("at the first instant").isTrue();
      assertThat(key.isValidAt(last)).as("at the last instant").isTrue();
      assertThat(key.isValidAt(last.plusNanos(1))).as("after the last instant").isFalse();
    }

    @ParameterizedTest
    @MethodSource("org.launchgate.partner.KeyEntryTest#certificates")
    void givesItsPublicKeyForItsOwnValidity(
        String certificate, String publicKey, Set<SigningAlgorithm> fitting) {
      PartnerKey key = key("'pem': '" + Pems.inline(certificate) + "'");

      assertThat(key.key()).isEqualTo(key("'pem': '" + Pems.inline(publicKey) + "'").key());
      assertThat(key.algorithms()).isEqualTo(fitting);
      isValidExactlyBetween(key, Pems.NOT_BEFORE, Pems.NOT_AFTER);
    }

    @Test
    void asAFileGivesItsPublicKeyForItsOwnValidity() {
      PartnerKey key =
          MemoryFiles.clinicWithKey("'pem': 'xis.crt'")
              .with("xis.crt", Pems.RSA_CERTIFICATE)
              .load()
              .all()
              .get(0)
              .keys()
              .get(0);

      isValidExactlyBetween(key, Pems.NOT_BEFORE, Pems.NOT_AFTER);
    }

    @Test
    void asADerFileGivesItsPublicKeyForItsOwnValidity() {
      byte[] der =
          Base64.getMimeDecoder().decode(Pems.RSA_CERTIFICATE.replaceAll("-----[A-Z ]+-----", ""));
      MemoryFiles files = MemoryFiles.clinicWithKey("'pem': 'xis.cer'").with("xis.cer", der);

      isValidExactlyBetween(
          files.load().all().get(0).keys().get(0), Pems.NOT_BEFORE, Pems.NOT_AFTER);
    }

    @Test
    void configuredTimesWithinItsValidityNarrowIt() {
      isValidExactlyBetween(
          key(
              RSA_ENTRY
                  + ", 'notBefore': '2027-01-01T00:00:00Z', 'notAfter': '2028-01-01T00:00:00Z'"),
          Instant.parse("2027-01-01T00:00:00Z"),
          Instant.parse("2028-01-01T00:00:00Z"));
    }

    @Test
    void configuredTimesOutsideItsValidityDoNotWidenIt() {
      isValidExactlyBetween(
          key(
              RSA_ENTRY
                  + ", 'notBefore': '2020-01-01T00:00:00Z', 'notAfter': '2200-01-01T00:00:00Z'"),
          Pems.NOT_BEFORE,
          Pems.NOT_AFTER);
    }

    @Test
    void oneConfiguredTimeLeavesTheOtherAsTheCertificateSays() {
      isValidExactlyBetween(
          key(RSA_ENTRY + ", 'notAfter': '2028-01-01T00:00:00Z'"),
          Pems.NOT_BEFORE,
          Instant.parse("2028-01-01T00:00:00Z"));
      isValidExactlyBetween(
          key(RSA_ENTRY + ", 'notBefore': '2027-01-01T00:00:00Z'"),
          Instant.parse("2027-01-01T00:00:00Z"),
          Pems.NOT_AFTER);
    }
  }

  static Stream<Arguments> certificates() {
    return Stream.of(
        argumentSet("RSA", Pems.RSA_CERTIFICATE, Pems.RSA_PUBLIC_KEY, ALL_RSA),
        argumentSet("EC", Pems.EC_CERTIFICATE, Pems.EC_PUBLIC_KEY, Set.of(ES256)));
  }

  @Nested
  class Times {
    private static final String KEY = "'secretText': '" + "x".repeat(32) + "'";

    @Test
    void keyWithoutTimesIsValidAlways() {
      assertThat(key(KEY).isValidAt(Instant.EPOCH)).isTrue();
      assertThat(key(KEY).isValidAt(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
    }

    @Test
    void notBeforeIsTheFirstInstant() {
      PartnerKey key = key(KEY + ", 'notBefore': '2027-01-31T00:00:00Z'");

      assertThat(key.isValidAt(Instant.parse("2027-01-30T23:59:59.999999999Z"))).isFalse();
      assertThat(key.isValidAt(Instant.parse("2027-01-31T00:00:00Z"))).isTrue();
    }

    @Test
    void notAfterIsTheLastInstant() {
      PartnerKey key = key(KEY + ", 'notAfter': '2027-01-31T00:00:00Z'");

      assertThat(key.isValidAt(Instant.parse("2027-01-31T00:00:00Z"))).isTrue();
      assertThat(key.isValidAt(Instant.parse("2027-01-31T00:00:00.000000001Z"))).isFalse();
    }

    @Test
    void notBeforeThatEqualsNotAfterLeavesOneInstant() {
      String at = "'2027-01-31T00:00:00Z'";
      PartnerKey key = key(KEY + ", 'notBefore': " + at + ", 'notAfter': " + at);

      assertThat(key.isValidAt(Instant.parse("2027-01-31T00:00:00Z"))).isTrue();
    }
  }

  @Nested
  class Jwk {
    @Test
    void kidInsideIsTheKeysId() {
      assertThat(key("'jwk': " + Jwks.rsa(RSA, "'kid': 'inside'")).keyId()).contains("inside");
    }

    @Test
    void kidOutsideIsTheKeysIdWhereThereIsNoneInside() {
      assertThat(key("'kid': 'outside', 'jwk': " + Jwks.rsa(RSA)).keyId()).contains("outside");
    }

    @Test
    void kidInsideAndOutsideMayBeTheSame() {
      assertThat(key("'kid': 'k', 'jwk': " + Jwks.rsa(RSA, "'kid': 'k'")).keyId()).contains("k");
    }

    @Test
    void algInsideBindsTheKeyToThatAlgorithm() {
      assertThat(key("'jwk': " + Jwks.rsa(RSA, "'alg': 'PS256'")).algorithms())
          .containsExactly(PS256);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'use': 'sig'",
          "'use': null",
          "'key_ops': ['verify']",
          "'key_ops': ['sign', 'verify']",
          "'x5t': 'unknown-members-are-ignored'",
          "'x5c': ['no certificate at all']",
          "'x5c': 5"
        })
    void memberThatAllowsVerificationIsAccepted(String member) {
      assertThat(key("'jwk': " + Jwks.rsa(RSA, member)).key()).isEqualTo(RSA.getPublic());
    }

    @Test
    void octIsTheSecret() {
      PartnerKey key = key("'jwk': " + Jwks.oct(bytes(32), "'kid': 'k'"));

      assertThat(key.key().getEncoded()).isEqualTo(bytes(32));
      assertThat(key.algorithms()).containsExactly(HS256);
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (0xF0 + i);
    }
    return bytes;
  }

  @Nested
  class Secret {
    @ParameterizedTest
    @CsvSource({
      "32, HS256",
      "47, HS256",
      "48, HS256 HS384",
      "63, HS256 HS384",
      "64, HS256 HS384 HS512",
      "65, HS256 HS384 HS512"
    })
    void lengthDecidesWhichAlgorithmsItFits(int length, String fitting) {
      assertThat(key("'secret': '" + Jwks.base64url(bytes(length)) + "'").algorithms())
          .isEqualTo(
              Arrays.stream(fitting.split(" ", -1))
                  .map(SigningAlgorithm::valueOf)
                  .collect(java.util.stream.Collectors.toSet()));
    }

    @Test
    void everySpellingGivesTheSameKey() {
      byte[] secret = "synthetic secret of 34 characters!".getBytes(StandardCharsets.UTF_8);
      PartnerKey key = key("'secret': '" + Jwks.base64url(secret) + "'");

      assertThat(key.key().getEncoded()).isEqualTo(secret);
      assertThat(key("'secretHex': '" + HexFormat.of().formatHex(secret) + "'").key())
          .isEqualTo(key.key());
      assertThat(
              key("'secretHex': '" + HexFormat.of().withUpperCase().formatHex(secret) + "'").key())
          .isEqualTo(key.key());
      assertThat(key("'secretText': 'synthetic secret of 34 characters!'").key())
          .isEqualTo(key.key());
      assertThat(key("'jwk': " + Jwks.oct(secret)).key()).isEqualTo(key.key());
    }

    @Test
    void textIsTakenAsUtf8() {
      assertThat(key("'secretText': '" + "é".repeat(16) + "'").key().getEncoded())
          .isEqualTo("é".repeat(16).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void paddedBase64urlIsRead() {
      assertThat(key("'secret': '" + "A".repeat(43) + "='").key().getEncoded())
          .isEqualTo(new byte[32]);
    }
  }
}
