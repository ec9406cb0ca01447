package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.TestPartner;

/** Whatever is wrong with a key, nothing of it stands in a message, a cause or a stack trace. */
class NoSecretInMessagesTest {
  private static final String CANARY = "Q4n4ryQ4n4ry";
  private static final String LONG_CANARY = CANARY.repeat(4);

  @ParameterizedTest
  @MethodSource("wrongKeys")
  void refusalShowsNothingOfTheKey(String keyMembers) {
    Throwable refusal = catchThrowable(() -> MemoryFiles.clinicWithKey(keyMembers).load());

    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    assertThat(everythingThatALogShows(refusal))
        .contains("partners.json: partner \"clinic\": keys[0]: ")
        .doesNotContain(CANARY)
        .doesNotContain("MII");
  }

  static Stream<Arguments> wrongKeys() {
    String privateKey = TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded());
    String bare = privateKey.replaceAll("-----[A-Z ]+-----|\n", "");
    return Stream.of(
        argumentSet("secret that is no base64url", "'secret': '" + LONG_CANARY + "+/='"),
        argumentSet("secret with a blank", "'secret': '" + CANARY + " " + CANARY + "'"),
        argumentSet("secret of wrong length", "'secret': '" + CANARY + "A'"),
        argumentSet("secret that is too short", "'secret': '" + CANARY + "'"),
        argumentSet("secret that is no hex", "'secretHex': '" + LONG_CANARY + "'"),
        argumentSet("text that is too short", "'secretText': '" + CANARY + "'"),
        argumentSet("secret for the wrong member", "'jwk': '" + LONG_CANARY + "'"),
        argumentSet(
            "secret under two members",
            "'secret': '" + CANARY + "', 'secretText': '" + CANARY + "'"),
        argumentSet("secret beside an unknown member", "'secret': '" + LONG_CANARY + "', 'x': 1"),
        argumentSet(
            "secret beside a wrong time", "'secret': '" + LONG_CANARY + "', 'notAfter': 'x'"),
        argumentSet("secret where a PEM belongs", "'pem': '" + LONG_CANARY + "'"),
        argumentSet("private key without its PEM lines", "'pem': '" + bare + "'"),
        argumentSet(
            "secret with a null character where a PEM belongs", "'pem': '" + CANARY + "\\u0000'"),
        argumentSet("private key", "'pem': '" + Pems.inline(privateKey) + "'"),
        argumentSet("secret where a set belongs", "'jwks': '" + LONG_CANARY + "'"),
        argumentSet("secret in a URL", "'jwks': 'https://user:" + CANARY + "@portal.example'"),
        argumentSet("text that is no URL", "'jwks': '://" + CANARY + " " + CANARY + "'"),
        argumentSet(
            "set with a private key",
            "'jwks': {'keys': [{'kty': 'OKP', 'crv': 'X25519', 'd': '" + CANARY + "'}]}"),
        argumentSet(
            "set with a secret", "'jwks': {'keys': [{'kty': 'oct', 'k': '" + CANARY + "'}]}"),
        argumentSet(
            "set with a key that cannot be read",
            "'jwks': {'keys': [{'kty': 'EC', 'crv': 'P-256', 'x': '%s', 'y': '%s'}]}"
                .formatted(LONG_CANARY, LONG_CANARY)),
        argumentSet(
            "set with a kid that is no text",
            "'jwks': {'keys': [{'kty': 'RSA', 'n': 'AQAB', 'e': 'AQAB', 'kid': ['"
                + CANARY
                + "']}]}"),
        argumentSet(
            "set without a usable key",
            "'jwks': {'keys': [{'kty': '" + CANARY + "'}, {'use': 'enc', 'n': '" + CANARY + "'}]}"),
        argumentSet("secret where a keystore belongs", "'keystore': '" + LONG_CANARY + "'"),
        argumentSet(
            "password of a keystore that is not there",
            "'keystore': 'none.p12', 'alias': 'a', 'password': '" + CANARY + "'"),
        argumentSet(
            "password without keystore",
            "'secret': '" + LONG_CANARY + "', 'password': '" + CANARY + "'"),
        argumentSet(
            "block that is no base64",
            "'pem': '-----BEGIN PUBLIC KEY-----\\nMII=" + CANARY + "\\n-----END PUBLIC KEY-----'"),
        argumentSet(
            "block that is no key",
            "'pem': '-----BEGIN PUBLIC KEY-----\\nMII" + CANARY + "\\n-----END PUBLIC KEY-----'"),
        argumentSet(
            "block that is no certificate",
            "'pem': '-----BEGIN CERTIFICATE-----\\nMII" + CANARY + "\\n-----END CERTIFICATE-----'"),
        argumentSet(
            "private JWK",
            "'jwk': {'kty': 'RSA', 'n': '" + CANARY + "', 'e': 'AQAB', 'd': '" + CANARY + "'}"),
        argumentSet(
            "JWK with a secret that is no base64url",
            "'jwk': {'kty': 'oct', 'k': '" + LONG_CANARY + "!'}"),
        argumentSet(
            "JWK with a secret that is too short", "'jwk': {'kty': 'oct', 'k': '" + CANARY + "'}"),
        argumentSet(
            "JWK of an unknown kind", "'jwk': {'kty': '" + CANARY + "', 'k': '" + CANARY + "'}"),
        argumentSet(
            "JWK on an unknown curve",
            "'jwk': {'kty': 'EC', 'crv': '"
                + CANARY
                + "', 'x': '"
                + CANARY
                + "', 'y': '"
                + CANARY
                + "'}"),
        argumentSet(
            "JWK with a wrong use",
            "'jwk': {'kty': 'oct', 'k': '" + LONG_CANARY + "', 'use': '" + CANARY + "'}"),
        argumentSet(
            "JWK with a wrong member",
            "'jwk': {'kty': 'RSA', 'n': ['" + CANARY + "'], 'e': 'AQAB'}"));
  }

  @Test
  void brokenJsonShowsNothingOfTheFile() {
    Throwable refusal =
        catchThrowable(() -> MemoryFiles.clinicWithKey("'secret': '" + LONG_CANARY + "',").load());

    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    assertThat(everythingThatALogShows(refusal))
        .contains("partners.json: line 1, column ")
        .doesNotContain(CANARY);
  }

  @Test
  void mistakeElsewhereInThePartnerShowsNothingOfItsKeys() {
    Throwable refusal =
        catchThrowable(
            () ->
                MemoryFiles.clinic(
                        "'keys': [{'secret': '" + LONG_CANARY + "', 'kid': 'k'}], 'x': true")
                    .load());

    assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
    assertThat(everythingThatALogShows(refusal))
        .contains("unknown member \"x\"")
        .doesNotContain(CANARY);
  }

  private static String everythingThatALogShows(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
