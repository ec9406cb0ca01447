package org.launchgate.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Somebody's browser, which keeps cookies and follows no redirect. */
final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI home;

  Browser(URI home) {
    this.home = home;
  }

  static TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(home.resolve(path)));
  }

  HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> launch(TokenBuilder token) throws IOException, InterruptedException {
    return get("launch?token=" + URLEncoder.encode(token.token(), StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The value of the session's cookie; empty where there is none. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }
}
