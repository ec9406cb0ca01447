package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.ec;
import static org.launchgate.jwks.TestJwks.json;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.jwks.TestJwks.rsaWithoutKeyId;
import static org.launchgate.jwks.TestJwks.set;
import static org.launchgate.jwks.TestJwks.shortRsa;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.internal.key.KeyMaterial;

/** Which published keys are used, and which sets are refused. */
class KeySetDocumentTest {

  @Test
  void keyOfKtyKidNAndEAloneIsUsed() throws FetchFailure {
    KeySetDocument document = KeySetDocument.read(set(rsa("k1")));

    assertThat(document.keys()).extracting(KeyMaterial::keyId).containsExactly("k1");
    assertThat(document.keys().get(0).key()).isEqualTo(TestJwks.RSA.getPublic());
    assertThat(document.leftOut()).isEmpty();
  }

  @Test
  void membersThatSayNothingToUsAreIgnored() throws FetchFailure {
    byte[] json =
        json(
            "{'keys': ["
                + rsa("k1", "'use': 'sig'", "'alg': 'RS256'", "'x5c': ['no certificate']")
                + "], 'next': 1}");

    assertThat(KeySetDocument.read(json).keys()).hasSize(1);
  }

  static Stream<Arguments> keysThatAreNotForUs() {
    return Stream.of(
        Arguments.of(rsa("no", "'use': 'enc'"), "\"use\" must be \"sig\""),
        Arguments.of(rsa("no", "'key_ops': ['encrypt']"), "\"key_ops\" must contain \"verify\""),
        Arguments.of(rsa("no", "'alg': 'RSA-OAEP'"), "the jwk's \"alg\" is RSA-OAEP"),
        Arguments.of(rsa("no", "'alg': 7"), "\"alg\" must be a text"),
        Arguments.of(shortRsa("no"), "2048 bits"),
        Arguments.of("{'kty': 'AKP', 'kid': 'no', 'pub': 'AA'}", "\"kty\" must be"),
        Arguments.of("{'kid': 'no'}", "\"kty\" must be"),
        Arguments.of(
            "{'kty': 'EC', 'crv': 'P-999', 'kid': 'no', 'x': 'AA', 'y': 'AA'}",
            "\"crv\" must be P-256 or P-384 or P-521"),
        Arguments.of(
            "{'kty': 'EC', 'crv': 'P-256', 'kid': 'no', 'x': 'AQ', 'y': 'AQ'}", "fits none"),
        Arguments.of(
            "{'kty': 'oct', 'kid': 'no', 'k': '" + "A".repeat(43) + "'}",
            "a published secret is none"));
  }

  @ParameterizedTest
  @MethodSource("keysThatAreNotForUs")
  void keyThatIsNotForUsIsLeftOutAndSpoilsNoOther(String key, String reason) throws FetchFailure {
    KeySetDocument document = KeySetDocument.read(set(key, rsa("k1")));

    assertThat(document.keys()).extracting(KeyMaterial::keyId).containsExactly("k1");
    assertThat(document.leftOut()).singleElement().asString().startsWith("keys[0] (\"no\"): ");
    assertThat(document.leftOut().get(0)).contains(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "7", "' '", "['k']"})
  void keyWhoseKidIsNoTextIsLeftOut(String keyId) throws FetchFailure {
    String key = rsa("x").replace("'kid': 'x'", "'kid': " + keyId);

    assertThat(KeySetDocument.read(set(key, rsa("k1"))).keys()).hasSize(1);
  }

  @Test
  void keyIdThatCouldFakeALogLineIsNotShown() throws FetchFailure {
    KeySetDocument document = KeySetDocument.read(set(rsa("k\\nWARN", "'use': 'enc'"), rsa("k1")));

    assertThat(document.leftOut().get(0)).startsWith("keys[0] (of 6 characters): ");
  }

  @Test
  void encryptionKeyMayHaveTheKidOfASigningKey() throws FetchFailure {
    assertThat(KeySetDocument.read(set(rsa("k1", "'use': 'enc'"), rsa("k1"))).keys()).hasSize(1);
  }

  @Test
  void severalKeysWithoutKidAreUsed() throws FetchFailure {
    byte[] json = set(rsaWithoutKeyId(TestJwks.RSA), rsaWithoutKeyId(TestJwks.OTHER_RSA));

    assertThat(KeySetDocument.read(json).keys())
        .extracting(KeyMaterial::keyId)
        .containsExactly(null, null);
  }

  static Stream<Arguments> setsThatAreRefused() {
    String[] many = IntStream.rangeClosed(0, 100).mapToObj(i -> "{}").toArray(String[]::new);
    return Stream.of(
        Arguments.of(set(rsa("k1"), ec("k1")), "two keys with the kid \"k1\""),
        Arguments.of(set(), "no key that can be used"),
        Arguments.of(set(rsa("k1", "'use': 'enc'")), "no key that can be used: keys[0]"),
        Arguments.of(set("{'kty': 'oct', 'k': 'AAAA'}"), "no key that can be used"),
        Arguments.of(set(many), "the set has 101 keys; at most 100 are read"),
        Arguments.of(set("7"), "a member of \"keys\" is no object"),
        Arguments.of(json("{'keys': {}}"), "it has no list \"keys\""),
        Arguments.of(json("{}"), "it has no list \"keys\""),
        Arguments.of(json("[" + rsa("k1") + "]"), "cannot be read as JSON"),
        Arguments.of(json("{'keys': [], 'keys': []}"), "duplicate member name"),
        Arguments.of(json("{'keys': [" + rsa("k1")), "cannot be read as JSON"),
        Arguments.of("<html>".getBytes(StandardCharsets.UTF_8), "cannot be read as JSON"),
        Arguments.of(new byte[0], "cannot be read as JSON"));
  }

  @ParameterizedTest
  @MethodSource("setsThatAreRefused")
  void setThatCannotBeMeantIsRefused(byte[] json, String reason) {
    assertThatThrownBy(() -> KeySetDocument.read(json))
        .isInstanceOf(FetchFailure.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth"})
  void setThatPublishesAPrivateKeyIsRefusedWithoutShowingIt(String member) {
    byte[] json = set(rsa("k1"), rsa("k2", "'" + member + "': 'cHJpdmF0ZQ'", "'use': 'enc'"));

    assertThatThrownBy(() -> KeySetDocument.read(json))
        .hasMessageContaining("publishes a private key")
        .hasMessageNotContaining("cHJpdmF0ZQ");
  }

  @Test
  void setOf100KeysIsRead() throws FetchFailure {
    List<String> keys = IntStream.range(0, 100).mapToObj(i -> rsa("k" + i)).toList();

    assertThat(KeySetDocument.read(set(keys.toArray(String[]::new))).keys()).hasSize(100);
  }
}
