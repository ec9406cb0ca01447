package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.launchgate.profile.SigningAlgorithm.ES256;
import static org.launchgate.profile.SigningAlgorithm.EdDSA;
import static org.launchgate.profile.SigningAlgorithm.PS256;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.spi.PartnerKey;

/** A JWK Set as an entry of {@code keys}: inline, in a file, or the URL of one (RFC 7517 5). */
class JwksEntryTest {
  private static final String PLACE = "partners.json: partner \"clinic\": keys[0]: ";
  private static final KeyPair RSA = TestPartner.RSA;
  private static final KeyPair P256 = TestPartner.ec(256);
  private static final KeyPair P384 = TestPartner.ec(384);
  private static final KeyPair ED25519 = TestPartner.ed25519();
  private static final String RSA_JWK = Jwks.rsa(RSA, "'kid': 'rsa'");
  private static final String EC_JWK = Jwks.ec(P256, "P-256", "'kid': 'ec'");

  private static List<PartnerKey> keys(String members) {
    return MemoryFiles.clinicWithKey(members).load().all().get(0).keys();
  }

  private static List<PartnerKey> set(String... jwks) {
    return keys("'jwks': " + Jwks.set(jwks));
  }

  private static void refused(String members, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> keys(members))
        .withMessageStartingWith(PLACE + message);
  }

  @Test
  void everyKeyOfAnInlineSetIsRead() {
    List<PartnerKey> keys =
        set(RSA_JWK, EC_JWK, Jwks.okp(ED25519, "'kid': 'ed'"), Jwks.ec(P384, "P-384"));

    assertThat(keys)
        .extracting(PartnerKey::key)
        .containsExactly(RSA.getPublic(), P256.getPublic(), ED25519.getPublic(), P384.getPublic());
    assertThat(keys)
        .extracting(PartnerKey::keyId)
        .containsExactly(
            Optional.of("rsa"), Optional.of("ec"), Optional.of("ed"), Optional.empty());
    assertThat(keys.get(1).algorithms()).containsExactly(ES256);
    assertThat(keys.get(2).algorithms()).containsExactly(EdDSA);
  }

  @Test
  void everyKeyOfAFileIsRead() {
    MemoryFiles files =
        MemoryFiles.clinicWithKey("'jwks': 'keys/xis.json'")
            .with("keys/xis.json", Jwks.set(RSA_JWK, EC_JWK).replace('\'', '"'));

    assertThat(files.load().all().get(0).keys())
        .extracting(PartnerKey::key)
        .containsExactly(RSA.getPublic(), P256.getPublic());
  }

  @Test
  void algOfAKeyBindsIt() {
    assertThat(set(Jwks.rsa(RSA, "'alg': 'PS256'")).get(0).algorithms()).containsExactly(PS256);
  }

  @Test
  void membersBesideTheKeysAreIgnored() {
    assertThat(keys("'jwks': {'keys': [" + RSA_JWK + "], 'tenant': 'x'}")).hasSize(1);
  }

  @Test
  void timesOfTheEntryAreThoseOfEachKey() {
    List<PartnerKey> keys =
        keys(
            "'jwks': "
                + Jwks.set(RSA_JWK, EC_JWK)
                + ", 'notBefore': '2027-01-01T00:00:00Z', 'notAfter': '2028-01-01T00:00:00Z'");

    assertThat(keys)
        .allSatisfy(
            key -> {
              assertThat(key.notBefore()).contains(Instant.parse("2027-01-01T00:00:00Z"));
              assertThat(key.notAfter()).contains(Instant.parse("2028-01-01T00:00:00Z"));
            });
  }

  @ParameterizedTest
  @MethodSource("foreignKeys")
  void keyForSomethingElseIsLeftOutAndToldInTheLog(String jwk, String reason) {
    List<String> log = new ArrayList<>();

    List<PartnerKey> keys = recording(log, () -> set(jwk, EC_JWK));

    assertThat(keys).extracting(PartnerKey::key).containsExactly(P256.getPublic());
    assertThat(log).containsExactly(PLACE + "jwks: left out: keys[0] " + reason);
  }

  static Stream<Arguments> foreignKeys() {
    String use = "does not sign, by its \"use\" or \"key_ops\"";
    String kind = "has another \"kty\" or \"crv\" than those that are read";
    String alg = "has another \"alg\" than those that are offered";
    return Stream.of(
        argumentSet("for encryption", Jwks.rsa(RSA, "'use': 'enc'"), use),
        argumentSet("for wrapping", Jwks.rsa(RSA, "'key_ops': ['wrapKey']"), use),
        argumentSet("unknown kty", "{'kty': 'AKP', 'pub': 'AAAA'}", kind),
        argumentSet("no kty", "{'kid': 'x'}", kind),
        argumentSet("curve X25519", "{'kty': 'OKP', 'crv': 'X25519', 'x': 'AAAA'}", kind),
        argumentSet("curve secp256k1", Jwks.ec(P256, "secp256k1"), kind),
        argumentSet("alg for encryption", Jwks.rsa(RSA, "'alg': 'RSA-OAEP'"), alg));
  }

  @Test
  void keyForAnAlgorithmThatIsNotAgreedIsLeftOut() {
    List<PartnerKey> keys =
        MemoryFiles.clinic(
                "'algorithms': ['ES256'], 'keys': [{'jwks': " + Jwks.set(RSA_JWK, EC_JWK) + "}]")
            .load()
            .all()
            .get(0)
            .keys();

    assertThat(keys).extracting(PartnerKey::key).containsExactly(P256.getPublic());
  }

  private static List<PartnerKey> recording(
      List<String> log, java.util.function.Supplier<List<PartnerKey>> work) {
    Logger logger = Logger.getLogger(JwksMember.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            log.add(record.getMessage());
          }

          @Override
          public void flush() {
            // nothing is buffered
          }

          @Override
          public void close() {
            // nothing is held
          }
        };
    logger.addHandler(handler);
    try {
      return work.get();
    } finally {
      logger.removeHandler(handler);
    }
  }

  @ParameterizedTest
  @MethodSource("wrongSets")
  void wrongSetIsRefusedWithItsPlace(String jwks, String message) {
    refused("'jwks': " + jwks, message);
  }

  static Stream<Arguments> wrongSets() {
    return Stream.of(
        argumentSet("number", "5", "\"jwks\" must be an object {\"keys\": [...]}, a file or an"),
        argumentSet("list", "[" + RSA_JWK + "]", "\"jwks\" must be an object {\"keys\": [...]}"),
        argumentSet("null", "null", "\"jwks\" must be an object"),
        argumentSet("empty text", "''", "\"jwks\" must be an object"),
        argumentSet("empty object", "{}", "jwks.keys: must be a list of keys (RFC 7517 5.1)"),
        argumentSet(
            "single key", RSA_JWK, "jwks.keys: must be a list of keys (RFC 7517 5.1); a key that"),
        argumentSet("keys that are an object", "{'keys': {}}", "jwks.keys: must be a list of keys"),
        argumentSet("no keys", Jwks.set(), "\"jwks\" has no key that can be used"),
        argumentSet("text among the keys", "{'keys': ['x']}", "jwks.keys[0]: must be an object"),
        argumentSet(
            "no usable key",
            Jwks.set(Jwks.rsa(RSA, "'use': 'enc'"), "{'kty': 'XYZ'}"),
            "\"jwks\" has no key that can be used: keys[0] does not sign, by its \"use\" or"
                + " \"key_ops\"; keys[1] has another \"kty\" or \"crv\" than those that are read"),
        argumentSet(
            "private key",
            Jwks.set(RSA_JWK, EC_JWK, Jwks.privateEc(P384, "P-384")),
            "jwks.keys[2]: the member \"d\" belongs to a private key; give the public key only"),
        argumentSet(
            "private key for something else",
            Jwks.set(RSA_JWK, Jwks.privateRsa(RSA, "'use': 'enc'")),
            "jwks.keys[1]: the member \"d\" belongs to a private key"),
        argumentSet(
            "private key of an unknown kind",
            Jwks.set(RSA_JWK, "{'kty': 'OKP', 'crv': 'X25519', 'x': 'AAAA', 'd': 'AAAA'}"),
            "jwks.keys[1]: the member \"d\" belongs to a private key"),
        argumentSet(
            "shared secret",
            Jwks.set(RSA_JWK, Jwks.oct(new byte[32])),
            "jwks.keys[1]: is a shared secret, which no set may hold; give it as \"secret\""),
        argumentSet(
            "two keys with one kid",
            Jwks.set(RSA_JWK, EC_JWK, Jwks.ec(P384, "P-384", "'kid': 'rsa'")),
            "jwks.keys[2]: has the \"kid\" of jwks.keys[0]"),
        argumentSet(
            "RSA of 1024 bits",
            Jwks.set(EC_JWK, Jwks.rsa(TestPartner.rsa(1024))),
            "jwks.keys[1]: fits none of the agreed algorithms "),
        argumentSet(
            "alg of another family",
            Jwks.set(EC_JWK, Jwks.rsa(RSA, "'alg': 'ES256'")),
            "jwks.keys[1]: fits none of the agreed algorithms "),
        argumentSet(
            "use and key_ops that contradict each other",
            Jwks.set(EC_JWK, Jwks.rsa(RSA, "'use': 'sig'", "'key_ops': ['wrapKey']")),
            "jwks.keys[1]: \"key_ops\" contradicts \"use\""),
        argumentSet(
            "unknown use",
            Jwks.set(EC_JWK, Jwks.rsa(RSA, "'use': 'signature'")),
            "jwks.keys[1]: \"use\" must be \"sig\" or absent"),
        argumentSet(
            "kid that is a number",
            Jwks.set(EC_JWK, Jwks.rsa(RSA, "'kid': 7")),
            "jwks.keys[1]: \"kid\" must be a text that is not empty"),
        argumentSet(
            "key without its numbers",
            Jwks.set(EC_JWK, "{'kty': 'RSA', 'e': 'AQAB'}"),
            "jwks.keys[1]: \"n\" must be a number in base64url"));
  }

  @Test
  void kidBesideASetIsRefused() {
    refused(
        "'kid': 'k', 'jwks': " + Jwks.set(RSA_JWK),
        "\"kid\" cannot stand beside \"jwks\", whose keys have their own");
  }

  @Test
  void oneKidInTwoSetsOfAPartnerIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.clinic(
                        "'keys': [{'jwks': %s}, {'kid': 'rsa', 'jwk': %s}]"
                            .formatted(Jwks.set(RSA_JWK), Jwks.ec(P256, "P-256")))
                    .load())
        .withMessage(
            "partners.json: partner \"clinic\": \"keys\" has two keys with the kid \"rsa\"");
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    refused(
        "'jwks': 'keys/xis.json'",
        "\"jwks\" names the file keys/xis.json, which is not there or cannot be read");
  }

  @Test
  void fileThatIsNoJsonIsNamedWithLineAndColumn() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MemoryFiles.clinicWithKey("'jwks': 'xis.json'")
                    .with("xis.json", "{\n\"keys\": [,]}")
                    .load())
        .withMessageStartingWith(
            PLACE + "\"jwks\" names the file xis.json, which is no JWK Set: line 2, column 10: ");
  }

  @Test
  void placeholderInAKeyFileIsNotReplaced() {
    MemoryFiles files =
        MemoryFiles.clinicWithKey("'jwks': 'xis.json'")
            .with(
                "xis.json",
                Jwks.set(Jwks.ec(P256, "P-256", "'kid': '${env:PATH}'")).replace('\'', '"'));

    assertThat(files.load().all().get(0).keys().get(0).keyId()).contains("${env:PATH}");
  }

  private static KeyEntry entry(Map<String, Object> members) {
    return new KeyEntry(
        new ConfigObject("keys[0]", new java.util.HashMap<>(members)), MemoryFiles.partners("{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://portal.example.com/.well-known/jwks.json",
        "https://portal.example.com",
        "HTTPS://portal.example.com:8443/jwks?tenant=1",
        "https://[2001:db8::1]/jwks",
        "https://127.0.0.1/jwks"
      })
  void httpsUrlIsTheUrlOfASet(String url) {
    assertThat(entry(Map.of("jwks", url)).url()).contains(java.net.URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "http://portal.example.com/jwks",
    "file:///etc/jwks.json",
    "ftp://portal.example.com/jwks",
    "https://",
    "https:///jwks",
    "https://user@portal.example.com/jwks",
    "https://user:word@portal.example.com/jwks",
    "https://portal.example.com/jwks#keys",
    "https://portal.example.com:0/jwks",
    "https://portal.example.com:65536/jwks",
    "https://portal example.com/jwks",
    "https://portal_example/jwks",
    "jar:https://portal.example.com/a.jar!/jwks",
    "://portal.example.com"
  })
  void textThatIsNoHttpsUrlIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(Map.of("jwks", url)).url())
        .withMessage(
            "keys[0]: \"jwks\" must be an https URL with a host, without user and fragment, such"
                + " as \"https://partner.example/.well-known/jwks.json\"");
  }

  @Test
  void entryWithoutUrlHasNone() {
    assertThat(entry(Map.of("jwks", "keys/jwks.json")).url()).isEmpty();
    assertThat(entry(Map.of("jwks", Map.of("keys", List.of()))).url()).isEmpty();
    assertThat(entry(Map.of("secret", "https://portal.example.com")).url()).isEmpty();
  }

  @Test
  void kidBesideAUrlIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> entry(Map.of("jwks", "https://a.example", "kid", "k")))
        .withMessageContaining("\"kid\" cannot stand beside \"jwks\"");
  }

  @Test
  void keyThatIsFetchedIsNarrowedToTheTimesOfTheEntry() {
    KeyEntry entry = entry(Map.of("jwks", "https://a.example", "notAfter", "2027-01-01T00:00:00Z"));
    PartnerKey key = PartnerKey.of("k", P256.getPublic(), Set.of(ES256));

    assertThat(entry.narrowed(key).notAfter()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(entry.narrowed(key).notBefore()).isEmpty();
  }
}
