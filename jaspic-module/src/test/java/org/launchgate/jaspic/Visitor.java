package org.launchgate.jaspic;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** A browser that keeps cookies, and follows no redirect by itself. */
final class Visitor {
  private static final String SESSION = "JSESSIONID";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  Visitor(String base) {
    this.base = base;
  }

  /** The session's id, null before there is one. */
  String session() {
    return cookies.get(SESSION);
  }

  /** Brings the session of that id from now on. */
  Visitor session(String id) {
    cookies.put(SESSION, id);
    return this;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  HttpResponse<String> post(String path, String form, String... headers) {
    return postAs("application/x-www-form-urlencoded", path, form, headers);
  }

  HttpResponse<String> postAs(String type, String path, String body, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "Content-Type";
    all[1] = type;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return send("POST", path, BodyPublishers.ofString(body), all);
  }

  HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .method(method, body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String[] pair = header.replaceAll(";.*", "").split("=", 2);
    if (header.matches("(?i).*;\\s*max-age=0.*")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  /** Launches by a link; what the answer leads to is not followed. */
  HttpResponse<String> launch(TokenBuilder token) {
    return get("/launch?token=" + encoded(token.token()));
  }

  /** Posts a launch, and follows it through its ticket. */
  HttpResponse<String> launchByPost(String field, TokenBuilder token) {
    return follow(post("/launch", field + "=" + encoded(token.token())));
  }

  /** Goes where a redirect within the application leads. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    return get(header(answer, "Location").replaceFirst("^.*?/app", ""));
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** A fresh ZorgDomein launch. */
  static TokenBuilder zorgdomein() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }
}
