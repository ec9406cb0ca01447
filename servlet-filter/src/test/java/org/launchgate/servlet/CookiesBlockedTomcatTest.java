package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.Clause;

/** A browser that was given a ticket's cookie and comes without any is told about cookies. */
class CookiesBlockedTomcatTest {
  private static TomcatApp app;

  @BeforeAll
  static void start() {
    app = new TomcatApp().start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /** The address to which a posted launch leads, and a browser that would keep no cookie. */
  private static String parked() {
    return header(
            app.browser().postOnly("/launch", "token=" + Launches.zorgdomein().token()), "Location")
        .replaceFirst("/app", "");
  }

  private static void assertDenied(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<h1>Access denied</h1>");
  }

  private static String withoutReference(HttpResponse<String> page) {
    return page.statusCode() + page.body().replaceAll("<code>\\w{10}</code>", "");
  }

  @Test
  void browserWithoutAnyCookieIsToldWhatToDo() {
    HttpResponse<String> page = app.browser().get(parked());

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body())
        .contains("<h1>Your browser sent no cookies</h1>", "Allow cookies for this site");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  @Clause("V-39")
  void whetherTheTicketExistsDoesNotShow() {
    String used = parked();
    Browser owner = app.browser();
    String own =
        header(owner.postOnly("/launch", "token=" + Launches.zorgdomein().token()), "Location")
            .replaceFirst("/app", "");
    assertThat(owner.get(own).statusCode()).isEqualTo(303);
    List<String> addresses =
        List.of(
            used,
            own,
            "/launch?launch_ticket=" + "A".repeat(43) + "&launch_cookie=set",
            "/launch?launch_ticket=x&launch_cookie=set",
            "/launch?launch_cookie=set&launch_ticket=");

    String expected = withoutReference(app.browser().get(parked()));
    assertThat(addresses)
        .allSatisfy(
            address ->
                assertThat(withoutReference(app.browser().get(address))).isEqualTo(expected));
  }

  @Test
  void ticketIsGoodAllTheSameOnceTheBrowserSendsItsCookie() {
    Browser browser = app.browser();
    String address =
        header(browser.postOnly("/launch", "token=" + Launches.zorgdomein().token()), "Location")
            .replaceFirst("/app", "");
    assertThat(app.browser().get(address).statusCode()).isEqualTo(403);

    assertThat(browser.get(address).statusCode()).isEqualTo(303);
  }

  @Test
  void whoSendsAnotherCookieDoesNotBlockThem() {
    assertDenied(app.browser().cookie("theme=dark").get(parked()));
  }

  @Test
  void addressThatCameWithoutACookieSaysNothingAboutThem() {
    assertDenied(app.browser().get("/launch?launch_ticket=" + "A".repeat(43)));
    assertDenied(app.browser().get("/launch?launch_ticket=x&launch_cookie=no"));
    assertDenied(app.browser().get("/launch?launch_cookie=set"));
    assertDenied(app.browser().get("/launch?launch_cookie=set&token=x"));
  }

  @Test
  void answerToAQuestionSaysNothingAboutThem() {
    assertDenied(app.browser().postOnly("/launch", "launch_ticket=x&launch_cookie=set"));
  }

  @Test
  void reasonInTheLogIsThatOfTheTicket() {
    HttpResponse<String> problem = app.browser().get(parked(), "Accept", "application/json");
    assertThat(problem.body())
        .contains("\"title\":\"Your browser sent no cookies\",\"status\":403");
  }
}
