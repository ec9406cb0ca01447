package org.launchgate.jwks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that leads every {@code CONNECT} to one port of this machine. */
final class ConnectProxy implements AutoCloseable {
  private final RawServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String answer;
  private final int target;

  ConnectProxy(String answer, int target) {
    this.answer = answer;
    this.target = target;
    this.server = new RawServer(null, this::serve);
  }

  private void serve(Socket client) throws IOException, InterruptedException {
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      request.append((char) client.getInputStream().read());
    }
    requests.add(request.toString());
    client.getOutputStream().write((answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    if (!answer.contains(" 200 ")) {
      return;
    }
    try (Socket up = new Socket(InetAddress.getLoopbackAddress(), target)) {
      Thread back = new Thread(() -> copy(up, client));
      back.start();
      copy(client, up);
      back.join();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has left.
    }
  }

  int port() {
    return server.port();
  }

  /** Whatever was sent to the proxy itself. */
  List<String> requests() {
    return requests;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
