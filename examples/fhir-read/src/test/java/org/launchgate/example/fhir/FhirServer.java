package org.launchgate.example.fhir;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a FHIR R4 server as a read of a patient needs, on this machine. */
final class FhirServer implements AutoCloseable {

  /**
   * A request that came.
   *
   * @param line method and path
   * @param headers its headers
   */
  record Asked(String line, Headers headers) {}

  private final HttpServer server;
  private final Map<String, String> patients = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private String movedTo;

  FhirServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/fhir/Patient/", this::read);
    server.start();
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir";
  }

  /** What is answered to a read of that id. */
  FhirServer with(String id, String resource) {
    patients.put(id, resource);
    return this;
  }

  FhirServer movedTo(String address) {
    movedTo = address;
    return this;
  }

  List<Asked> asked() {
    return asked;
  }

  private void read(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            exchange.getRequestHeaders()));
    String id = exchange.getRequestURI().getPath().substring("/fhir/Patient/".length());
    if (movedTo != null) {
      exchange.getResponseHeaders().set("Location", movedTo + "/Patient/" + id);
      exchange.sendResponseHeaders(307, -1);
      exchange.close();
    } else if (patients.containsKey(id)) {
      exchange.getResponseHeaders().set("ETag", "W/\"1\"");
      answer(exchange, 200, patients.get(id));
    } else {
      answer(
          exchange,
          404,
          "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
              + "\"code\":\"not-found\"}]}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/fhir+json; charset=UTF-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
