package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;
import static org.launchgate.servlet.FirstVisit.ASKED;
import static org.launchgate.servlet.FirstVisit.XIS_USER;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several tabs ask for the question of a first visit at once, or its page is loaded anew before it
 * has come: the launch waits all the same.
 */
class FirstVisitTabsTomcatTest {
  private final MemoryLinks links = new MemoryLinks();
  private final FirstVisit.Way way = FirstVisit.Way.APPLICATION;
  private final TomcatApp app = FirstVisit.app(links, way);
  private Browser browser;

  @BeforeEach
  void start() {
    browser = app.start().browser();
    browser.launch(Launches.patient("p1").token());
    way.logIn(browser, "janssen");
  }

  @AfterEach
  void stop() {
    app.close();
  }

  private HttpResponse<String> answer(HttpResponse<String> page, String button) {
    return browser.postOnly(ASKED, FirstVisit.answer(page, button));
  }

  @Test
  void questionThatTwoTabsLoadAtOnceWaitsInBoth() {
    String cookie = browser.cookies().get(LinkCookie.NAME);
    FirstVisit.answer(browser.get(ASKED), "yes");

    browser.cookies().put(LinkCookie.NAME, cookie); // sent before the first answer came
    HttpResponse<String> second = browser.get(ASKED);

    assertThat(header(answer(second, "yes"), "Location")).isEqualTo("/app/");
    assertThat(links.all).containsKey(XIS_USER);
  }

  @Test
  void questionWhoseAnswersGotLostIsFoundAgain() {
    String cookie = browser.cookies().get(LinkCookie.NAME);
    browser.get(ASKED);
    String later = browser.cookies().get(LinkCookie.NAME);
    browser.get(ASKED);
    browser.cookies().put(LinkCookie.NAME, later);
    browser.get(ASKED);

    browser.cookies().put(LinkCookie.NAME, cookie);
    HttpResponse<String> page = browser.get(ASKED);
    browser.cookies().put(LinkCookie.NAME, cookie);
    assertThat(header(answer(page, "yes"), "Location"))
        .as("the answer is to another question than the cookie's")
        .isEqualTo("/app" + ASKED);

    assertThat(header(answer(browser.get(ASKED), "yes"), "Location")).isEqualTo("/app/");
    assertThat(links.all).containsKey(XIS_USER);
  }

  @Test
  void ofAnyNumberOfTabsAtOnceNoneIsTurnedAway() {
    List<Browser> tabs = Stream.generate(() -> app.browser()).limit(8).toList();
    tabs.forEach(tab -> tab.cookies().putAll(browser.cookies()));

    assertThat(tabs.parallelStream().map(tab -> tab.get(ASKED).statusCode()).toList())
        .containsOnly(200);
    assertThat(tabs).allMatch(tab -> tab.cookies().containsKey(LinkCookie.NAME));
  }

  @Test
  void cookieOfAnEarlierLaunchDoesNotLeadToALaterOne() {
    String cookie = browser.cookies().get(LinkCookie.NAME);
    answer(browser.get(ASKED), "no");
    Browser again = app.browser();
    again.launch(Launches.patient("p2").token());
    browser.cookies().put(LinkCookie.NAME, again.cookies().get(LinkCookie.NAME));
    FirstVisit.answer(browser.get(ASKED), "yes");

    browser.cookies().put(LinkCookie.NAME, cookie);
    assertThat(browser.get(ASKED).statusCode()).isEqualTo(403);
  }
}
