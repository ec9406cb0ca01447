package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the search for leaks leaves out of an answer is no more than it has to be. */
class HeardAnswerTest {
  private static final String TICKET = "t".repeat(43);
  private static final String COOKIE = "c".repeat(43);

  private static HeardAnswer heard(int status, Map<String, List<String>> headers, String body) {
    return HeardAnswer.of(status, headers, body);
  }

  @Test
  void ticketAndCookieAreSecretsWhereTheirBrowserGetsThem() {
    HeardAnswer heard =
        heard(
            303,
            Map.of(
                "location",
                List.of("/app/launch?launch_ticket=" + TICKET),
                "set-cookie",
                List.of("launch-0123456789abcdef=" + COOKIE + "; HttpOnly")),
            "");

    assertThat(heard.secrets()).containsExactly(TICKET, COOKIE);
    assertThat(heard.rest()).doesNotContain(TICKET, COOKIE);
  }

  @Test
  void pageThatItsBrowserAsksForOrIsLedToIsLeftOutThereAlone() {
    HeardAnswer heard =
        heard(
            303,
            Map.of(
                "location", List.of("/app/patients/4711?x=Ann"),
                "set-cookie", List.of("launch-link=NDcxMQ; HttpOnly"),
                "x-page", List.of("/app/patients/4712 launch-link=NDcxMg;")),
            "");

    assertThat(heard.secrets()).isEmpty();
    assertThat(heard.rest()).doesNotContain("4711", "NDcxMQ").contains("Ann", "4712", "NDcxMg");
  }

  @Test
  void ticketAnywhereElseStays() {
    HeardAnswer heard = heard(200, Map.of("x-ticket", List.of(TICKET)), "<p>" + COOKIE + "</p>");

    assertThat(heard.secrets()).isEmpty();
    assertThat(heard.rest()).contains(TICKET, COOKIE);
  }

  @Test
  void nameIsLeftOutOfTheTwoPagesAloneThatNamePeople() {
    String question = "<strong>Ann</strong> Bob <input name=\"launch_ticket\" value=\"x\">";
    String choice = "<a href=\"/app/?_lw=0123456789abcdef\">Ann</a> Bob";

    assertThat(heard(200, Map.of(), question).rest()).doesNotContain("Ann").contains("Bob");
    assertThat(heard(409, Map.of("launch-state", List.of("choose")), choice).rest())
        .doesNotContain("Ann")
        .contains("Bob");
    assertThat(heard(403, Map.of(), question).rest()).contains("Ann");
    assertThat(heard(409, Map.of("launch-state", List.of("stale")), choice).rest()).contains("Ann");
  }
}
