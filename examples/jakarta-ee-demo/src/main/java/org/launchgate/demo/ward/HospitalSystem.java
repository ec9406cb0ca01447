package org.launchgate.demo.ward;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The partner: a hospital system, on loopback only, that opens its patients in the application.
 * Bound first, so that its address is known, and started once the application is there.
 */
final class HospitalSystem implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  private HospitalSystem(HttpServer server) {
    this.server = server;
  }

  /** Takes a port; 0 picks a free one. */
  static HospitalSystem bind(int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    return new HospitalSystem(HttpServer.create(new InetSocketAddress(loopback, port), 0));
  }

  /** The address to open in a browser. */
  URI home() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Begins to answer. */
  void start(URI ward, HospitalTokens tokens) {
    server.createContext("/", exchange -> answer(exchange, ward, tokens));
    server.setExecutor(workers);
    server.start();
  }

  private static void answer(HttpExchange exchange, URI ward, HospitalTokens tokens)
      throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      switch (path) {
        case "/" -> send(exchange, 200, "text/html", HospitalPages.list(), ward);
        case "/hospital.css" -> send(exchange, 200, "text/css", asset("hospital.css"), ward);
        case "/launch.js" -> send(exchange, 200, "text/javascript", asset("launch.js"), ward);
        default -> open(exchange, path.split("/", -1), ward, tokens);
      }
    }
  }

  /** {@code /open/<role>/<patient>}. */
  private static void open(
      HttpExchange exchange, String[] segments, URI ward, HospitalTokens tokens)
      throws IOException {
    Optional<String> page =
        segments.length == 4 && segments[1].equals("open")
            ? Employee.as(segments[2])
                .flatMap(
                    user -> Inpatient.withId(segments[3]).map(each -> tokens.token(user, each)))
                .map(token -> HospitalPages.handover(ward.resolve("/launch"), token))
            : Optional.empty();
    send(exchange, page.isPresent() ? 200 : 404, "text/html", page.orElse("No such page"), ward);
  }

  private static void send(HttpExchange exchange, int status, String type, String content, URI ward)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type + "; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set(
        "Content-Security-Policy",
        "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action "
            + ward);
    byte[] body = content.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String asset(String name) throws IOException {
    try (InputStream in = HospitalSystem.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not in this jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
