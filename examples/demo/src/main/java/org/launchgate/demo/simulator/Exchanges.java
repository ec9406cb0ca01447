package org.launchgate.demo.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Carries answers over HTTP, with the headers that all of them have. */
final class Exchanges implements HttpHandler {
  private static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; "
          + "form-action 'self' ";

  private final Routes routes;
  private final String contentPolicy;

  Exchanges(Routes routes, Portal portal) {
    this.routes = routes;
    this.contentPolicy = CONTENT_POLICY + portal.home();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      String path = exchange.getRequestURI().getPath();
      boolean head = method.equals("HEAD");
      send(exchange, routes.answer(head ? "GET" : method, path), head);
    }
  }

  private void send(HttpExchange exchange, Answer answer, boolean headOnly) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    headers.set("Content-Security-Policy", contentPolicy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    byte[] body = headOnly ? new byte[0] : answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}
