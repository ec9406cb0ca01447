package org.launchgate.servertests.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.launchgate.servlet.PageGallery;

/** Serves every built-in page as an application would, each at {@code /language/name}. */
final class PageHost implements AutoCloseable {
  /** By which one page goes on at once, before anybody can look at it. */
  private static final String GOES_ON = "<meta http-equiv=\"refresh\"[^>]*>";

  private final HttpServer server;

  private PageHost(HttpServer server) {
    this.server = server;
  }

  static PageHost start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PageHost::answer);
    server.start();
    return new PageHost(server);
  }

  URI address(String name, String language) {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/" + language + "/" + name);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      if (path.length != 3 || !PageGallery.names().contains(path[2])) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] page =
          PageGallery.html(path[2], path[1])
              .replaceFirst(GOES_ON, "")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
      exchange.getResponseHeaders().set("Content-Language", path[1]);
      exchange.getResponseHeaders().set("Content-Security-Policy", PageGallery.policy(path[2]));
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
