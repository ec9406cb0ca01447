package org.launchgate.servertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser of their own: keeps cookies, and follows no redirect but the one from a
 * posted launch to its ticket.
 */
final class Visitor {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SESSION = "JSESSIONID";
  private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*)");
  private static final Pattern QUESTION =
      Pattern.compile("name=\"launch_ticket\" value=\"([^\"]+)\"");
  private static final Pattern GONE = Pattern.compile("(?i);\\s*max-age=0\\b");

  private final URI portal;
  private final Map<String, String> cookies = new TreeMap<>();

  Visitor(URI portal) {
    this.portal = portal;
  }

  /** The same with a session cookie that comes from elsewhere. */
  Visitor withSession(String id) {
    cookies.put(SESSION, id);
    return this;
  }

  /** The session's id, as the cookie says it. */
  Optional<String> session() {
    return Optional.ofNullable(cookies.get(SESSION));
  }

  HttpResponse<String> get(String path) throws Exception {
    return get(path, PAGE);
  }

  HttpResponse<String> get(String path, String accept) throws Exception {
    return send(HttpRequest.newBuilder(portal.resolve(path)).header("Accept", accept));
  }

  HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Accept", PAGE)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Posts as a script does that wants to be told an address. */
  HttpResponse<String> postForJson(String path, String form) throws Exception {
    return send(
        HttpRequest.newBuilder(portal.resolve(path))
            .header("Accept", "application/json")
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> send(String method, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(portal.resolve(path)).method(method, BodyPublishers.noBody()));
  }

  /** Launches as ZorgDomein does; a compact token needs no encoding. */
  HttpResponse<String> launchByLink(String token) throws Exception {
    return get("/launch?token=" + token);
  }

  /** Launches as ExorLive does, as far as that leads. */
  HttpResponse<String> launchByForm(String token) throws Exception {
    return follow(post("/launch", FORM, "payload=" + token));
  }

  /** Goes where a ticket leads, be it in a redirect or in a script's answer. */
  HttpResponse<String> follow(HttpResponse<String> response) throws Exception {
    Optional<String> ticket = ticket(response);
    return ticket.isPresent() ? get(ticket.get()) : response;
  }

  /** Says yes on the page that asks whether to go on in place of somebody else. */
  HttpResponse<String> goOn(HttpResponse<String> question) throws Exception {
    Matcher ticket = QUESTION.matcher(question.body());
    if (!ticket.find()) {
      throw new IllegalStateException("no question: " + question.body());
    }
    return post("/launch", FORM, "launch_ticket=" + ticket.group(1));
  }

  /** The address of the ticket that an answer holds; empty for an answer without one. */
  static Optional<String> ticket(HttpResponse<String> response) throws Exception {
    String said =
        response.statusCode() == 200 && response.body().startsWith("{\"url\":")
            ? JSON.readTree(response.body()).get("url").textValue()
            : response.headers().firstValue("Location").orElse("");
    return Optional.of(said).filter(url -> url.contains("launch_ticket="));
  }

  /** Who this is, by the portal. */
  JsonNode whoami() throws Exception {
    return JSON.readTree(get("/whoami", "application/json").body());
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
    request.timeout(Duration.ofSeconds(30));
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    response.headers().allValues("Set-Cookie").forEach(this::take);
    return response;
  }

  private void take(String setCookie) {
    Matcher cookie = COOKIE.matcher(setCookie);
    if (!cookie.lookingAt()) {
      throw new IllegalStateException("no cookie: " + setCookie);
    }
    if (GONE.matcher(setCookie).find()) {
      cookies.remove(cookie.group(1));
    } else {
      cookies.put(cookie.group(1), cookie.group(2));
    }
  }
}
