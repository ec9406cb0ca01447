package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.jwks.TestJwks.rsa;
import static org.launchgate.jwks.TestJwks.set;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.launchgate.TestPartner;
import org.launchgate.jwks.JwksServer.Answer;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.PartnerKey;

/**
 * What a fetch leaves alone and what it bounds, where clients of HTTP differ: a second attempt,
 * threads and cookies of the whole JVM, answers that have no end, from a server or from a proxy.
 */
@Timeout(30)
class FetchRestraintTest {
  private static final byte[] GOOD = set(rsa("k1"));
  private static final String INTERIM = "HTTP/1.1 100 Continue\r\n\r\n";
  private static final String STATUS = "HTTP/1.1 200 OK\r\n";

  /** Only a proxy can lead there. */
  private static final URI FAR = URI.create("https://other.example/jwks.json");

  private final RemoteKeySets sets =
      new RemoteKeySets(
          Clock.systemUTC(),
          new Limits(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(20),
              Limits.STANDARD.pause(),
              Limits.STANDARD.longestPause(),
              Duration.ofMillis(10)),
          InetAddress::getAllByName);

  @AfterEach
  void close() {
    sets.close();
  }

  private static FetchSettings direct() {
    return FetchSettings.builder()
        .allowPrivateAddresses(true)
        .proxy(HttpClient.Builder.NO_PROXY)
        .trustStore(TestTls.LOCALHOST.trust())
        .build();
  }

  private static FetchSettings through(int proxyPort) {
    return FetchSettings.builder()
        .trustStore(TestTls.OTHER_HOST.trust())
        .proxy("127.0.0.1", proxyPort)
        .build();
  }

  private List<PartnerKey> fetch(URI url, FetchSettings settings) {
    RemoteKeySet set = sets.at("xis", url);
    sets.activate(settings, Set.of(set));
    KeyResolver keys = set.resolver(Set.of(RS256), Set.of());
    return keys.resolve(TestPartner.zorgdomein(), Optional.of("k1"), RS256);
  }

  private void fails(URI url, FetchSettings settings, String reason) {
    assertThatThrownBy(() -> fetch(url, settings)).hasMessageEndingWith(reason);
  }

  // -- what servers do

  private static void readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client left");
      }
      request.append((char) next);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends the same for ever, as fast as it is taken. */
  private static RawServer.Talk flood(String first, String more) {
    return socket -> {
      readRequest(socket);
      OutputStream out = socket.getOutputStream();
      out.write(ascii(first));
      byte[] part = ascii(more.repeat(100));
      while (!Thread.currentThread().isInterrupted()) {
        out.write(part);
      }
    };
  }

  /** Sends a byte now and then. */
  private static RawServer.Talk drip(String first) {
    return socket -> {
      readRequest(socket);
      OutputStream out = socket.getOutputStream();
      out.write(ascii(first));
      while (!Thread.currentThread().isInterrupted()) {
        out.write('x');
        out.flush();
        Thread.sleep(50);
      }
    };
  }

  // -- the server

  @Test
  void requestThatWasNotAnsweredIsNotSentAgain() throws IOException {
    try (RawServer server = new RawServer(TestTls.LOCALHOST, FetchRestraintTest::readRequest)) {
      fails(server.url(), direct(), "the answer ended early");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void interimAnswersWithoutEndFail() throws IOException {
    try (RawServer server = new RawServer(TestTls.LOCALHOST, flood("", INTERIM))) {
      fails(server.url(), direct(), "the answer does not begin");
    }
  }

  @Test
  void headWithoutEndFails() throws IOException {
    try (RawServer server = new RawServer(TestTls.LOCALHOST, flood(STATUS, "a: b\r\n"))) {
      fails(server.url(), direct(), "the head of the answer is too large");
    }
  }

  // -- the JVM

  @Test
  void connectionThatTheServerWouldKeepIsClosedAndLeavesNoThreadOfTheJdk() throws IOException {
    String head =
        STATUS
            + "Connection: keep-alive\r\nKeep-Alive: timeout=3600\r\nContent-Length: "
            + GOOD.length
            + "\r\n\r\n";
    try (RawServer server =
        new RawServer(
            TestTls.LOCALHOST,
            socket -> {
              readRequest(socket);
              socket.getOutputStream().write(ascii(head));
              socket.getOutputStream().write(GOOD);
              int unused = socket.getInputStream().read();
            })) {
      assertThat(fetch(server.url(), direct())).hasSize(1);
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.startsWith("Keep-Alive"));
    }
  }

  @Test
  void cookiesOfTheJvmAreNeitherSentNorStored() {
    CookieHandler before = CookieHandler.getDefault();
    CookieManager cookies = new CookieManager();
    CookieHandler.setDefault(cookies);
    try (JwksServer server = new JwksServer(TestTls.LOCALHOST)) {
      HttpCookie own = new HttpCookie("session", "of-another-client");
      own.setPath("/");
      cookies.getCookieStore().add(server.url(), own);
      server.answers(Answer.good(Map.of("Set-Cookie", "a=b; Path=/"), GOOD));

      assertThat(fetch(server.url(), direct())).hasSize(1);
      assertThat(server.requests()).singleElement().asString().doesNotContain("Cookie");
      assertThat(cookies.getCookieStore().getCookies()).containsExactly(own);
    } finally {
      CookieHandler.setDefault(before);
    }
  }

  // -- the proxy

  @Test
  void interimAnswersOfAProxyWithoutEndFail() throws IOException {
    try (RawServer proxy = new RawServer(null, flood("", INTERIM))) {
      fails(FAR, through(proxy.port()), "the answer does not begin");
    }
  }

  @Test
  void headOfAProxyWithoutEndFails() throws IOException {
    try (RawServer proxy = new RawServer(null, flood(STATUS, "a: b\r\n"))) {
      fails(FAR, through(proxy.port()), "the head of the answer is too large");
    }
  }

  @Test
  void proxyThatDripsItsAnswerIsCutOff() throws IOException {
    try (RawServer proxy = new RawServer(null, drip(STATUS + "X: "))) {
      fails(FAR, through(proxy.port()), "it took longer than 2000 ms");
      Eventually.holds("the fetch has ended", () -> !HttpsFetchTest.isFetching());
      assertThat(proxy.connections()).isEqualTo(1);
    }
  }

  @Test
  void serverThatDripsBehindAProxyIsCutOff() throws IOException {
    try (RawServer server = new RawServer(TestTls.OTHER_HOST, drip(STATUS + "X: "));
        ConnectProxy proxy = new ConnectProxy("HTTP/1.1 200 OK", server.port())) {
      fails(FAR, through(proxy.port()), "it took longer than 2000 ms");
      Eventually.holds("the fetch has ended", () -> !HttpsFetchTest.isFetching());
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void proxyIsAskedOnceThoughTheServerBehindItDoesNotAnswer() throws IOException {
    try (RawServer server = new RawServer(TestTls.OTHER_HOST, FetchRestraintTest::readRequest);
        ConnectProxy proxy = new ConnectProxy("HTTP/1.1 200 OK", server.port())) {
      fails(FAR, through(proxy.port()), "the answer ended early");
      assertThat(proxy.requests()).hasSize(1);
    }
  }
}
