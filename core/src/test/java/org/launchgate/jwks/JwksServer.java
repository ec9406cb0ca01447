package org.launchgate.jwks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A partner's HTTPS server on this machine. Publishes the key k1 until a test says otherwise. */
final class JwksServer implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Answer answer = Answer.json(TestJwks.set(TestJwks.rsa("k1")));

  JwksServer(TestTls tls) {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(tls.server()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + new TreeMap<>(exchange.getRequestHeaders()));
    Answer now = answer;
    now.headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean chunked = now.chunked;
    exchange.sendResponseHeaders(
        now.status, now.body.length == 0 ? -1 : chunked ? 0 : now.body.length);
    if (now.body.length > 0) {
      exchange.getResponseBody().write(now.body);
    }
    exchange.close();
  }

  void answers(Answer next) {
    answer = next;
  }

  /** Method, path and header fields of each request. */
  List<String> requests() {
    return requests;
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url() {
    return URI.create("https://localhost:" + port() + "/jwks.json?v=1");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** One answer. */
  static final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final boolean chunked;

    private Answer(int status, Map<String, String> headers, byte[] body, boolean chunked) {
      this.status = status;
      this.headers = headers;
      this.body = body;
      this.chunked = chunked;
    }

    static Answer json(byte[] body) {
      return typed("application/json", body);
    }

    static Answer typed(String type, byte[] body) {
      return good(Map.of("Content-Type", type), body);
    }

    static Answer good(Map<String, String> headers, byte[] body) {
      return new Answer(200, headers, body, false);
    }

    static Answer of(int status, Map<String, String> headers) {
      return new Answer(status, headers, new byte[0], false);
    }

    /** The same, sent without saying its length. */
    Answer inChunks() {
      return new Answer(status, headers, body, true);
    }
  }
}
