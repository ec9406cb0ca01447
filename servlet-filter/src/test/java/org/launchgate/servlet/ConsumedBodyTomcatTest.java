package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Launches behind a filter that has read the parameters already. */
class ConsumedBodyTomcatTest {
  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .filter(
                (request, response, chain) -> {
                  request.getParameterMap();
                  chain.doFilter(request, response);
                })
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private int post(String query, String form) {
    return browser.post("/launch" + query, form).statusCode();
  }

  @Test
  void tokenOfTheFormIsFoundOnce() {
    assertThat(post("", "token=" + Launches.zorgdomein().token())).isEqualTo(303);
    assertThat(post("?x=1", "x=2&token=" + Launches.zorgdomein().token())).isEqualTo(303);
  }

  @Test
  void tokensAreCountedRight() {
    String token = Launches.zorgdomein().token();
    assertThat(post("?token=" + token, "x=1")).isEqualTo(403);
    assertThat(post("?token=" + token, "token=" + token)).isEqualTo(403);
    assertThat(post("", "token=" + token + "&token=" + token)).isEqualTo(403);
    assertThat(post("", "token=" + token + "&payload=")).isEqualTo(403);
    assertThat(post("", "x=1")).isEqualTo(403);
    assertThat(post("", "token=" + token)).isEqualTo(303);
  }
}
