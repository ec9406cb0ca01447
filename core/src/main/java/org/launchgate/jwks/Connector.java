package org.launchgate.jwks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Connects to the host of a JWK set, over TLS, with the host name verified.
 *
 * <p>The host is resolved once, every address is checked, and the connection goes to one of these
 * very addresses: no second look-up stands between check and use, so a name that changes its
 * address in between (DNS rebinding) gains nothing. Where a proxy is used, names are the proxy's to
 * resolve and to judge; an IP address in the URL and {@code localhost} are checked here all the
 * same.
 */
final class Connector {
  private static final int OK_FROM = 200;
  private static final int OK_BEFORE = 300;

  private final HostNames names;
  private final Duration connectLimit;

  Connector(HostNames names, Duration connectLimit) {
    this.names = names;
    this.connectLimit = connectLimit;
  }

  /** A TLS connection to the host; the caller closes the socket that {@code use} was given. */
  SSLSocket connect(KeySetUrl url, FetchSettings settings, AbortableSocket use)
      throws IOException, FetchFailure {
    Proxy proxy = settings.proxyFor(url.uri());
    Socket plain =
        switch (proxy.type()) {
          case DIRECT -> open(checkedAddresses(url, settings), url.port(), use);
          case HTTP -> tunnel(url, settings, (InetSocketAddress) proxy.address(), use);
          case SOCKS -> throw new FetchFailure("a SOCKS proxy is set, which is not supported");
        };
    return secure(plain, url, settings);
  }

  private List<InetAddress> checkedAddresses(KeySetUrl url, FetchSettings settings)
      throws FetchFailure {
    List<InetAddress> addresses = resolve(url.host());
    if (!settings.allowPrivateAddresses() && !addresses.stream().allMatch(PublicAddress::is)) {
      throw notPublic();
    }
    return addresses;
  }

  private static FetchFailure notPublic() {
    return new FetchFailure(
        "the host has an address that is not public, which must be allowed by configuration");
  }

  private List<InetAddress> resolve(String host) throws FetchFailure {
    try {
      return Arrays.asList(names.resolve(host));
    } catch (UnknownHostException e) {
      throw new FetchFailure("the host name " + host + " is not known");
    }
  }

  /** The first address that answers; each gets its share of the time that is left. */
  private Socket open(List<InetAddress> addresses, int port, AbortableSocket use)
      throws IOException, FetchFailure {
    long end = System.nanoTime() + connectLimit.toNanos();
    IOException last = new IOException("the host has no address");
    for (int i = 0; i < addresses.size(); i++) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()) / (addresses.size() - i);
      // Not Socket(): that would ask the JVM for a SOCKS proxy.
      Socket socket = new Socket(Proxy.NO_PROXY);
      use.use(socket);
      try {
        socket.connect(new InetSocketAddress(addresses.get(i), port), (int) Math.max(1, left));
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        AbortableSocket.close(socket);
        last = e;
      }
    }
    throw last;
  }

  private Socket tunnel(
      KeySetUrl url, FetchSettings settings, InetSocketAddress proxy, AbortableSocket use)
      throws IOException, FetchFailure {
    refuseWhatIsPrivateWithoutAskingAnybody(url, settings);
    Socket socket = open(proxyAddresses(proxy), proxy.getPort(), use);
    String request =
        "CONNECT " + url.authority() + " HTTP/1.1\r\nHost: " + url.authority() + "\r\n\r\n";
    OutputStream out = socket.getOutputStream();
    out.write(AnswerHead.ascii(request));
    out.flush();
    int status = AnswerHead.read(socket.getInputStream()).status();
    if (status < OK_FROM || status >= OK_BEFORE) {
      throw new FetchFailure("the proxy answered " + status);
    }
    return socket;
  }

  private void refuseWhatIsPrivateWithoutAskingAnybody(KeySetUrl url, FetchSettings settings)
      throws FetchFailure {
    if (settings.allowPrivateAddresses()) {
      return;
    }
    if (url.isLocalhost()) {
      throw notPublic();
    }
    if (url.isLiteral()) {
      checkedAddresses(url, settings);
    }
  }

  private List<InetAddress> proxyAddresses(InetSocketAddress proxy) throws FetchFailure {
    InetAddress resolved = proxy.getAddress();
    return resolved == null ? resolve(proxy.getHostString()) : List.of(resolved);
  }

  private static SSLSocket secure(Socket plain, KeySetUrl url, FetchSettings settings)
      throws IOException, FetchFailure {
    SSLSocket socket =
        (SSLSocket) settings.sockets().createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
