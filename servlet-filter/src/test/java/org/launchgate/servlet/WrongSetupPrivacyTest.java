package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.TokenPieces;

/**
 * Whatever is wrong with the set-up, neither the message that stops the start, nor its causes, nor
 * the log holds a secret of it. What is wrong with a key alone is in {@code
 * NoSecretInMessagesTest}.
 */
class WrongSetupPrivacyTest {
  private static final String MARK = "kanarie";
  private static final String SHARED = "kanarieSharedSecretOfMoreThan32Bytes0123456";
  private static final String PASSWORD = "kanariePassword";
  private static final String AUDIT_KEY = "kanarieAuditKeyOfAtLeast32Characters";
  private static final String PRIVATE_KEY =
      TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded());

  @TempDir Path folder;

  private final TokenPieces privateKey = new TokenPieces();

  @BeforeEach
  void write() throws Exception {
    PRIVATE_KEY.lines().filter(line -> !line.startsWith("-")).forEach(privateKey::add);
    Files.writeString(folder.resolve("receiver.pem"), PRIVATE_KEY);
    try (OutputStream out = Files.newOutputStream(folder.resolve("store.p12"))) {
      keystore().store(out, PASSWORD.toCharArray());
    }
  }

  private static KeyStore keystore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    byte[] secret = SHARED.getBytes(StandardCharsets.US_ASCII);
    store.setKeyEntry(
        "tatooine", new SecretKeySpec(secret, "HmacSHA256"), PASSWORD.toCharArray(), null);
    return store;
  }

  private static String file(String partners, String rest) {
    return "{\"partners\": [%s]%s}".formatted(partners, rest).replace('\'', '"');
  }

  private static String partner(String more) {
    return "{'id': 'tatooine', 'profile': 'exorlive', 'keys': [{'secretText': '"
        + SHARED
        + "', 'kid': 'k'}]"
        + more
        + "}";
  }

  static Stream<Arguments> wrongFiles() {
    String inline = PRIVATE_KEY.replace("\n", "\\n");
    String own = "'decryptionKeys': [{%s}]";
    return Stream.of(
        argumentSet("JSON that breaks off", partner("") + ",", ""),
        argumentSet("unknown member", partner(", 'colour': 'red'"), ""),
        argumentSet("issuer that is no text", partner(", 'issuer': 1"), ""),
        argumentSet(
            "two partners with one secret",
            partner("") + ", " + partner("").replace("'tatooine'", "'naboo'"),
            ""),
        argumentSet(
            "two keys with one kid",
            partner("").replace("}]", "}, {'secretText': '" + SHARED + "2', 'kid': 'k'}]"),
            ""),
        argumentSet(
            "secret for an algorithm that needs a longer one",
            partner(", 'algorithms': ['HS512']"),
            ""),
        argumentSet(
            "keystore with another password",
            keystore("'alias': 'tatooine', 'password': '" + PASSWORD + "2'"),
            ""),
        argumentSet(
            "keystore without that alias",
            keystore("'alias': 'none', 'password': '" + PASSWORD + "'"),
            ""),
        argumentSet("private key of a partner", withKey("'pem': '" + inline + "'"), ""),
        argumentSet("private key of a partner by file", withKey("'pem': 'receiver.pem'"), ""),
        argumentSet(
            "secret from a file that is not there", withKey("'secret': '${file:/kan}'"), ""),
        argumentSet(
            "two decryption keys, one without kid",
            partner(""),
            ", " + own.formatted("'pem': 'receiver.pem'}, {'pem': 'receiver.pem', 'kid': 'k'")),
        argumentSet(
            "decryption key beside an unknown member",
            partner(""),
            ", " + own.formatted("'pem': '" + inline + "', 'colour': 'red'")),
        argumentSet(
            "decryption key that is broken",
            partner(""),
            ", " + own.formatted("'pem': '" + inline.replace("MII", "MIJ") + "'")),
        argumentSet(
            "decryption key in a keystore with another password",
            partner(""),
            ", "
                + own.formatted(
                    "'keystore': 'store.p12', 'alias': 'tatooine', 'password': '"
                        + PASSWORD
                        + "', 'keyPassword': '"
                        + PASSWORD
                        + "3'")),
        argumentSet(
            "trust store with another password",
            partner(""),
            ", 'jwksFetch': {'trustStore': {'file': 'store.p12', 'password': '"
                + PASSWORD
                + "2'}}"),
        argumentSet(
            "proxy with a password",
            partner(""),
            ", 'jwksFetch': {'proxy': 'http://user:" + PASSWORD + "@proxy.example:3128'}"),
        argumentSet(
            "key address with a password",
            withKey("'jwks': 'https://user:" + PASSWORD + "@portal.example/keys'"),
            ""));
  }

  private static String withKey(String members) {
    return "{'id': 'tatooine', 'profile': 'exorlive', 'pathOnly': true, 'keys': [{"
        + members
        + "}]}";
  }

  private static String keystore(String members) {
    return withKey("'keystore': 'store.p12', " + members);
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void startThatAPartnersFileStopsTellsNoSecret(String partners, String rest) throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), file(partners, rest));
    assertStopsWithoutASecret(FilterStubs.with("partners", file.toString()));
  }

  static Stream<Arguments> wrongParams() {
    return Stream.of(
        argumentSet("audit key that is too short", "auditKey", MARK),
        argumentSet("audit key under another name", "auditkey", AUDIT_KEY),
        argumentSet("secret in another param", "clockSkew", "${sys:launchgate.test.secret}"),
        argumentSet("secret as a switch", "jmx", "${sys:launchgate.test.secret}"),
        argumentSet("secret as a number", "auditQueue", "${sys:launchgate.test.secret}"),
        argumentSet("secret as a class", "launchListener", "${sys:launchgate.test.secret}"));
  }

  @ParameterizedTest
  @MethodSource("wrongParams")
  void startThatAParamStopsTellsNoSecret(String param, String value) throws Exception {
    System.setProperty("launchgate.test.secret", AUDIT_KEY);
    try {
      Path file = Files.writeString(folder.resolve("partners.json"), file(partner(""), ""));
      assertStopsWithoutASecret(FilterStubs.with("partners", file.toString(), param, value));
    } finally {
      System.clearProperty("launchgate.test.secret");
    }
  }

  @Test
  void auditKeyBesideClearIdentifiersIsNotTold() throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), file(partner(""), ""));
    assertStopsWithoutASecret(
        FilterStubs.with(
            "partners", file.toString(), "auditKey", AUDIT_KEY, "auditClearIdentifiers", "true"));
  }

  private void assertStopsWithoutASecret(FilterStubs stubs) {
    try (LogCapture log = LogCapture.ofEverything()) {
      Throwable stopped = catchThrowable(() -> new LaunchFilter().init(stubs.config()));
      assertThat(stopped).isInstanceOf(ServletException.class).hasMessageContaining("cannot start");
      assertTellsNoSecret(trace(stopped) + log.all());
    }
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void changeThatIsNotTakenTellsNoSecret(String partners, String rest) throws Exception {
    Path file = Files.writeString(folder.resolve("partners.json"), file(partner(""), ""));
    LaunchFilter filter = new LaunchFilter();
    try (LogCapture log = LogCapture.ofEverything()) {
      filter.init(FilterStubs.with("partners", file.toString()).config());
      Files.writeString(file, file(partners, rest));
      PartnersReloadTomcatTest.await(() -> !log.lines("SEVERE a change is not taken").isEmpty());
      assertTellsNoSecret(log.all());
    } finally {
      filter.destroy();
    }
  }

  private void assertTellsNoSecret(String told) {
    assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain(MARK);
    assertThat(privateKey.in(told)).isEmpty();
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
