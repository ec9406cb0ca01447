package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.LaunchVerifier;
import org.launchgate.LogCapture;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.partner.PartnersFile;
import org.launchgate.spi.LaunchUnavailableException;

/** A partners file with keys by URL, from the file to the verdict, over real HTTPS. */
class PartnersFileFetchTest {
  private static final String ONE_OF_SEVERAL = "partner \"xis\": keys[0]: \"jwks\" ";

  @TempDir Path folder;
  private final JwksServer server = new JwksServer(TestTls.LOCALHOST);
  private @Nullable PartnersFile opened;

  @BeforeEach
  void writeTrustStore() throws Exception {
    TestTls.LOCALHOST.writeTrust(folder.resolve("trust.p12"), "trust-me-1");
  }

  @AfterEach
  void closeAll() {
    if (opened != null) {
      opened.close();
    }
    server.close();
    Eventually.noThreadsAreLeft();
  }

  private static final String FETCH =
      "{'allowPrivateAddresses': true,"
          + " 'trustStore': {'file': 'trust.p12', 'password': 'trust-me-1'}}";

  private ConfigSource file() {
    return ConfigSource.file(folder.resolve("partners.json"));
  }

  private void write(String fetch, String... partners) throws Exception {
    String json = "{'jwksFetch': " + fetch + ", 'partners': [" + String.join(", ", partners) + "]}";
    Files.writeString(folder.resolve("partners.json"), json.replace('\'', '"'));
  }

  private String xis(String keys) {
    return "{'id': 'xis', 'profile': 'zorgdomein', 'issuer': 'Demo XIS', 'keys': [" + keys + "]}";
  }

  private String url() {
    return "{'jwks': '" + server.url() + "'}";
  }

  private LaunchVerifier open() {
    PartnersFile partners = PartnersFile.of(file()).open();
    opened = partners;
    return LaunchVerifier.builder().partners(partners).build();
  }

