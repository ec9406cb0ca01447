package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.spi.DecryptionKey;

/** Every form of the receiver's own keys, and every mistake in them. */
class DecryptionKeyEntryTest {
  private static final String PLACE = "partners.json: decryptionKeys[0]: ";
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair OTHER_RSA = TestPartner.otherRsa();
  private static final KeyPair OTHER_P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair P521 = TestPartner.ec(521);
  private static final KeyPair ED25519 = TestPartner.ed25519();
  private static final String PUBLIC_KEY =
      "\"pem\" holds a public key or certificate; decryption needs the private key that belongs to"
          + " it";

  /** One member of a JWK, with its name. */
  private static String member(String name, String jwk) {
    return jwk.replaceFirst(".*('" + name + "': '[^']*').*", "$1");
  }

  private static DecryptionKey key(String members) {
    List<DecryptionKey> keys = MemoryFiles.withDecryptionKey(members).load().decryptionKeys();
    assertThat(keys).hasSize(1);
    return keys.get(0);
  }

  private static String pem(String label, byte[] der) {
    return "'pem': '" + Pems.inline(TestPartner.pem(label, der)) + "'";
  }

  private static String pem(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** What makes the key, since the JDK's private keys differ where only their spelling does. */
  private static Object number(PrivateKey key) {
    return key instanceof RSAPrivateKey rsa
        ? rsa.getPrivateExponent()
        : ((ECPrivateKey) key).getS();
  }

  private static void isKey(DecryptionKey read, KeyPair expected) {
    assertThat(number(read.key())).isEqualTo(number(expected.getPrivate()));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        argumentSet("RSA", RSA, Jwks.privateRsa(RSA)),
        argumentSet("P-256", P256, Jwks.privateEc(P256, "P-256")),
        argumentSet("P-384", P384, Jwks.privateEc(P384, "P-384")),
        argumentSet("P-521", P521, Jwks.privateEc(P521, "P-521")));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyFormGivesTheKey(KeyPair pair, String jwk) {
    byte[] der = pair.getPrivate().getEncoded();

    isKey(key(pem(pair.getPrivate())), pair);
    isKey(key("'pem': '" + Base64.getEncoder().encodeToString(der) + "'"), pair);
    isKey(key("'jwk': " + jwk), pair);
    isKey(key("'jwks': " + Jwks.set(jwk)), pair);
    assertThat(key(pem(pair.getPrivate())).keyId()).isEmpty();
  }

  /** Without the primes, which RFC 7518 6.3.2 leaves to the sender. */
  @Test
  void privateExponentAloneMakesAnRsaKey() {
    isKey(key("'jwk': " + Jwks.rsa(RSA, member("d", Jwks.privateRsa(RSA)))), RSA);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everyFormIsReadFromAFile(KeyPair pair, String jwk) {
    byte[] der = pair.getPrivate().getEncoded();
    MemoryFiles files =
        MemoryFiles.withDecryptionKeys(
                """
                {'pem': 'own.pem', 'kid': 'pem'}, {'pem': 'own.der', 'kid': 'der'},
                {'jwks': 'own.json'},
                {'keystore': 'own.p12', 'alias': 'own', 'password': 'canary-store-password',
                 'kid': 'store'}
                """)
            .with("own.pem", TestPartner.pem("PRIVATE KEY", der))
            .with("own.der", der)
            .with(
                "own.json", Jwks.set(jwk.replaceFirst("}$", ", 'kid': 'set'}")).replace('\'', '"'))
            .with(
                "own.p12",
                TestKeystores.of("PKCS12")
                    .key("own", pair.getPrivate(), Pems.RSA_CERTIFICATE)
                    .bytes());

    List<DecryptionKey> keys = files.load().decryptionKeys();

    assertThat(keys).hasSize(4).allSatisfy(key -> isKey(key, pair));
    assertThat(keys)
        .extracting(DecryptionKey::keyId)
        .containsExactly(
            Optional.of("pem"), Optional.of("der"), Optional.of("set"), Optional.of("store"));
  }

  @Test
  void keyPasswordOpensAnEntryThatHasOneOfItsOwn() {
    MemoryFiles files =
        MemoryFiles.withDecryptionKey(
                "'keystore': 'own.jks', 'alias': 'own', 'password': 'canary-store-password',"
                    + " 'keyPassword': 'canary-key-password'")
            .with(
                "own.jks",
                TestKeystores.of("JKS")
                    .key("own", RSA.getPrivate(), Pems.RSA_CERTIFICATE, "canary-key-password")
                    .bytes());

    isKey(files.load().decryptionKeys().get(0), RSA);
  }

  @Test
  void fileWithoutDecryptionKeysHasNone() {
    assertThat(MemoryFiles.clinic("'roles': []").load().decryptionKeys()).isEmpty();
    assertThat(MemoryFiles.withDecryptionKeys("").load().decryptionKeys()).isEmpty();
  }

  @Test
  void kidInsideAJwkIsTheKeysId() {
    assertThat(key("'jwk': " + Jwks.privateRsa(RSA, "'kid': 'k'")).keyId()).contains("k");
    assertThat(key("'kid': 'k', 'jwk': " + Jwks.privateRsa(RSA)).keyId()).contains("k");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'use': 'enc'",
        "'alg': 'RSA-OAEP'",
        "'alg': 'RSA-OAEP-256'",
        "'key_ops': ['decrypt']",
        "'key_ops': ['unwrapKey']",
        "'x5c': ['no certificate']"
      })
  void memberThatAllowsDecryptionIsAccepted(String member) {
    isKey(key("'jwk': " + Jwks.privateRsa(RSA, member)), RSA);
  }

  @Test
  void keyOfASetForSomethingElseIsLeftOut() {
    List<DecryptionKey> keys =
        MemoryFiles.withDecryptionKey(
                "'jwks': "
                    + Jwks.set(
                        Jwks.privateRsa(RSA, "'use': 'sig'", "'kid': 'a'"),
                        "{'kty': 'OKP', 'crv': 'X25519', 'x': 'AAAA', 'd': 'AAAA'}",
                        Jwks.privateEc(P256, "P-256", "'use': 'enc'", "'kid': 'b'")))
            .load()
            .decryptionKeys();

    assertThat(keys).hasSize(1);
    isKey(keys.get(0), P256);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongEntryIsRefusedWithTheReason(String members, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> key(members))
        .withMessageStartingWith(PLACE + message)
        .satisfies(e -> assertThat(everythingThatALogShows(e)).doesNotContain("canary", "MII"));
  }

  private static String everythingThatALogShows(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  static Stream<Arguments> wrong() {
    byte[] pkcs8 = RSA.getPrivate().getEncoded();
    return Stream.of(
        argumentSet("no form", "'kid': 'k'", "must have exactly one of jwk, jwks, pem, keystore"),
        argumentSet(
            "two forms", "'pem': 'x', 'jwk': {}", "must have exactly one of jwk, jwks, pem, key"),
        argumentSet(
            "times",
            pem(RSA.getPrivate()) + ", 'notAfter': '2027-01-31T00:00:00Z'",
            "unknown member \"notAfter\"; allowed are alias, jwk, jwks, keyPassword, keystore,"
                + " kid, password, pem"),
        argumentSet(
            "secret",
            "'secret': 'canarycanarycanarycanarycanarycanarycanary1'",
            "\"secret\" is a shared secret; decryption needs a private key"),
        argumentSet(
            "secretText",
            "'secretText': 'canary'",
            "\"secretText\" is a shared secret; decryption needs a private key"),
        argumentSet("public key", pem("PUBLIC KEY", RSA.getPublic().getEncoded()), PUBLIC_KEY),
        argumentSet(
            "public key without its lines",
            "'pem': '" + Base64.getEncoder().encodeToString(RSA.getPublic().getEncoded()) + "'",
            PUBLIC_KEY),
        argumentSet(
            "certificate", "'pem': '" + Pems.inline(Pems.RSA_CERTIFICATE) + "'", PUBLIC_KEY),
        argumentSet(
            "PKCS#1 private key",
            pem("RSA PRIVATE KEY", pkcs8),
            "\"pem\" must be a PRIVATE KEY (PKCS#8), not RSA PRIVATE KEY; \"openssl pkcs8 -topk8"),
        argumentSet(
            "SEC 1 private key",
            pem("EC PRIVATE KEY", P256.getPrivate().getEncoded()),
            "\"pem\" must be a PRIVATE KEY (PKCS#8), not EC PRIVATE KEY; \"openssl pkcs8 -topk8"),
        argumentSet(
            "encrypted private key",
            pem("ENCRYPTED PRIVATE KEY", pkcs8),
            "\"pem\" holds a private key that is encrypted by a password; use a \"keystore\""),
        argumentSet(
            "private key with the header lines of old encryption",
            "'pem': '-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: 4,ENCRYPTED\\n"
                + "DEK-Info: AES-128-CBC,0011\\n\\nAAAA\\n-----END RSA PRIVATE KEY-----'",
            "\"pem\" holds a private key that is encrypted by a password"),
        argumentSet(
            "two private keys",
            "'pem': '" + Pems.inline(TestPartner.pem("PRIVATE KEY", pkcs8).repeat(2)) + "'",
            "\"pem\" must hold one PEM block; give each key its own entry"),
        argumentSet(
            "Ed25519 private key",
            pem(ED25519.getPrivate()),
            "\"pem\" holds no PKCS#8 private key for RSA (rsaEncryption) or EC on P-256, P-384 or P-521"),
        argumentSet(
            "RSA of 1024 bits",
            pem(TestPartner.rsa(1024).getPrivate()),
            "\"pem\" cannot be used for decryption: an RSA key must have 2048 to 16384 bits, not"
                + " 1024"),
        argumentSet(
            "file that is not there",
            "'pem': 'keys/own.pem'",
            "\"pem\" names the file keys/own.pem, which is not there or cannot be read"),
        argumentSet("bare secret", "'pem': 'canarycanarycanary'", "\"pem\" names the file, which"),
        argumentSet(
            "public JWK",
            "'jwk': " + Jwks.rsa(RSA),
            "\"jwk\" is a public key, without \"d\"; decryption needs the private key"),
        argumentSet(
            "secret JWK",
            "'jwk': " + Jwks.oct(new byte[32]),
            "\"jwk\" is a shared secret; decryption needs a private key"),
        argumentSet(
            "Ed25519 JWK",
            "'jwk': " + Jwks.okp(ED25519, "'d': 'AAAA'"),
            "\"jwk\" \"kty\" must be RSA or EC (RFC 7518 6)"),
        argumentSet(
            "JWK for signatures",
            "'jwk': " + Jwks.privateRsa(RSA, "'use': 'sig'"),
            "\"jwk\" \"use\" must be \"enc\" or absent, and \"key_ops\" contain one of [decrypt,"),
        argumentSet(
            "JWK with an alg for signatures",
            "'jwk': " + Jwks.privateRsa(RSA, "'alg': 'RS256'"),
            "\"jwk\" \"alg\" must be absent or one of those for which the key serves: [RSA-OAEP,"
                + " RSA-OAEP-256]"),
        argumentSet(
            "JWK with an alg that is not offered",
            "'jwk': " + Jwks.privateRsa(RSA, "'alg': 'RSA1_5'"),
            "\"jwk\" \"alg\" must be absent or one of"),
        argumentSet(
            "JWK with an alg of another family",
            "'jwk': " + Jwks.privateEc(P256, "P-256", "'alg': 'RSA-OAEP'"),
            "\"jwk\" \"alg\" must be absent or one of those for which the key serves: [ECDH-ES,"
                + " ECDH-ES+A128KW, ECDH-ES+A256KW]"),
        argumentSet(
            "JWK with another kid inside",
            "'kid': 'a', 'jwk': " + Jwks.privateRsa(RSA, "'kid': 'b'"),
            "\"jwk\" has another \"kid\" inside; leave one of them out"),
        argumentSet(
            "EC number of another key",
            "'jwk': " + Jwks.ec(P256, "P-256", member("d", Jwks.privateEc(OTHER_P256, "P-256"))),
            "\"jwk\" is no key: its private numbers do not belong to its public ones"),
        argumentSet(
            "RSA number of another key",
            "'jwk': " + Jwks.rsa(RSA, member("d", Jwks.privateRsa(OTHER_RSA))),
            "\"jwk\" is no key: its private numbers do not belong to its public ones"),
        argumentSet(
            "RSA modulus of another key",
            "'jwk': "
                + Jwks.privateRsa(RSA)
                    .replace(member("n", Jwks.rsa(RSA)), member("n", Jwks.rsa(OTHER_RSA))),
            "\"jwk\" is no key: its private numbers do not belong to its public ones"),
        argumentSet(
            "EC number of zero", "'jwk': " + Jwks.ec(P256, "P-256", "'d': 'AA'"), "\"jwk\" "),
        argumentSet(
            "EC number beyond its curve",
            "'jwk': " + Jwks.ec(P256, "P-256", "'d': '" + "_".repeat(43) + "'"),
            "\"jwk\" "),
        argumentSet(
            "d that is no base64url",
            "'jwk': " + Jwks.ec(P256, "P-256", "'d': 'canary+/'"),
            "\"jwk\" \"d\" must be a number in base64url"),
        argumentSet(
            "public key in a set",
            "'jwks': " + Jwks.set(Jwks.privateRsa(RSA), Jwks.rsa(RSA, "'kid': 'b'")),
            "jwks.keys[1]: is a public key, without \"d\"; decryption needs the private key"),
        argumentSet(
            "secret in a set",
            "'jwks': " + Jwks.set(Jwks.oct(new byte[32])),
            "jwks.keys[0]: is a shared secret, which no set may hold"),
        argumentSet(
            "URL",
            "'jwks': 'https://own.example/jwks.json'",
            "\"jwks\" must stand inline or in a file; a private key is never fetched"),
        argumentSet(
            "kid beside a set",
            "'kid': 'k', 'jwks': " + Jwks.set(Jwks.privateRsa(RSA)),
            "\"kid\" cannot stand beside \"jwks\""),
        argumentSet(
            "password without keystore",
            pem(RSA.getPrivate()) + ", 'password': 'canary'",
            "\"password\" belongs to a \"keystore\", and there is none"));
  }

  @ParameterizedTest
  @MethodSource("wrongStores")
  void wrongKeystoreIsRefusedWithTheReason(String members, String message) {
    byte[] store =
        TestKeystores.of("JKS")
            .trusted("trusted", Pems.RSA_CERTIFICATE)
            .key("own", RSA.getPrivate(), Pems.RSA_CERTIFICATE, "canary-key-password")
            .bytes();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.withDecryptionKey("'keystore': 'own.jks', " + members)
                    .with("own.jks", store)
                    .load())
        .withMessageStartingWith(PLACE + message)
        .satisfies(e -> assertThat(everythingThatALogShows(e)).doesNotContain("canary"));
  }

  static Stream<Arguments> wrongStores() {
    String password = ", 'password': 'canary-store-password'";
    return Stream.of(
        argumentSet(
            "trusted entry",
            "'alias': 'trusted'" + password,
            "\"alias\" names an entry without a private key; decryption needs a key entry"),
        argumentSet(
            "key with a password of its own that is not given",
            "'alias': 'own'" + password,
            "\"alias\" names an entry that does not open with its password; a \"keyPassword\""),
        argumentSet(
            "wrong key password",
            "'alias': 'own', 'keyPassword': 'canary-other'" + password,
            "\"alias\" names an entry that does not open with its password"),
        argumentSet(
            "wrong password",
            "'alias': 'own', 'password': 'canary-other'",
            "\"keystore\" does not open with the \"password\""),
        argumentSet(
            "unknown alias",
            "'alias': 'none'" + password,
            "\"alias\" is not in the keystore; the keystore has own, trusted"));
  }

  @Test
  void twoKeysWithOneKidAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.withDecryptionKeys(
                        "{'kid': 'k', %s}, {'kid': 'k', %s}"
                            .formatted(pem(RSA.getPrivate()), pem(P256.getPrivate())))
                    .load())
        .withMessage("partners.json: \"decryptionKeys\" has two keys with the kid \"k\"");
  }

  @Test
  void keyThatNoTokenCouldChooseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.withDecryptionKeys(
                        "{'kid': 'k', %s}, {%s}"
                            .formatted(pem(RSA.getPrivate()), pem(P256.getPrivate())))
                    .load())
        .withMessage(
            "partners.json: \"decryptionKeys\" has several keys, and one of them no \"kid\", by"
                + " which a token could choose it");
  }

  @Test
  void keyShowsNothingOfItself() {
    assertThat(key("'kid': 'k', " + pem(RSA.getPrivate())))
        .hasToString("DecryptionKey[kid=k, RSA]");
  }
}
