package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;

/**
 * A session's cookie with {@code SameSite=Strict} comes with no request that another site caused,
 * so that a page of this site has to make the next one.
 */
class StrictCookieTomcatTest {
  private static final Pattern REFRESH =
      Pattern.compile("<meta http-equiv=\"refresh\" content=\"0;url=([^\"]+)\">");

  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app = new TomcatApp().page(Shown.PATH, Shown.PAGE);
    app.context()
        .addServletContainerInitializer(
            (classes, context) ->
                context.getSessionCookieConfig().setAttribute("SameSite", "Strict"),
            null);
    app.start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  /** The address to which the page goes on. */
  private static String next(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    Matcher url = REFRESH.matcher(page.body());
    assertThat(url.find()).isTrue();
    assertThat(url.group(1))
        .matches("/app/launch\\?launch_ticket=[A-Za-z0-9_-]{43}&amp;launch_cookie=set");
    return url.group(1).substring("/app".length()).replace("&amp;", "&");
  }

  private void assertHop(HttpResponse<String> page) {
    next(page);
    assertThat(header(page, "Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Location")).isEmpty();
    assertThat(browser.cookie()).isNull();
  }

  @Test
  void postedLaunchIsAnsweredByAPageThatGoesOn() {
    HttpResponse<String> page =
        browser.postOnly("/launch", "token=" + Launches.patient("p1").token());
    assertHop(page);

    assertThat(browser.get(next(page)).statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void linkIsAnsweredByAPageThatGoesOn() {
    HttpResponse<String> page = browser.launch(Launches.patient("p1").token());
    assertHop(page);

    assertThat(browser.get(next(page)).statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void linkOfAnotherSiteEndsUpInTheSessionThatItsRequestDidNotShow() {
    browser.get(next(browser.launch(Launches.patient("p1").token())));
    String session = browser.cookie();
    Browser elsewhere = app.browser();
    HttpResponse<String> page = elsewhere.launch(Launches.patient("p1").token());
    browser.cookies().putAll(elsewhere.cookies());

    assertThat(browser.get(next(page)).statusCode()).isEqualTo(303);

    assertThat(browser.cookie()).isEqualTo(session);
  }

  @Test
  void linkThatWasUsedLeadsItsHolderThereAgain() {
    String token = Launches.patient("p1").token();
    browser.get(next(browser.launch(token)));

    assertThat(browser.get(next(browser.launch(token))).statusCode()).isEqualTo(303);
  }

  @Test
  void linkThatAnotherBrowserUsedIsRefusedOnThePagesNextStep() {
    String token = Launches.patient("p1").token();
    browser.get(next(browser.launch(token)));
    Browser thief = app.browser();

    assertThat(thief.get(next(thief.launch(token))).statusCode()).isEqualTo(403);
    assertThat(thief.cookie()).isNull();
  }

  /** The address that a script was told, for a session whose cookie another site's link lacks. */
  private HttpResponse<String> openFromElsewhere(String token) {
    Browser elsewhere = app.browser();
    String url = ScriptPartners.path(ScriptPartners.postForm(elsewhere, "token=" + token));
    HttpResponse<String> page = elsewhere.get(url);
    browser.cookies().putAll(elsewhere.cookies());
    return page;
  }

  @Test
  void addressOfAScriptIsAnsweredByAPageThatGoesOn() {
    HttpResponse<String> page = openFromElsewhere(Launches.patient("p1").token());
    assertHop(page);

    assertThat(browser.get(next(page)).statusCode()).isEqualTo(303);
    assertThat(Shown.to(browser).patient()).isEqualTo("p1");
  }

  @Test
  void addressOfAScriptEndsUpInTheSessionThatItsRequestDidNotShow() {
    browser.get(next(browser.launch(Launches.patient("p1").token())));
    String session = browser.cookie();

    HttpResponse<String> page = openFromElsewhere(Launches.patient("p1").token());

    assertThat(browser.get(next(page)).statusCode()).isEqualTo(303);
    assertThat(browser.cookie()).isEqualTo(session);
  }

  @Test
  void addressOfAScriptThatIsPlantedAsksTheUserWhoIsHere() {
    browser.get(next(browser.launch(Launches.user("victim").token())));
    String session = browser.cookie();

    HttpResponse<String> page = openFromElsewhere(Launches.user("attacker").token());

    new Question(browser.get(next(page))).form();
    assertThat(browser.cookie()).isEqualTo(session);
    assertThat(Shown.to(browser).user()).isEqualTo("demo-xis|agb-z|victim");
  }

  @Test
  void addressOfAScriptThatWasOpenedWorksInThatBrowserAlone() {
    Browser first = app.browser();
    String token = "token=" + Launches.patient("p1").token();
    String url = ScriptPartners.path(ScriptPartners.postForm(first, token));
    String next = next(first.get(url));

    assertThat(browser.get(next).statusCode()).isEqualTo(403);
    assertThat(first.get(next).statusCode()).isEqualTo(303);
    assertThat(first.get(url).statusCode()).as("again in its session").isEqualTo(303);
    assertThat(browser.get(url).statusCode()).isEqualTo(403);
  }

  /** Its cookie is kept from other sites, so that one which comes all the same was planted. */
  @Test
  void ticketWithItsCookieThatAnotherSiteOpensIsRefusedAndNotUsedUp() {
    String next = next(browser.launch(Launches.patient("p1").token()));

    HttpResponse<String> answer = browser.get(next, "Sec-Fetch-Site", "cross-site");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(browser.get(next, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(303);
  }

  @Test
  void pageRunsNoScriptLoadsNothingAndSendsNoForm() {
    HttpResponse<String> page = browser.launch(Launches.zorgdomein().token());

    assertThat(header(page, "Content-Security-Policy"))
        .matches(
            "default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none';"
                + " form-action 'none'");
    assertThat(page.body())
        .doesNotContainIgnoringCase("<script", "<form", "src=", "javascript:")
        .doesNotContainPattern("(?i)\\son[a-z]+\\s*=");
  }

  /** Who does not want pages to go on by themselves has a link to the same address. */
  @Test
  void pageHasALinkToTheSameAddress() {
    HttpResponse<String> page = browser.launch(Launches.zorgdomein().token());

    assertThat(page.body())
        .contains("<a href=\"/app" + next(page).replace("&", "&amp;") + "\">Go on</a>");
  }

  @Test
  void pageShowsNeitherTokenNorPatient() {
    String token = TestPartner.exorliveToken().nested("contact", "id", "strict-page").token();
    HttpResponse<String> page = browser.postOnly("/launch", "payload=" + token);

    assertThat(page.body()).doesNotContain(token, "Yoda", "Mando", "strict-page");
    next(page);
  }

  @Test
  void cookieOfTheTicketIsStrictToo() {
    assertThat(header(browser.launch(Launches.zorgdomein().token()), "Set-Cookie"))
        .contains("SameSite=Strict");
  }

  @Test
  void addressIsEscapedOnThePage() {
    String page =
        HtmlPage.of(LaunchPages.hop("/a\"><script>alert('1')</script>&amp=2"), Language.ENGLISH);

    assertThat(page)
        .doesNotContain("<script", "\"><s", "'1'")
        .contains("0;url=/a&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp=2\"");
  }
}
