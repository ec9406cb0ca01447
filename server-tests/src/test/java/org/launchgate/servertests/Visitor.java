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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: keeps the session cookie, and follows no redirect. */
final class Visitor {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).followRedirects(Redirect.NEVER).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SESSION = Pattern.compile("JSESSIONID=([^;]+)");

  private final URI portal;
  private Optional<String> session = Optional.empty();

  Visitor(URI portal) {
    this.portal = portal;
  }

  /** The same with a session cookie that comes from elsewhere. */
  Visitor withSession(String id) {
    session = Optional.of(id);
    return this;
  }

  /** The session's id, as the cookie says it. */
  Optional<String> session() {
    return session;
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

  HttpResponse<String> send(String method, String path) throws Exception {
    return send(
        HttpRequest.newBuilder(portal.resolve(path)).method(method, BodyPublishers.noBody()));
  }

  /** Launches as ZorgDomein does; a compact token needs no encoding. */
  HttpResponse<String> launchByLink(String token) throws Exception {
    return get("/launch?token=" + token);
  }

  /** Launches as ExorLive does. */
  HttpResponse<String> launchByForm(String token) throws Exception {
    return post("/launch", FORM, "payload=" + token);
  }

  /** Who this is, by the portal. */
  JsonNode whoami() throws Exception {
    return JSON.readTree(get("/whoami", "application/json").body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    session.ifPresent(id -> request.header("Cookie", "JSESSIONID=" + id));
    request.timeout(Duration.ofSeconds(30));
    HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
    response.headers().allValues("Set-Cookie").forEach(this::take);
    return response;
  }

  private void take(String setCookie) {
    Matcher cookie = SESSION.matcher(setCookie);
    if (cookie.lookingAt()) {
      session = Optional.of(cookie.group(1));
    }
  }
}
