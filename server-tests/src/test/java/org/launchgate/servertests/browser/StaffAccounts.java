package org.launchgate.servertests.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The accounts of the staff rooms, looked at beside the browser: who is linked to them. */
final class StaffAccounts {
  static final String JUDITH = "j.zaal";
  static final String OTTO = "o.noem";
  static final String PASSWORD = "green-meadow";

  private static final Pattern LINK =
      Pattern.compile(
          "name=\"partner\" value=\"([^\"]*)\">\\s*<input type=\"hidden\" name=\"system\""
              + " value=\"([^\"]*)\">\\s*<input type=\"hidden\" name=\"value\" value=\"([^\"]*)\">");

  private final URI staff;

  StaffAccounts(URI staff) {
    this.staff = staff;
  }

  /** Who is linked to an account, as {@code partner|system|value}. */
  List<String> linkedTo(String account) {
    return links(logIn(account)).stream()
        .map(link -> String.join("|", link.group(1), link.group(2), link.group(3)))
        .toList();
  }

  /** Makes every launch a first visit again. */
  void removeAllLinks() {
    for (String account : List.of(JUDITH, OTTO)) {
      HttpClient client = logIn(account);
      for (MatchResult link : links(client)) {
        post(
            client,
            "links",
            "partner=" + link.group(1) + "&system=" + link.group(2) + "&value=" + link.group(3));
      }
    }
  }

  private HttpClient logIn(String account) {
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();
    String name = URLEncoder.encode(account, StandardCharsets.UTF_8);
    String page = post(client, "login", "name=" + name + "&password=" + PASSWORD);
    if (!page.contains("id=\"account-name\">" + account + "<")) {
      throw new AssertionError(account + " is not logged in by: " + page);
    }
    return client;
  }

  private List<MatchResult> links(HttpClient client) {
    return LINK.matcher(send(client, HttpRequest.newBuilder(staff))).results().toList();
  }

  private String post(HttpClient client, String path, String form) {
    return send(
        client,
        HttpRequest.newBuilder(staff.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  private static String send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new AssertionError("the demo does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped while waiting for the demo", e);
    }
  }
}
