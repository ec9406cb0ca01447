package org.launchgate.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser without JavaScript does: keeps cookies, follows redirects, posts forms. */
final class Browser {
  static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
  static final String JSON = "application/json";

  private static final Pattern LAUNCH_FORM =
      Pattern.compile(
          "<form method=\"post\" action=\"([^\"]+)\" id=\"launch\">\\s*"
              + "<input type=\"hidden\" name=\"payload\" value=\"([^\"]+)\">");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  HttpResponse<String> get(URI address, String accept) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address).GET(), accept);
  }

  HttpResponse<String> post(URI address, String form, String accept)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)),
        accept);
  }

  /** Presses the button of the page that hands a clinic's launch over. */
  HttpResponse<String> pressContinue(HttpResponse<String> page, String accept)
      throws IOException, InterruptedException {
    Matcher form = LAUNCH_FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("no launch form in: " + page.body());
    }
    return post(URI.create(form.group(1)), "payload=" + form.group(2), accept);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String accept)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Accept", accept).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofString());
  }
}
