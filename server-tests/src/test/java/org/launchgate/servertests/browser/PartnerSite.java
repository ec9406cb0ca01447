package org.launchgate.servertests.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A partner's pages at {@code 127.0.0.1}, which to a browser is another site than {@code
 * localhost}: what it sends there carries the cookies that cross sites, and no others.
 */
final class PartnerSite implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  PartnerSite() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** A page with a form that posts a token. */
  URI form(URI launch, String field, String token) {
    return page(
        "<form method=\"post\" action=\"%s\"><input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(launch, field, token)
            + "<button id=\"go\">Open</button></form>");
  }

  /** A page with a link that brings a token. */
  URI link(URI launch, String token) {
    return page("<a id=\"go\" href=\"" + launch + "?token=" + token + "\">Open</a>");
  }

  /** Its origin, as browsers say it. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A page of its own. */
  URI page(String body) {
    String path = "/" + next.incrementAndGet();
    pages.put(
        path,
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Partner</title><body>"
            + body);
    return URI.create(origin() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String page = pages.get(exchange.getRequestURI().getPath());
      byte[] body = String.valueOf(page).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(page == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
