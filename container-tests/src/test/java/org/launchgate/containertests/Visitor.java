package org.launchgate.containertests;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.TokenBuilder;

/**
 * Somebody with a browser of their own: keeps all cookies, and follows no redirect but the one from
 * a posted launch to its ticket.
 */
final class Visitor {
  static final String FORM = "application/x-www-form-urlencoded";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).build();
  private static final Pattern COOKIE = Pattern.compile("([^=;]+)=\"?([^;\"]*)\"?");
  private static final Pattern GONE =
      Pattern.compile("(?i);\\s*max-age=0\\b|;\\s*expires=[^;]*1970");
  private static final Pattern QUESTION =
      Pattern.compile("name=\"launch_ticket\" value=\"([^\"]+)\"");

  private final URI home;
  private final Map<String, String> cookies = new TreeMap<>();

  /** Somebody who was never there. */
  Visitor(URI home) {
    this.home = home;
  }

  /** Somebody who was never there, whatever name the adapter has for this machine. */
  static Visitor at(@Nullable URL deployed) {
    URL url = Objects.requireNonNull(deployed);
    return new Visitor(URI.create("http://127.0.0.1:" + url.getPort() + url.getPath()));
  }

  /** The session's id, as the cookie says it. */
  Optional<String> session() {
    return Optional.ofNullable(cookies.get("JSESSIONID"));
  }

  /** Somebody else who has got hold of the same cookies, as they are now. */
  Visitor withTheSameCookies() {
    Visitor other = new Visitor(home);
    other.cookies.putAll(cookies);
    return other;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(home.resolve(path)));
  }

  /** The same with an {@code Authorization}. */
  HttpResponse<String> get(String path, String authorization) throws Exception {
    return send(HttpRequest.newBuilder(home.resolve(path)).header("Authorization", authorization));
  }

  HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    return post(path, contentType, BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, String contentType, BodyPublisher body) throws Exception {
    return send(
        HttpRequest.newBuilder(home.resolve(path)).header("Content-Type", contentType).POST(body));
  }

  /** Launches by a link. */
  HttpResponse<String> launchByLink(TokenBuilder token) throws Exception {
    return get("launch?token=" + token.token());
  }

  /** Launches by a form, as far as that leads. */
  HttpResponse<String> launchByForm(TokenBuilder token) throws Exception {
    HttpResponse<String> answer = post("launch", FORM, "payload=" + token.token());
    String next = answer.headers().firstValue("Location").orElse("");
    return next.contains("launch_ticket=") ? get(next) : answer;
  }

  /** Says yes on the page that asks whether to go on in place of somebody else. */
  HttpResponse<String> goOn(HttpResponse<String> question) throws Exception {
    Matcher ticket = QUESTION.matcher(question.body());
    if (!ticket.find()) {
      throw new AssertionError("no question: " + question.statusCode() + " " + question.body());
    }
    return post("launch", FORM, "launch_ticket=" + ticket.group(1));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    request.header("Accept", "text/html,*/*;q=0.8").timeout(Duration.ofSeconds(30));
    HttpResponse<String> response =
        CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    response.headers().allValues("Set-Cookie").forEach(this::take);
    return response;
  }

  private void take(String setCookie) {
    Matcher cookie = COOKIE.matcher(setCookie);
    if (!cookie.lookingAt()) {
      throw new AssertionError("no cookie: " + setCookie);
    }
    if (GONE.matcher(setCookie).find()) {
      cookies.remove(cookie.group(1));
    } else {
      cookies.put(cookie.group(1), cookie.group(2));
    }
  }
}
