package org.launchgate.demo.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The simulator's server, on loopback only. Bound first, so that its address is known, and started
 * once the portal's is.
 */
public final class PartnerSimulator implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);

  private PartnerSimulator(HttpServer server) {
    this.server = server;
  }

  /** Takes a port; 0 picks a free one. */
  public static PartnerSimulator bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new PartnerSimulator(HttpServer.create(new InetSocketAddress(loopback, port), 0));
  }

  /** The address to open in a browser. */
  public URI home() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /**
   * Begins to answer.
   *
   * @param portalHome the portal's start page
   * @param keys with which the partners sign
   * @param partnersKnown whether the portal has been given those keys
   */
  public void start(URI portalHome, PartnerKeys keys, boolean partnersKnown) {
    Portal portal = new Portal(portalHome);
    Clock clock = Clock.systemUTC();
    Routes routes =
        new Routes(
            portal,
            OtherPartnersNotice.html(partnersKnown),
            new XisLaunches(portal, new XisTokens(keys, clock)),
            new ClinicLaunches(portal, new ClinicTokens(keys, clock)));
    server.createContext("/", new Exchanges(routes, portal));
    server.setExecutor(workers);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
