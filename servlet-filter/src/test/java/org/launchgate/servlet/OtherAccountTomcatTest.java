package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.FirstVisit.XIS_USER;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A launch of a linked user meets somebody who has logged in by the application's own log-in:
 * nobody inherits another's session, whichever way either of them came in.
 */
class OtherAccountTomcatTest {
  private final MemoryLinks links = new MemoryLinks();
  private TomcatApp app;
  private Browser browser;

  private void start(FirstVisit.Way way) {
    links.all.put(XIS_USER, "janssen");
    app = FirstVisit.app(links, way);
    app.page(
        "/owner",
        (request, response) ->
            response.getWriter().print(request.getSession().getAttribute("user")));
    browser = app.start().browser();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  void launchOfAnotherAccountIsRefusedAndTheSessionStays(FirstVisit.Way way) {
    start(way);
    way.logIn(browser, "jansen");
    String session = browser.cookie();

    HttpResponse<String> answer = browser.launch(Launches.patient("p1").token());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Shown.to(browser).patient()).isEqualTo("-");
    assertThat(browser.cookie()).isEqualTo(session);
  }

  @ParameterizedTest
  @EnumSource(FirstVisit.Way.class)
  void launchOfTheSameAccountIsLetIn(FirstVisit.Way way) {
    start(way);
    way.logIn(browser, "janssen");

    assertThat(browser.launch(Launches.patient("p1").token()).statusCode()).isEqualTo(303);

    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  /** Whose session ends by it, on being asked, leaves nothing to inherit. */
  @Test
  void launchOfAnotherAccountAfterALaunchIsAskedAboutAsEver() {
    links.all.put("demo-xis|agb-z|other", "other-account");
    start(FirstVisit.Way.APPLICATION);
    FirstVisit.Way.APPLICATION.logIn(browser, "janssen");
    browser.launch(Launches.patient("p1").token());

    HttpResponse<String> page = browser.launch(Launches.user("other").token());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Shown.to(browser).user()).isEqualTo("janssen");
    new Question(page).yes(browser);

    assertThat(Shown.to(browser).user()).isEqualTo("other-account");
    assertThat(browser.get("/owner").body()).isEqualTo("null");
  }
}
