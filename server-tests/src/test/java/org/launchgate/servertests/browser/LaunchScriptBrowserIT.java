package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.servertests.process.PortalVariant;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * What launchgate.js does to the links, forms and requests of a page that no server wrote for any
 * window. Two patients are open, so that whatever names no window has no patient. The portal's
 * policy forbids everything inline, and the page stands under it.
 */
class LaunchScriptBrowserIT extends WindowsFixture {
  private static final String ANNA = "anna-1";
  private static final String MANY = "many";

  private String window;

  @Override
  List<PortalVariant> variants() {
    return List.of(
        PortalVariant.of(MANY, "Lax", Map.of("windows", "many")),
        PortalVariant.of("manyother", "Lax", Map.of()));
  }

  @BeforeEach
  void openThePageInThePatientsWindow() {
    launchByForm(MANY, ANNA);
    window = String.valueOf(browser().run("return launchgate.window"));
    assertThat(window).matches("[\\w-]{16}");
    browser().newTab();
    launchByForm(MANY, "bram-2");
    browser().open(portal(MANY, "/test/parts.html?_lw=" + window));
    browser().see("#link");
  }

  private void assertEcho(String... lines) {
    browser().seeText("pre", "method=");
    assertThat(browser().text().lines()).contains(lines);
  }

  private String echoOf(String request) {
    return String.valueOf(browser().await(request + ".then(r => r.text()).then(done, done)"));
  }

  @Test
  void linkThatIsClickedNamesTheWindow() {
    browser().click("#link");

    assertEcho("query=x=1&_lw=" + window, "patient=" + ANNA);
    assertThat(browser().address()).endsWith("#part");
  }

  @Test
  void linkThatIsOpenedByTheKeyboardNamesTheWindow() {
    browser().see("#link").sendKeys(Keys.ENTER);

    assertEcho("patient=" + ANNA);
  }

  @Test
  void linkThatIsOpenedInANewTabNamesTheWindow() {
    WebElement link = browser().see("#link");
    browser()
        .inNewTab(
            () ->
                new Actions(browser().driver())
                    .keyDown(Keys.CONTROL)
                    .click(link)
                    .keyUp(Keys.CONTROL)
                    .perform());

    assertEcho("patient=" + ANNA);
  }

  @Test
  void linkHasItsNameWhenTheMenuOpensOverIt() {
    assertThat(browser().see("#link").getDomAttribute("href")).isEqualTo("echo.jsp?x=1#part");

    browser()
        .run(
            "arguments[0].dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, composed: true}))",
            browser().see("#link"));

    assertThat(browser().see("#link").getDomAttribute("href"))
        .isEqualTo(portal(MANY, "/test/echo.jsp?x=1&_lw=" + window + "#part").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"named", "place", "nowhere", "mail"})
  void linkThatIsNotOursToNameStaysAsItIs(String id) {
    WebElement link = browser().see("#" + id);
    String before = link.getDomAttribute("href");

    browser()
        .run(
            "arguments[0].dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}))",
            link);

    assertThat(link.getDomAttribute("href")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "../test/echo.jsp, true",
    "/many, true",
    "/many/, true",
    "/many;x=y/z, false",
    "/manyother/, false",
    "/, false",
    "//127.0.0.1/many/, false",
    "https://example.com/many/, false",
    "javascript:0, false",
    "echo.jsp?a_lw=1, true",
    "echo.jsp?a=1&_lw=2, false"
  })
  void onlyAddressesOfThisApplicationAreNamed(String address, boolean named) {
    String url = String.valueOf(browser().run("return launchgate.url(arguments[0])", address));

    if (named) {
      assertThat(url).contains("_lw=" + window);
    } else {
      assertThat(url).isEqualTo(address);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "post-go, POST, _lw",
    "post-there, POST, y=2&_lw",
    "get-go, GET, a=1&_lw",
    "get-form-go, GET, a=1&_lw"
  })
  void formThatIsSentNamesTheWindow(String button, String method, String query) {
    browser().click("#" + button);

    assertEcho("method=" + method, "query=" + query + "=" + window, "field=1", "patient=" + ANNA);
  }

  @Test
  void formWhoseFieldsAreCalledLikeItsPropertiesNamesTheWindow() {
    browser().click("#clobbered-go");

    assertEcho("method=POST", "query=_lw=" + window, "patient=" + ANNA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "document.getElementById('post').submit()",
        "document.getElementById('post').requestSubmit()",
        "HTMLFormElement.prototype.submit.call(document.getElementById('clobbered'))"
      })
  void formThatAScriptSendsNamesTheWindow(String send) {
    browser().run(send);

    assertEcho("method=POST", "query=_lw=" + window, "patient=" + ANNA);
  }

  @Test
  void formWhoseListenerChangesItsActionNamesTheWindow() {
    browser()
        .run(
            "document.getElementById('post').addEventListener('submit', e => {"
                + "e.target.setAttribute('action', 'echo.jsp?late=1') })");
    browser().click("#post-go");

    assertEcho("query=late=1&_lw=" + window, "patient=" + ANNA);
  }

  @Test
  void formInAShadowTreeNamesTheWindow() {
    browser()
        .run(
            "const host = document.body.appendChild(document.createElement('div'));"
                + "const form = document.getElementById('post').cloneNode(true);"
                + "host.attachShadow({mode: 'open'}).append(form);"
                + "form.querySelector('button').click()");

    assertEcho("method=POST", "query=_lw=" + window, "patient=" + ANNA);
  }

