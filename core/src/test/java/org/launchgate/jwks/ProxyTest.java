package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.launchgate.profile.SigningAlgorithm.RS256;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.PartnerKey;

/** Sets that are fetched through a proxy. */
@Timeout(30)
class ProxyTest {
  private static final String OPEN = "HTTP/1.1 200 Connection established\r\nVia: test";

  /** For other.example, which no name server knows: only the proxy can lead there. */
  private final JwksServer server = new JwksServer(TestTls.OTHER_HOST);

  private final RemoteKeySets sets = new RemoteKeySets(Clock.systemUTC());

  @AfterEach
  void close() {
    sets.close();
    server.close();
  }

  private static FetchSettings.Builder trusting() {
    return FetchSettings.builder().trustStore(TestTls.OTHER_HOST.trust());
  }

  private List<PartnerKey> fetch(String url, FetchSettings settings) {
    RemoteKeySet set = sets.at("xis", URI.create(url));
    sets.activate(settings, Set.of(set));
    KeyResolver keys = set.resolver(Set.of(RS256), Set.of());
    return keys.resolve(TestPartner.zorgdomein(), Optional.of("k1"), RS256);
  }

  @Test
  void setIsFetchedThroughTheProxyWhichResolvesTheName() throws IOException {
    try (ConnectProxy proxy = new ConnectProxy(OPEN, server.port())) {
      FetchSettings settings = trusting().proxy("127.0.0.1", proxy.port()).build();

      assertThat(fetch("https://other.example/jwks.json", settings)).hasSize(1);
      assertThat(proxy.requests())
          .containsExactly("CONNECT other.example:443 HTTP/1.1\r\nHost: other.example:443\r\n\r\n");
      assertThat(server.requests().get(0)).contains("Host=[other.example]");
    }
  }

  @Test
  void hostNameIsVerifiedThroughTheProxyToo() throws IOException {
    try (ConnectProxy proxy = new ConnectProxy(OPEN, server.port())) {
      FetchSettings settings = trusting().proxy("127.0.0.1", proxy.port()).build();

      assertThatThrownBy(() -> fetch("https://third.example/jwks.json", settings))
          .hasMessageContaining("No subject alternative DNS name matching");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void proxyThatDoesNotOpenAWayFails() throws IOException {
    String needsPassword = "HTTP/1.1 407 Proxy Authentication Required";
    try (ConnectProxy proxy = new ConnectProxy(needsPassword, server.port())) {
      FetchSettings settings = trusting().proxy("127.0.0.1", proxy.port()).build();

      assertThatThrownBy(() -> fetch("https://other.example/", settings))
          .hasMessageEndingWith("the proxy answered 407");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.1", "127.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "localhost", "x.localhost"})
  void privateAddressInTheUrlIsRefusedBeforeTheProxyIsAsked(String host) throws IOException {
    try (ConnectProxy proxy = new ConnectProxy(OPEN, server.port())) {
      FetchSettings settings = trusting().proxy("127.0.0.1", proxy.port()).build();

      assertThatThrownBy(() -> fetch("https://" + host + "/", settings))
          .hasMessageContaining("an address that is not public");
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @Test
  void selectorDecidesByAddress() throws IOException {
    try (ConnectProxy proxy = new ConnectProxy(OPEN, server.port())) {
      ProxySelector selector =
          selecting(
              new Proxy(
                  Proxy.Type.HTTP,
                  new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port())));

      assertThat(fetch("https://other.example/", trusting().proxy(selector).build())).hasSize(1);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void socksProxyFailsWithItsReason() {
    ProxySelector selector =
        selecting(
            new Proxy(
                Proxy.Type.SOCKS, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1)));

    assertThatThrownBy(() -> fetch("https://other.example/", trusting().proxy(selector).build()))
        .hasMessageContaining("a SOCKS proxy is set, which is not supported");
  }

  @Test
  void proxyOfTheJvmIsTheDefault() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    try (ConnectProxy proxy = new ConnectProxy(OPEN, server.port())) {
      ProxySelector.setDefault(
          ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));

      assertThat(fetch("https://other.example/", trusting().build())).hasSize(1);
      assertThat(proxy.requests()).hasSize(1);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static ProxySelector selecting(Proxy proxy) {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        assertThat(uri).hasHost("other.example");
        return List.of(proxy);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        throw new AssertionError("is never told", failure);
      }
    };
  }
}
