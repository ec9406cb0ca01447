package org.launchgate.demo.ward;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishException;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;
import org.jspecify.annotations.Nullable;

/** A GlassFish on loopback only, with the example at its root. */
final class WardServer implements AutoCloseable {
  private static final String ADDRESS =
      "embedded-glassfish-config.server.network-config.network-listeners.network-listener"
          + ".http-listener.address";
  private static final String WAR = "ward.war";

  private final PrivateFolder folder;
  private final int port;
  private @Nullable GlassFish server;

  /** Prepares the server; nothing is bound yet. */
  WardServer(int port, PrivateFolder folder) throws StartFailedException, IOException {
    this.port = free(port);
    this.folder = folder;
  }

  /** GlassFish neither picks a port nor says in a sentence that one is taken. */
  private static int free(int wanted) throws StartFailedException, IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(loopback, wanted));
      return probe.getLocalPort();
    } catch (BindException e) {
      throw StartFailedException.portTaken(DemoSettings.PORTAL_PORT, wanted, e);
    }
  }

  /** Starts, or says in a sentence why not. */
  void start() throws StartFailedException, IOException {
    try {
      GlassFish started = GlassFishRuntime.bootstrap().newGlassFish(properties());
      server = started;
      started.start();
      if (started.getDeployer().deploy(war().toFile(), "--name=ward", "--contextroot=/") == null) {
        throw new StartFailedException("The application did not start: GlassFish says why above.");
      }
    } catch (GlassFishException e) {
      throw new StartFailedException("The application did not start: " + e.getMessage(), e);
    }
  }

  private GlassFishProperties properties() throws IOException {
    GlassFishProperties properties = new GlassFishProperties();
    properties.setPort("http-listener", port);
    properties.setProperty(ADDRESS, "127.0.0.1");
    properties.setProperty("glassfish.embedded.tmpdir", folder.folder("glassfish").toString());
    return properties;
  }

  private Path war() throws IOException {
    Path war = folder.path().resolve(WAR);
    try (InputStream packed = WardServer.class.getResourceAsStream(WAR)) {
      if (packed == null) {
        throw new IOException(WAR + " is not in this jar; build it with mvn package");
      }
      Files.copy(packed, war);
    }
    return war;
  }

  /** The address to open in a browser. */
  URI home() {
    return URI.create("http://localhost:" + port + "/");
  }

  @Override
  public void close() throws GlassFishException {
    if (server != null) {
      // when it stops, GlassFish prints its whole configuration in one line
      System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
      server.dispose();
    }
  }
}
