package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.profile.SigningAlgorithm.ES256;
import static org.launchgate.profile.SigningAlgorithm.HS256;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.spi.PartnerKey;

/** A PKCS12 or JKS keystore as an entry of {@code keys}. */
class KeystoreEntryTest {
  private static final String PLACE = "partners.json: partner \"clinic\": keys[0]: ";
  private static final String GOOD =
      "'keystore': 'xis.p12', 'alias': 'xis', 'password': '" + TestKeystores.PASSWORD + "'";

  private static MemoryFiles files(String members, byte[] store) {
    return MemoryFiles.clinicWithKey(members).with("xis.p12", store);
  }

  private static PartnerKey key(String members, TestKeystores store) {
    return files(members, store.bytes()).load().all().get(0).keys().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void certificateOfATrustedEntryGivesItsKeyForItsOwnValidity(String type) {
    PartnerKey key = key(GOOD, TestKeystores.of(type).trusted("xis", Pems.EC_CERTIFICATE));

    assertThat(key.key()).isEqualTo(TestKeystores.certificate(Pems.EC_CERTIFICATE).getPublicKey());
    assertThat(key.algorithms()).containsExactly(ES256);
    assertThat(key.notBefore()).contains(Pems.NOT_BEFORE);
    assertThat(key.notAfter()).contains(Pems.NOT_AFTER);
    assertThat(key.keyId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JKS"})
  void certificateOfAKeyEntryIsUsedAndNeverItsPrivateKey(String type) {
    PartnerKey key =
        key(
            GOOD,
            TestKeystores.of(type).key("xis", TestPartner.RSA.getPrivate(), Pems.RSA_CERTIFICATE));

    assertThat(key.key()).isEqualTo(TestKeystores.certificate(Pems.RSA_CERTIFICATE).getPublicKey());
  }

  @Test
  void secretOfAPkcs12EntryIsASharedSecret() {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 7);
    PartnerKey key =
        key(
            GOOD,
            TestKeystores.of("PKCS12").secret("xis", new SecretKeySpec(secret, "HmacSHA256")));

    assertThat(key.key().getEncoded()).isEqualTo(secret);
    assertThat(key.algorithms()).containsExactly(HS256);
  }

  @Test
  void kidAndTimesStandBesideIt() {
    PartnerKey key =
        key(
            GOOD + ", 'kid': 'k', 'notAfter': '2028-01-01T00:00:00Z'",
            TestKeystores.of("PKCS12").trusted("xis", Pems.EC_CERTIFICATE));

    assertThat(key.keyId()).contains("k");
    assertThat(key.notAfter()).contains(java.time.Instant.parse("2028-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongEntryIsRefusedWithTheReason(String members, byte[] store, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files(members, store).load())
        .withMessageStartingWith(PLACE + message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
  }

  static Stream<Arguments> wrong() {
    byte[] store =
        TestKeystores.of("PKCS12")
            .trusted("first", Pems.EC_CERTIFICATE)
            .trusted("second", Pems.RSA_CERTIFICATE)
            .bytes();
    byte[] jks = TestKeystores.of("JKS").trusted("first", Pems.EC_CERTIFICATE).bytes();
    String at = "'keystore': 'xis.p12', ";
    String password = ", 'password': '" + TestKeystores.PASSWORD + "'";
    String wrongPassword = ", 'password': 'canary-wrong-password'";
    return Stream.of(
        argumentSet(
            "unknown alias",
            at + "'alias': 'third'" + password,
            store,
            "\"alias\" is not in the keystore; the keystore has first, second"),
        argumentSet(
            "no alias",
            at + "'kid': 'k'" + password,
            store,
            "\"alias\" is missing; the keystore has first, second"),
        argumentSet(
            "empty store",
            at + "'alias': 'third'" + password,
            TestKeystores.of("PKCS12").bytes(),
            "\"alias\" is not in the keystore; the keystore shows no entry (a certificate"),
        argumentSet(
            "more aliases than anybody wants to read",
            at + "'alias': 'third'" + password,
            manyAliases(),
            "\"alias\" is not in the keystore; the keystore has a00, a01, a02, a03, a04, a05, a06,"
                + " a07, a08, a09, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19 and more"),
        argumentSet(
            "wrong password of a PKCS12",
            at + "'alias': 'first'" + wrongPassword,
            store,
            "\"keystore\" does not open with the \"password\""),
        argumentSet(
            "wrong password of a JKS",
            at + "'alias': 'first'" + wrongPassword,
            jks,
            "\"keystore\" does not open with the \"password\""),
        argumentSet(
            "no password",
            at + "'alias': 'first'",
            store,
            "\"password\" is missing; it must be a text"),
        argumentSet(
            "empty password",
            at + "'alias': 'first', 'password': ''",
            store,
            "\"password\" must be a text that is not empty"),
        argumentSet(
            "file that is no keystore",
            at + "'alias': 'first'" + password,
            "no keystore".getBytes(StandardCharsets.US_ASCII),
            "\"keystore\" is no PKCS12 or JKS keystore that can be read"),
        argumentSet(
            "empty file",
            at + "'alias': 'first'" + password,
            new byte[0],
            "\"keystore\" is no PKCS12 or JKS keystore that can be read"),
        argumentSet(
            "half a PKCS12",
            at + "'alias': 'first'" + password,
            Arrays.copyOf(store, store.length / 2),
            "\"keystore\" is no PKCS12 or JKS keystore that can be read"),
        argumentSet(
            "half a JKS",
            at + "'alias': 'first'" + password,
            Arrays.copyOf(jks, jks.length / 2),
            "\"keystore\" is no PKCS12 or JKS keystore that can be read"),
        argumentSet(
            "secret that is too short",
            at + "'alias': 'xis'" + password,
            TestKeystores.of("PKCS12")
                .secret("xis", new SecretKeySpec(new byte[31], "HmacSHA256"))
                .bytes(),
            "\"keystore\" fits none of the agreed algorithms "),
        argumentSet(
            "certificate on curve secp256k1",
            at + "'alias': 'xis'" + password,
            TestKeystores.of("PKCS12").trusted("xis", Pems.SECP256K1_CERTIFICATE).bytes(),
            "\"keystore\" fits none of the agreed algorithms "),
        argumentSet(
            "file that is not there",
            "'keystore': 'none.p12', 'alias': 'xis'" + password,
            store,
            "\"keystore\" names the file none.p12, which is not there or cannot be read"),
        argumentSet(
            "alias without keystore",
            "'secretText': '" + "x".repeat(32) + "', 'alias': 'xis'",
            store,
            "\"alias\" belongs to a \"keystore\", and there is none"),
        argumentSet(
            "password without keystore",
            "'pem': 'xis.p12'" + password,
            store,
            "\"password\" belongs to a \"keystore\", and there is none"),
        argumentSet(
            "PKCS12 where a PEM belongs",
            "'pem': 'xis.p12'",
            store,
            "\"pem\" holds a PKCS12 keystore, which belongs to \"keystore\""));
  }

  private static byte[] manyAliases() {
    TestKeystores store = TestKeystores.of("JKS");
    IntStream.range(0, 25).forEach(i -> store.trusted("a%02d".formatted(i), Pems.EC_CERTIFICATE));
    return store.bytes();
  }
}