  private static TokenBuilder token(String keyId) {
    return TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), Instant.now().getEpochSecond())
        .header("kid", keyId);
  }

  private static boolean accepts(LaunchVerifier verifier, TokenBuilder token) {
    try {
      return verifier.verify(token.token(), Arrival.query("token")) instanceof Verdict.Accepted;
    } catch (LaunchUnavailableException e) {
      return false;
    }
  }

  @Test
  void tokenOfAKeyThatIsFetchedIsAccepted() throws Exception {
    write(FETCH, xis(url()));

    LaunchVerifier verifier = open();

    Eventually.holds("accepted", () -> accepts(verifier, token("k1")));
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void firstLaunchWaitsForTheFirstFetch() throws Exception {
    write(FETCH, xis(url()));

    assertThat(accepts(open(), token("k1"))).isTrue();
  }

  @Test
  void unknownKeyIdIsRefusedOnceTheSetWasFetched() throws Exception {
    write(FETCH, xis(url()));
    LaunchVerifier verifier = open();
    Eventually.holds("accepted", () -> accepts(verifier, token("k1")));

    Verdict verdict = verifier.verify(token("other").token(), Arrival.query("token"));

    assertThat(((Verdict.Refused) verdict).refusal().reason()).isEqualTo(RefusalReason.KEY_UNKNOWN);
  }

  @Test
  void privateAddressIsNoVerdictUnlessTheFileAllowsIt() throws Exception {
    write(FETCH.replace("true", "false"), xis(url()));
    LaunchVerifier verifier = open();

    assertThatThrownBy(() -> verifier.verify(token("k1").token(), Arrival.query("token")))
        .isInstanceOf(LaunchUnavailableException.class);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void keyBesideTheUrlNeedsNoServer() throws Exception {
    String pem =
        TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded())
            .replace("\n", "\\n");
    write(FETCH, xis(url() + ", {'kid': 'own', 'pem': '" + pem + "'}"));
    server.close();

    assertThat(accepts(open(), token("own"))).isTrue();
  }

  @Test
  void keysOutliveAChangeOfTheFileWhileTheServerIsDown() throws Exception {
    write(FETCH, xis(url()));
    LaunchVerifier verifier = open();
    Eventually.holds("accepted", () -> accepts(verifier, token("k1")));
    server.close();

    try (LogCapture log = new LogCapture()) {
      write(
          FETCH,
          xis(url()),
          "{'id': 'other', 'profile': 'exorlive', 'pathOnly': true, 'keys':"
              + " [{'secretText': 'a secret of no less than 32 bytes'}]}");
      Eventually.holds("loaded", () -> log.all().contains("loaded anew, 2 partner(s)"));
    }

    assertThat(accepts(verifier, token("k1"))).isTrue();
  }

  @Test
  void notAfterOfTheEntryHoldsForEveryKeyOfTheSet() throws Exception {
    write(FETCH, xis("{'jwks': '" + server.url() + "', 'notAfter': '2026-01-01T00:00:00Z'}"));

    try (LogCapture log = new LogCapture()) {
      Verdict verdict = open().verify(token("k1").token(), Arrival.query("token"));

      assertThat(((Verdict.Refused) verdict).refusal().reason())
          .isEqualTo(RefusalReason.KEY_NOT_VALID);
      assertThat(log.lines("SEVERE"))
          .containsExactly(
              "SEVERE partner xis: its key set that is fetched by URL has ended at"
                  + " 2026-01-01T00:00:00Z; launches with it are refused");
    }
  }

  @Test
  void secondUrlIsAskedWhereTheFirstHasNoSuchKey() throws Exception {
    try (JwksServer second = new JwksServer(TestTls.LOCALHOST)) {
      second.answers(JwksServer.Answer.json(TestJwks.set(TestJwks.rsa("k2"))));
      write(FETCH, xis(url() + ", {'jwks': '" + second.url() + "'}"));
      LaunchVerifier verifier = open();

      Eventually.holds("accepted", () -> accepts(verifier, token("k2")));
      Eventually.holds("accepted", () -> accepts(verifier, token("k1")));
    }
  }

  @Test
  void partnerThatIsSwitchedOffIsNotFetchedFor() throws Exception {
    write(
        FETCH,
        xis(url()).replace("'id'", "'enabled': false, 'id'"),
        "{'id': 'other', 'profile': 'exorlive', 'pathOnly': true, 'keys':"
            + " [{'secretText': 'a secret of no less than 32 bytes'}]}");

    open();

    assertThat(Eventually.threads()).isEmpty();
  }

  private void refuses(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(this::open)
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("trust-me"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/jwks.json",
        "https://user@localhost/jwks.json",
        "https://localhost/jwks.json#a",
        "ftp://localhost/jwks.json",
        "https:///jwks.json"
      })
  void urlThatMayNotBeFetchedIsAMistake(String text) throws Exception {
    write(FETCH, xis("{'jwks': '" + text + "'}"));

    assertThatIllegalArgumentException()
        .isThrownBy(this::open)
        .withMessageContaining(ONE_OF_SEVERAL);
  }

  @Test
  void sameUrlTwiceInAPartnerIsAMistake() throws Exception {
    write(FETCH, xis(url() + ", " + url()));

    refuses("keys[1]: \"jwks\" names a URL that another key of this partner names");
  }

  @Test
  void partnerWithoutIssuerThatIsToldByItsKeysIsAMistake() throws Exception {
    write(FETCH, "{'id': 'clinic', 'profile': 'exorlive', 'keys': [" + url() + "]}");

    refuses("are fetched by URL, and there is no \"issuer\"");
  }

  @Test
  void urlThatTwoPartnersWithoutIssuerShareIsAMistake() throws Exception {
    String clinic =
        "{'id': '%s', 'profile': 'exorlive', 'pathOnly': true, 'keys': [" + url() + "]}";
    write(FETCH, clinic.formatted("one"), clinic.formatted("two"));

    refuses("partners \"one\" and \"two\" have no \"issuer\" and share the URL of their keys");
  }

  @Test
  void urlInAFileThatIsReadOnceIsAMistake() throws Exception {
    write(FETCH, xis(url()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfiguredPartners.load(file()))
        .withMessageContaining("is fetched only for a partners file that is watched");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'allowPrivateAddresses': 'yes'}                                | jwksFetch: "allowPrivateAddresses" must be true or false
          {'keepKeysFor': 299}                                            | jwksFetch: "keepKeysFor" must be a whole number of seconds from 300 to 2592000
          {'keepKeysFor': 2592001}                                        | jwksFetch: "keepKeysFor" must be
          {'proxy': 'proxy.example:3128'}                                 | jwksFetch: "proxy" must be the address of a proxy, such as
          {'proxy': 'http://proxy.example'}                               | jwksFetch: "proxy" must be
          {'proxy': 'https://proxy.example:3128'}                         | jwksFetch: "proxy" must be
          {'proxy': 'http://proxy.example:3128/'}                         | jwksFetch: "proxy" must be
          {'trustStore': 'trust.p12'}                                     | jwksFetch: trustStore: must be an object
          {'trustStore': {'file': 'trust.p12'}}                           | trustStore: "password" is missing
          {'trustStore': {'file': 'none.p12', 'password': 'trust-me-2'}}  | trustStore: "file" names the file
          {'trustStore': {'file': 'trust.p12', 'password': 'trust-me-2'}} | trustStore: "file" does not open with the "password"
          {'redirects': true}                                             | jwksFetch: unknown member "redirects"
          """)
  void mistakeInHowToFetchIsToldWithItsPlace(String fetch, String message) throws Exception {
    write(fetch, xis(url()));

    refuses(message);
  }

  @ParameterizedTest
  @CsvSource({"300", "2592000"})
  void edgesOfKeepingAreAllowed(int seconds) throws Exception {
    write("{'keepKeysFor': " + seconds + "}", xis(url()));

    open();
  }
}
