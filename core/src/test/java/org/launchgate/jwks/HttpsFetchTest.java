package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.jwks.TestJwks.set;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.MovableClock;
import org.launchgate.TestPartner;
import org.launchgate.jwks.JwksServer.Answer;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;

/** Sets that are fetched from real servers over TLS, good and bad ones. */
@Timeout(30)
class HttpsFetchTest {
  private static final byte[] GOOD = set(rsa("k1"));
  private static final Limits PATIENT = limits(2_000, 10_000);

  private static Limits limits(int connectMillis, int wholeMillis) {
    return new Limits(
        Duration.ofMillis(connectMillis),
        Duration.ofMillis(wholeMillis),
        Duration.ofSeconds(20),
        Limits.STANDARD.pause(),
        Limits.STANDARD.longestPause(),
        Duration.ofMillis(10));
  }

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private final JwksServer server = new JwksServer(TestTls.LOCALHOST);
  private RemoteKeySets sets = new RemoteKeySets(clock, PATIENT, InetAddress::getAllByName);

  @AfterEach
  void close() {
    sets.close();
    server.close();
  }

  /** On this machine, without a proxy, with the servers' certificate trusted. */
  private static FetchSettings.Builder local() {
    return FetchSettings.builder()
        .allowPrivateAddresses(true)
        .proxy(HttpClient.Builder.NO_PROXY)
        .trustStore(TestTls.LOCALHOST.trust());
  }

  private KeyResolver fetched(URI url, FetchSettings settings) {
    RemoteKeySet set = sets.at("xis", url);
    sets.activate(settings, Set.of(set));
    return set.resolver(Set.of(RS256), Set.of());
  }

  private static List<String> ask(KeyResolver keys, String keyId) {
    return keys.resolve(TestPartner.zorgdomein(), Optional.of(keyId), RS256).stream()
        .map(key -> key.keyId().orElse("none"))
        .toList();
  }

  private void succeeds(URI url) {
    assertThat(ask(fetched(url, local().build()), "k1")).containsExactly("k1");
  }

  private void fails(URI url, String reason) {
    fails(url, local().build(), reason);
  }

  private void fails(URI url, FetchSettings settings, String reason) {
    KeyResolver keys = fetched(url, settings);
    assertThatThrownBy(() -> ask(keys, "k1"))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageStartingWith("JWKS of partner xis at " + url.getHost())
        .hasMessageContaining(reason)
        .hasMessageNotContaining("jwks.json");
  }

  // -- what is sent

  @Test
  void requestIsAPlainGetThatAsksForNoCompressionAndNoMoreRequests() {
    succeeds(server.url());

    assertThat(server.requests()).singleElement().asString().startsWith("GET /jwks.json?v=1 {");
    assertThat(server.requests().get(0))
        .contains("Host=[localhost:" + server.port() + "]", "Connection=[close]")
        .doesNotContain("Accept-encoding", "Cookie", "Authorization", "If-none-match");
  }

  @Test
  void hostMayBeAnIpAddressThatTheCertificateNames() {
    succeeds(URI.create("https://127.0.0.1:" + server.port() + "/"));
  }

  @Test
  void nextAddressIsTriedWhenOneDoesNotAnswer() throws UnknownHostException {
    InetAddress[] both = {
      InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress(),
    };
    sets.close();
    sets = new RemoteKeySets(clock, PATIENT, host -> both);

    succeeds(server.url());
  }