  @Test
  void formThatNamesAWindowItselfKeepsIt() {
    browser()
        .run(
            "const field = document.createElement('input'); field.name = '_lw';"
                + "field.value = 'AAAAAAAAAAAAAAAA'; document.getElementById('post').append(field)");
    browser().click("#post-go");

    assertGone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fetch('echo.jsp')",
        "fetch(new URL('echo.jsp', location))",
        "fetch(new Request('echo.jsp'))",
        "fetch('echo.jsp', {headers: {Accept: 'text/plain'}})",
        "fetch(new Request('echo.jsp', {method: 'POST', body: 'a=1'}), {headers: [['X-Y', '1']]})"
      })
  void fetchNamesTheWindowInAHeader(String request) {
    assertThat(echoOf(request)).contains("header=" + window, "patient=" + ANNA, "query=\n");
  }

  @Test
  void fetchSendsItsBodyAndItsOwnWindow() {
    assertThat(echoOf("fetch('echo.jsp', {method: 'POST', body: new URLSearchParams({a: 'b c'})})"))
        .contains("method=POST", "field=b c", "header=" + window);
    assertThat(
            browser()
                .await(
                    "fetch('echo.jsp', {headers: {'Launch-Window': 'AAAAAAAAAAAAAAAA'}})"
                        + ".then(r => done(r.status))"))
        .isEqualTo(409L);
  }

  @Test
  void fetchOfAnotherApplicationNamesNothing() {
    assertThat(echoOf("fetch('/manyother/test/echo.jsp')")).contains("header=\n");
  }

  @Test
  void fetchThatFailsIsRejectedAsEver() {
    assertThat(
            browser()
                .await("fetch('http://127.0.0.1:1/').then(() => done('?'), e => done(e.name))"))
        .isEqualTo("TypeError");
    assertThat(browser().await("fetch('//[').then(() => done('?'), e => done(e.name))"))
        .isEqualTo("TypeError");
  }

  @Test
  void xhrNamesTheWindowInAHeader() {
    assertThat(
            String.valueOf(
                browser()
                    .await(
                        "const x = new XMLHttpRequest(); x.open('POST', 'echo.jsp');"
                            + "x.onload = () => done(x.responseText); x.send('a=1')")))
        .contains("method=POST", "header=" + window, "patient=" + ANNA);
  }

  @Test
  void xhrThatIsRefusedRaisesTheEvent() {
    String state =
        String.valueOf(
            browser()
                .await(
                    "document.addEventListener('launchgate', e => done(e.detail.state));"
                        + "const x = new XMLHttpRequest();"
                        + "x.open('GET', 'echo.jsp?_lw=AAAAAAAAAAAAAAAA'); x.send()"));
    assertThat(state).isEqualTo("stale");
  }

  @Test
  void tabKeepsItsWindowWhenThePageHidesItFromTheAddress() {
    browser().run("history.replaceState(null, '', 'parts.html')");
    browser().reload();
    assertThat(browser().address()).endsWith("/test/parts.html");

    assertThat(echoOf("fetch('echo.jsp')")).contains("patient=" + ANNA);
    browser().inNewTab(() -> browser().run("window.open(location.href)"));
    browser().see("#link");
    assertThat(echoOf("fetch('echo.jsp')")).as("in a copy of the tab").contains("patient=" + ANNA);
  }

  @Test
  void tabThatLaunchesHasItsNewWindow() {
    launchByForm(MANY, "cato-3");
    browser().open(portal(MANY, "/test/parts.html"));
    browser().see("#link");

    assertThat(echoOf("fetch('echo.jsp')")).contains("patient=cato-3");
  }

  @Test
  void freshTabHasNoWindowOfAnother() {
    browser().newTab();
    browser().open(portal(MANY, "/test/parts.html"));
    browser().see("#link");

    assertThat(browser().run("return launchgate.window")).isEqualTo("");
    assertThat(echoOf("fetch('echo.jsp')")).contains("header=\n").endsWith("patient=");
  }

  @Test
  void scriptThatIsLoadedTwiceActsOnce() {
    browser()
        .await(
            "const s = document.createElement('script'); s.src = '../launchgate.js';"
                + "s.onload = done; document.head.append(s)");

    assertThat(echoOf("fetch('echo.jsp')")).contains("header=" + window + "\n");
    browser().click("#post-go");
    assertEcho("query=_lw=" + window);
  }

  @Test
  void windowThatThePageIsToldLaterIsNamedFromThenOn() {
    browser().newTab();
    browser().open(portal(MANY, "/test/parts.html"));
    browser().see("#link");
    browser().run("launchgate.window = arguments[0]", window);

    browser().click("#link");

    assertEcho("patient=" + ANNA);
  }

  @Test
  void policyOfThePageIsNotBroken() {
    browser()
        .run(
            "window.broken = 0;"
                + "document.addEventListener('securitypolicyviolation', () => window.broken++)");
    browser()
        .run(
            "document.getElementById('link').dispatchEvent(new Event('click', {bubbles: true, cancelable: true}))");
    echoOf("fetch('echo.jsp')");

    assertThat(browser().run("return window.broken")).isEqualTo(0L);
    assertThat(browser().driver().findElements(By.cssSelector("script"))).hasSize(1);
  }
}
