package org.launchgate.jwks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** A server that does to each connection what a test says, and need not speak HTTP. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** With TLS, or without when that is null. */
  RawServer(@Nullable TestTls tls, Talk talk) {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      SSLServerSocketFactory factory = tls == null ? null : tls.server().getServerSocketFactory();
      listener =
          factory == null
              ? new ServerSocket(0, 50, loopback)
              : factory.createServerSocket(0, 50, loopback);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    threads.execute(() -> accept(talk));
  }

  private void accept(Talk talk) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        sockets.add(socket);
        connections.incrementAndGet();
        threads.execute(() -> talk(socket, talk));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void talk(Socket socket, Talk talk) {
    try (socket) {
      talk.with(socket);
    } catch (IOException | InterruptedException e) {
      // The other side left, as it is meant to.
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  URI url() {
    return URI.create("https://localhost:" + port() + "/jwks.json");
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }

  /** What is done to one connection, which is closed after it. */
  @FunctionalInterface
  interface Talk {
    void with(Socket socket) throws IOException, InterruptedException;
  }
}