  // -- what may be answered

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/jwk-set+json",
        "Application/JSON; charset=utf-8",
        "text/plain;charset=UTF-8",
        "text/json"
      })
  void typeOfJsonOrPlainTextIsTaken(String type) {
    server.answers(Answer.typed(type, GOOD));
    succeeds(server.url());
  }

  @Test
  void absentTypeIsTaken() {
    server.answers(Answer.good(Map.of(), GOOD));
    succeeds(server.url());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/xml", "application/octet-stream", "json", "*/*"})
  void otherTypeFailsWhateverItHolds(String type) {
    server.answers(Answer.typed(type, GOOD));
    fails(server.url(), "the answer is " + type + ", not application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 304, 400, 401, 403, 404, 429, 500, 503})
  void otherStatusFails(int status) {
    server.answers(Answer.of(status, Map.of("Content-Type", "application/json")));
    fails(server.url(), "the server answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  @Clause("V-17")
  void redirectIsNotFollowed(int status) {
    try (JwksServer target = new JwksServer(TestTls.LOCALHOST)) {
      server.answers(Answer.of(status, Map.of("Location", target.url().toString())));
      fails(server.url(), "answered " + status + "; redirects are not followed");

      assertThat(target.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void chunkedAnswerIsRead() {
    server.answers(Answer.json(GOOD).inChunks());
    succeeds(server.url());
  }

  @Test
  void hugeAnswerFailsWithAndWithoutItsLength() {
    server.answers(Answer.json(new byte[AnswerBody.MAX_BYTES + 1]));
    fails(server.url(), "larger than 512 KiB");

    server.answers(Answer.json(new byte[20 * AnswerBody.MAX_BYTES]).inChunks());
    clock.advance(Duration.ofSeconds(30));
    Eventually.holds("a second fetch", () -> server.requests().size() == 2);
    fails(server.url(), "larger than 512 KiB");
  }

  @Test
  void compressedAnswerFails() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(GOOD);
    }
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Content-Encoding", "gzip");
    server.answers(Answer.good(headers, packed.toByteArray()));

    fails(server.url(), "the answer is encoded (gzip), which was not asked for");
  }

  @Test
  void garbageFails() {
    server.answers(Answer.json("{\"keys\": [".getBytes(StandardCharsets.UTF_8)));
    fails(server.url(), "the answer cannot be read as JSON");
  }

  @Test
  void rotatedKeyIsFoundByTheFirstLaunchThatNamesIt() {
    KeyResolver keys = fetched(server.url(), local().build());
    assertThat(ask(keys, "k1")).containsExactly("k1");
    server.answers(Answer.json(set(rsa("k2"))));
    clock.advance(Duration.ofSeconds(30));

    assertThat(ask(keys, "k2")).containsExactly("k2");
    assertThat(ask(keys, "k1")).isEmpty();
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void cacheControlOfTheServerDecidesWhenItIsAskedAgain() {
    server.answers(Answer.good(Map.of("Cache-Control", "public, max-age=120"), GOOD));
    succeeds(server.url());
    clock.advance(Duration.ofMinutes(2));

    Eventually.holds("a second fetch", () -> server.requests().size() == 2);
  }

  @Test
  void keysServeOnWhenTheServerIsGone() {
    KeyResolver keys = fetched(server.url(), local().build());
    assertThat(ask(keys, "k1")).containsExactly("k1");
    server.close();
    clock.advance(Duration.ofHours(23));

    assertThat(ask(keys, "k1")).containsExactly("k1");
  }

  // -- servers that are slow, dead or no servers

  @Test
  void refusedConnectionFails() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    fails(URI.create("https://127.0.0.1:" + port + "/"), "no connection");
  }

  @Test
  void unknownHostFails() {
    sets.close();
    sets =
        new RemoteKeySets(
            clock,
            PATIENT,
            (HostNames)
                host -> {
                  throw new UnknownHostException(host);
                });
    fails(URI.create("https://nobody.example/"), "the host name nobody.example is not known");
  }

  @Test
  void hostThatDoesNotAnswerTheConnectionFailsAtTheLimitOfConnecting() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    restart(limits(300, 10_000));
    // A queue of one that nobody empties: further connections are neither taken nor refused.
    try (ServerSocket full = new ServerSocket(0, 1, loopback)) {
      List<Socket> fillers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Socket filler = new Socket();
        fillers.add(filler);
        try {
          filler.connect(full.getLocalSocketAddress(), 100);
        } catch (IOException e) {
          break;
        }
      }
      long from = System.nanoTime();
      fails(URI.create("https://127.0.0.1:" + full.getLocalPort() + "/"), "no connection in time");
      assertThat(Duration.ofNanos(System.nanoTime() - from))
          .isBetween(Duration.ofMillis(300), Duration.ofMillis(4_000));
      for (Socket filler : fillers) {
        filler.close();
      }
    }
  }

  private void restart(Limits limits) {
    sets.close();
    sets = new RemoteKeySets(clock, limits, InetAddress::getAllByName);
  }

  private void isCutOff(RawServer slow) {
    restart(limits(300, 500));
    long from = System.nanoTime();
    fails(slow.url(), "it took longer than 500 ms");
    assertThat(Duration.ofNanos(System.nanoTime() - from))
        .isBetween(Duration.ofMillis(500), Duration.ofMillis(4_000));
    Eventually.holds("the fetch has ended", () -> !isFetching());
  }

  /** Whether a thread stands in the middle of a fetch. */
  private static boolean isFetching() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("launchgate-jwks-fetch"))
        .flatMap(thread -> List.of(thread.getValue()).stream())
        .anyMatch(frame -> frame.getClassName().equals(HttpsKeyFetcher.class.getName()));
  }

  @Test
  void serverThatTakesTheConnectionAndSaysNothingIsCutOff() throws IOException {
    try (RawServer slow = new RawServer(null, socket -> Thread.sleep(20_000))) {
      isCutOff(slow);
    }
  }

  @Test
  void serverThatDoesNotAnswerTheRequestIsCutOff() throws IOException {
    try (RawServer slow =
        new RawServer(
            TestTls.LOCALHOST,
            socket -> {
              int unused = socket.getInputStream().read();
              Thread.sleep(20_000);
            })) {
      isCutOff(slow);
    }
  }

  @Test
  void serverThatDripsHeadersIsCutOff() throws IOException {
    try (RawServer slow =
        new RawServer(
            TestTls.LOCALHOST,
            socket -> drip(socket.getOutputStream(), "HTTP/1.1 200 OK\r\nX: "))) {
      isCutOff(slow);
    }
  }

  @Test
  void serverThatDripsABodyIsCutOff() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n";
    try (RawServer slow =
        new RawServer(TestTls.LOCALHOST, socket -> drip(socket.getOutputStream(), head))) {
      isCutOff(slow);
    }
  }

  private static void drip(OutputStream out, String start)
      throws IOException, InterruptedException {
    out.write(start.getBytes(StandardCharsets.US_ASCII));
    while (!Thread.currentThread().isInterrupted()) {
      out.write(' ');
      out.flush();
      Thread.sleep(50);
    }
  }

  @Test
  void serverThatSpeaksNoTlsFails() throws IOException {
    try (RawServer plain =
        new RawServer(
            null,
            socket ->
                socket
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII)))) {
      fails(plain.url(), "TLS failed");
    }
  }

  @Test
  void serverThatClosesInTheMiddleFails() throws IOException {
    try (RawServer broken =
        new RawServer(
            TestTls.LOCALHOST,
            socket -> {
              int unused = socket.getInputStream().read();
              socket
                  .getOutputStream()
                  .write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"
                          .getBytes(StandardCharsets.US_ASCII));
            })) {
      fails(broken.url(), "the answer ended early");
    }
  }

  // -- who the server is

  @Test
  void certificateThatIsNotTrustedFails() {
    FetchSettings others = local().trustStore(TestTls.OTHER_HOST.trust()).build();
    fails(server.url(), others, "TLS failed");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void trustStoreOfTheJvmDoesNotKnowATestCertificate() {
    FetchSettings usual =
        FetchSettings.builder()
            .allowPrivateAddresses(true)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    fails(server.url(), usual, "TLS failed");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void certificateOfAnotherHostFailsThoughItIsTrusted() {
    try (JwksServer other = new JwksServer(TestTls.OTHER_HOST)) {
      FetchSettings trusting = local().trustStore(TestTls.OTHER_HOST.trust()).build();
      fails(other.url(), trusting, "No subject alternative DNS name matching");
      assertThat(other.requests()).isEmpty();
    }
  }

  // -- where the server is

  @Test
  @Clause("V-17")
  void privateAddressFailsUnlessItIsAllowed() throws IOException {
    FetchSettings usual =
        FetchSettings.builder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .trustStore(TestTls.LOCALHOST.trust())
            .build();
    try (RawServer local = new RawServer(null, socket -> {})) {
      fails(local.url(), usual, "an address that is not public, which must be allowed");
      assertThat(local.connections()).isZero();
    }
  }

  @Test
  void oneAddressThatIsNotPublicFailsThemAll() throws IOException {
    InetAddress[] addresses = {
      InetAddress.getByName("192.0.3.1"), InetAddress.getLoopbackAddress()
    };
    sets.close();
    sets = new RemoteKeySets(clock, PATIENT, host -> addresses);
    fails(URI.create("https://xis.example/"), FetchSettings.defaults(), "is not public");
  }

  @Test
  void nameIsResolvedOnceSoThatItsAddressCannotChangeAfterTheCheck() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    sets.close();
    sets =
        new RemoteKeySets(
            clock,
            PATIENT,
            host -> {
              // The second look-up of a rebinding name would lead to this machine.
              String address = looks.getAndIncrement() == 0 ? "192.0.3.1" : "127.0.0.1";
              return new InetAddress[] {InetAddress.getByName(address)};
            });
    FetchSettings publicOnly = FetchSettings.builder().proxy(HttpClient.Builder.NO_PROXY).build();
    try (RawServer local = new RawServer(null, socket -> {})) {
      fails(local.url(), publicOnly, "");
      assertThat(looks).hasValue(1);
      assertThat(local.connections()).isZero();
    }
  }
}
