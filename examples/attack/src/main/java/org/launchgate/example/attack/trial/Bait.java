package org.launchgate.example.attack.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A door on this machine that nobody should knock on. Its address stands in tokens; a deployment
 * that calls it lets a token decide where it connects to (RFC 8725 section 3.10).
 */
public final class Bait implements AutoCloseable {
  private final ServerSocket socket;
  private final String host;
  private final AtomicInteger knocks = new AtomicInteger();

  private Bait(ServerSocket socket, String host) {
    this.socket = socket;
    this.host = host;
    Thread listener = new Thread(this::listen, "bait");
    listener.setDaemon(true);
    listener.start();
  }

  /** Opens the door. */
  public static Bait open(String host) throws IOException {
    boolean here = host.equals("127.0.0.1") || host.equals("localhost");
    InetAddress address = here ? InetAddress.getLoopbackAddress() : null;
    return new Bait(new ServerSocket(0, 50, address), host);
  }

  /** Host and port, as they stand in an address. */
  String authority() {
    return host + ":" + socket.getLocalPort();
  }

  /** How often somebody came. */
  public int knocks() {
    return knocks.get();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void listen() {
    try {
      while (true) {
        socket.accept().close();
        knocks.incrementAndGet();
      }
    } catch (IOException e) {
      // closed
    }
  }
}
