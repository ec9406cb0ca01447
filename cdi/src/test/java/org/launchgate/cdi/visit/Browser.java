package org.launchgate.cdi.visit;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Somebody's browser, which keeps cookies and follows redirects only when it is told to. */
public final class Browser {
  public static final String FORM = "application/x-www-form-urlencoded";

  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input type=\"hidden\"|button) name=\"([^\"]*)\" value=\"([^\"]*)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().version(Version.HTTP_1_1).cookieHandler(cookies).build();
  private final URI home;

  public Browser(URI home) {
    this.home = home;
  }

  public URI home() {
    return home;
  }

  public static TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  public static TokenBuilder tokenFor(String patient) {
    return token().claim("context.patient-id", patient);
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(home.resolve(path)));
  }

  public HttpResponse<String> get(String path, String header, String value)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(home.resolve(path)).header(header, value));
  }

  public HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(home.resolve(path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The answer to a link of a partner with a token in it. */
  public HttpResponse<String> launch(TokenBuilder token) throws IOException, InterruptedException {
    return get("launch?token=" + encode(token.token()));
  }

  /** The page that a posted launch leads to. */
  public HttpResponse<String> launchByForm(TokenBuilder token)
      throws IOException, InterruptedException {
    return follow(post("launch", FORM, "payload=" + encode(token.token())));
  }

  /** The page that an answer leads to. */
  public HttpResponse<String> follow(HttpResponse<String> answer)
      throws IOException, InterruptedException {
    HttpResponse<String> now = answer;
    for (int hops = 0; now.statusCode() == 303 && hops < 5; hops++) {
      now =
          send(
              HttpRequest.newBuilder(
                  now.uri().resolve(now.headers().firstValue("Location").orElseThrow())));
    }
    return now;
  }

  /** What a WebSocket answers to a message. */
  public String talk(String path, String message) throws Exception {
    CompletableFuture<String> answer = new CompletableFuture<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws" + home.resolve(path).toString().substring("http".length())),
                new WebSocket.Listener() {
                  @Override
                  public @Nullable CompletionStage<?> onText(
                      WebSocket from, CharSequence text, boolean last) {
                    answer.complete(text.toString());
                    return null;
                  }

                  @Override
                  public void onError(WebSocket from, Throwable failure) {
                    answer.completeExceptionally(failure);
                  }
                })
            .get(20, TimeUnit.SECONDS);
    try {
      socket.sendText(message, true).get(20, TimeUnit.SECONDS);
      return answer.get(20, TimeUnit.SECONDS);
    } finally {
      socket.abort();
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The answer to the only form of a page, by its first button. */
  public HttpResponse<String> agree(HttpResponse<String> page)
      throws IOException, InterruptedException {
    Matcher action = ACTION.matcher(page.body());
    URI to = page.uri();
    if (action.find()) {
      to = to.resolve(action.group(1).replace("&amp;", "&"));
    }
    List<String> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(page.body());
    while (fields.size() < 2 && field.find()) {
      fields.add(field.group(1) + "=" + encode(field.group(2)));
    }
    return send(
        HttpRequest.newBuilder(to)
            .header("Content-Type", FORM)
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
  }

  /** Sends that session's cookie from now on. */
  public void session(String id) {
    HttpCookie cookie = new HttpCookie("JSESSIONID", id);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(home, cookie);
  }

  /** The value of the session's cookie; empty where there is none. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("JSESSIONID"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }
}
