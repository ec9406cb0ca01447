package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.ReplayStore;

/** What somebody who is refused is told, and what the log knows. */
class LaunchRefusalTomcatTest {
  private static final String TOKEN = "not.a.token";
  private static final String CANARY = "Canary";

  @Test
  void browserGetsAPageWithTheReferenceOfTheLogLine() {
    try (TomcatApp app = new TomcatApp().start();
        LogCapture log = new LogCapture()) {
      HttpResponse<String> response = app.browser().launch(TOKEN);
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(header(response, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(response, "Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Content-Security-Policy"))
          .isEqualTo(HtmlPage.CONTENT_SECURITY_POLICY);
      assertThat(response.body()).contains("<h1>Access denied</h1>", reference(log));
      assertThat(log.lines("WARNING launch refused"))
          .singleElement()
          .asString()
          .matches(
              "WARNING launch refused ref=[2-9A-Z]{10} reason=token_malformed partner=-"
                  + " from=127\\.0\\.0\\.1 detail=.+");
    }
  }

  @Test
  @Clause("V-39")
  void everyDeniedTokenGetsTheSamePageButForTheReference() {
    try (TomcatApp app = new TomcatApp().start()) {
      List<TokenBuilder> tokens =
          List.of(
              Launches.zorgdomein().signedBy(TestPartner.rsa(2048).getPrivate()),
              Launches.zorgdomein().claim("iss", "Nobody"),
              Launches.zorgdomein().claim("iat", 1),
              Launches.zorgdomein().claim("org-id.value", "1"),
              Launches.zorgdomein().header("kid", "unknown"),
              Launches.zorgdomein().without("jti"));
      assertThat(tokens.stream().map(token -> app.browser().launch(token.token())))
          .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(403))
          .extracting(response -> response.body().replaceAll("<code>.{10}</code>", ""))
          .containsOnly(app.browser().get("/launch").body().replaceAll("<code>.{10}</code>", ""));
    }
  }

  @Test
  void clientThatPrefersJsonGetsProblemDetails() throws Exception {
    try (TomcatApp app = new TomcatApp().param("errorPage", "/sorry").start();
        LogCapture log = new LogCapture()) {
      HttpResponse<String> response =
          app.browser().launch(TOKEN, "Accept", "application/json, text/plain, */*");
      assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      JsonNode problem = new ObjectMapper().readTree(response.body());
      assertThat(problem.properties()).hasSize(4);
      assertThat(problem.get("type").asText()).isEqualTo("about:blank");
      assertThat(problem.get("title").asText()).isEqualTo("Access denied");
      assertThat(problem.get("status").asInt()).isEqualTo(403);
      assertThat(problem.get("reference").asText()).isEqualTo(reference(log));
    }
  }

  private static String reference(LogCapture log) {
    return log.all().replaceAll("(?s).*ref=(\\w{10}).*", "$1");
  }

  /** A store that is down. */
  public static final class DownStore implements ReplayStore {
    @Override
    public boolean claim(String partner, String launchId, Instant keepUntil) {
      throw new LaunchUnavailableException("the test's store is down");
    }
  }

  /** A store whose driver quotes what it was asked. */
  public static final class BrokenStore implements ReplayStore {
    @Override
    public boolean claim(String partner, String launchId, Instant keepUntil) {
      throw new IllegalArgumentException(CANARY, new IllegalStateException(CANARY + "-cause"));
    }
  }

  @Test
  void storeThatIsDownIsAnswered503() {
    try (TomcatApp app = new TomcatApp().param("replayStore", DownStore.class.getName()).start();
        LogCapture log = new LogCapture()) {
      HttpResponse<String> response = app.browser().launch(Launches.zorgdomein().token());
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(header(response, "Retry-After")).isEqualTo("30");
      assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
      assertThat(response.body()).contains("Temporarily unavailable", reference(log));
      assertThat(log.lines("SEVERE launch unavailable ref="))
          .singleElement()
          .asString()
          .contains("the test's store is down");
    }
  }

  @Test
  void storeThatBreaksIsAnswered503AndItsWordsAreNotLogged() {
    try (TomcatApp app = new TomcatApp().param("replayStore", BrokenStore.class.getName()).start();
        LogCapture log = new LogCapture()) {
      assertThat(app.browser().launch(Launches.zorgdomein().token()).statusCode()).isEqualTo(503);
      assertThat(log.lines("SEVERE launch unavailable ref=")).hasSize(1);
      assertThat(log.all())
          .contains(IllegalArgumentException.class.getName(), BrokenStore.class.getName())
          .doesNotContain(CANARY);
    }
  }
}
