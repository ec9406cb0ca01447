package org.launchgate.servlet;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.launchgate.TestPartner;

/** Two partners whose scripts may launch, and what such scripts do. */
final class ScriptPartners {
  static final String XIS = "https://xis.example";
  static final String TATOOINE = "https://tatooine.example";

  /** The partners file of the two, each with an origin of its own. */
  static final String FILE =
      TestPartner.partnersFile()
          .replace("\"id\": \"demo-xis\",", "\"id\": \"demo-xis\", \"origins\": [\"" + XIS + "\"],")
          .replace(
              "\"id\": \"tatooine\",",
              "\"id\": \"tatooine\", \"origins\": [\"" + TATOOINE + "\"],");

  private ScriptPartners() {}

  static TomcatApp app() {
    return new TomcatApp().file("WEB-INF/partners.json", FILE).page(Shown.PATH, Shown.PAGE);
  }

  /** Posts a form, as {@code jQuery.post} does, and asks for JSON. */
  static HttpResponse<String> postForm(Browser browser, String form, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = "application/json";
    return browser.postOnly("/launch", form, all);
  }

  /** Posts a body of another type, and asks for nothing. */
  static HttpResponse<String> post(Browser browser, String type, String body) {
    return browser.send("POST", "/launch", BodyPublishers.ofString(body), "Content-Type", type);
  }

  /** The address in an answer, as the path of a browser of the same application. */
  static String path(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    URI url = URI.create(answer.body().replaceAll("^\\{\"url\":\"([^\"]+)\"}$", "$1"));
    return url.getPath().substring("/app".length()) + "?" + url.getRawQuery();
  }
}
