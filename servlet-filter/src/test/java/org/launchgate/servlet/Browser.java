package org.launchgate.servlet;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A client that keeps cookies by their names alone. It follows no redirect by itself, but the one
 * from a posted launch to its ticket.
 */
final class Browser {
  private static final String SESSION = "JSESSIONID";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  Browser(String base) {
    this.base = base;
  }

  /** Where it goes, such as {@code http://127.0.0.1:4711}. */
  String address() {
    return base;
  }

  /** The session's cookie, null before there is one. */
  String cookie() {
    return cookies.containsKey(SESSION) ? SESSION + "=" + cookies.get(SESSION) : null;
  }

  /** All cookies. */
  Map<String, String> cookies() {
    return cookies;
  }

  Browser cookie(String value) {
    cookies.remove(SESSION);
    if (value != null) {
      String[] parts = value.split("=", 2);
      cookies.put(parts[0], parts[1]);
    }
    return this;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Posts a form; where that is a launch, goes on to its ticket. */
  HttpResponse<String> post(String path, String body, String... headers) {
    return follow(postOnly(path, body, headers));
  }

  /** Posts a form, and goes nowhere. */
  HttpResponse<String> postOnly(String path, String body, String... headers) {
    return send("POST", path, BodyPublishers.ofString(body), with("Content-Type", FORM, headers));
  }

  /** Goes where a ticket leads; an answer without one is what it is. */
  HttpResponse<String> follow(HttpResponse<String> answer) {
    String location = header(answer, "Location");
    return location.contains("launch_ticket=")
        ? get(location.substring(location.indexOf("/launch")))
        : answer;
  }

  HttpResponse<String> launch(String token, String... headers) {
    return get("/launch?token=" + encoded(token), headers);
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

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String[] with(String name, String value, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = name;
    all[1] = value;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return all;
  }
}
