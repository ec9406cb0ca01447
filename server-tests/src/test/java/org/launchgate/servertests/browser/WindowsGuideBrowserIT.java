package org.launchgate.servertests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.TestPartner;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.PortalVariant;

/**
 * The lines of code in {@code docs/windows-and-patient-safety.md}, put into pages and tried: what
 * is XML, JSP, HTML and JavaScript there.
 */
class WindowsGuideBrowserIT extends WindowsFixture {
  private static final String ANNA = "anna-1";
  private static final String BRAM = "bram-2";

  private static List<String> lines(String language) {
    try {
      String guide =
          Files.readString(Built.images().resolveSibling("windows-and-patient-safety.md"));
      return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
          .matcher(guide)
          .results()
          .map(found -> found.group(1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String partners() {
    return TestPartner.partnersFile()
        .replace(
            "\"id\": \"tatooine\",",
            "\"id\": \"tatooine\", \"origins\": [\"" + partner().origin() + "\"],");
  }

  @Override
  List<PortalVariant> variants() {
    Map<String, String> files =
        Map.of(
            "guide.jsp",
            "<%@ page contentType=\"text/html; charset=UTF-8\" session=\"false\" %>"
                + lines("jsp").get(0)
                + "<script src=\"guide.js\" defer></script><p id=\"banner\" hidden></p>"
                + "<p id=\"patient\">${launchContext.patient.id}</p>"
                + lines("jsp").get(1)
                + lines("jsp").get(2),
            "guide.js",
            lines("js").get(0),
            "app.html",
            "<!DOCTYPE html>" + lines("html").get(0),
            "app.js",
            "window.ready = (async () => {"
                + lines("js").get(1).replace("'me'", "'me.jsp'")
                + "})();",
            "me.jsp",
            "<%@ page contentType=\"application/json\" session=\"false\" %>"
                + "{\"window\": \"${launchContext.window}\"}");
    return List.of(
        new PortalVariant("single", "Lax", Map.of(), List.of(), files),
        new PortalVariant("many", "Lax", Map.of("windows", "many"), List.of(), files));
  }

  /** Opens two patients, and that page of the first one's, out of the portal's own. */
  private void openPageOfTheFirstOfTwo(String context, String page) {
    launchByForm(context, ANNA);
    String address = String.valueOf(browser().run("return launchgate.url(arguments[0])", page));
    browser().newTab();
    launchByForm(context, BRAM);
    browser().newTab();
    browser().open(portal(context, "/").resolve(address));
  }

  @Test
  void paramIsTheOneThatTheExamplePortalHas() throws Exception {
    Path webXml = Built.images().resolve("../../examples/portal/src/main/webapp/WEB-INF/web.xml");

    assertThat(lines("xml")).hasSize(1);
    assertThat(Files.readString(webXml).replaceAll("\\s+", ""))
        .contains(lines("xml").get(0).replaceAll("\\s+", ""));
  }

  @Test
  void formOfThePageIsSavedForItsPatient() {
    openPageOfTheFirstOfTwo("many", "guide.jsp");
    browser().seeText("#patient", ANNA);
    browser().type("form:nth-of-type(1) textarea", "as the guide says");
    browser().click("form:nth-of-type(1) button");

    browser().seeText("#notes", "as the guide says");
    assertShows(ANNA);
  }

  @Test
  void hiddenFieldNamesThePatientWhereNoScriptHelps() {
    openPageOfTheFirstOfTwo("many", "guide.jsp");
    String window =
        String.valueOf(browser().run("return document.getElementsByName('_lw')[0].value"));
    browser().newTab();
    browser().open(portal("many", "/assets/portal.css")); // a page that runs no script of ours
    Object shown =
        browser()
            .await(
                "fetch('../notes', {method: 'POST',"
                    + " body: new URLSearchParams({text: 'by the field', _lw: arguments[0]})})"
                    + ".then(r => r.text()).then(done, done)",
                window);

    assertThat(String.valueOf(shown)).contains("by the field", "<h1 id=\"patient-name\">" + ANNA);
  }

  @Test
  void bannerSaysWhatTheEventSays() {
    launchByForm("single", ANNA);
    browser().open(portal("single", "/guide.jsp"));
    browser().seeText("#patient", ANNA);
    String first = browser().tab();
    browser().newTab();
    launchByForm("single", BRAM);
    browser().goTo(first);

    browser().seeText("#banner", "The patient of this page is no longer in focus.");
  }

  @Test
  void singlePageApplicationKeepsThePatientOfItsAddressInMany() {
    openPageOfTheFirstOfTwo("many", "app.html");
    browser().await("window.ready.then(done, done)");
    browser().run("history.replaceState(null, '', 'app.html')");
    browser().reload();

    assertThat(patientOfScript()).isEqualTo(ANNA);
  }

  @Test
  void singlePageApplicationIsToldItsPatientInSingle() {
    launchByForm("single", ANNA);
    browser().open(portal("single", "/app.html"));
    browser().await("window.ready.then(done, done)");
    assertThat(patientOfScript()).isEqualTo(ANNA);
    String first = browser().tab();
    browser().newTab();
    launchByForm("single", BRAM);
    browser().goTo(first);

    assertThat(browser().await("fetch('whoami').then(r => done(r.status))")).isEqualTo(409L);
  }

  @Test
  void launchByScriptOpensThePatient() {
    String token = TestPartner.exorliveToken().nested("contact", "lastname", "Duin").token();
    String code = lines("js").get(2).replace("https://your.app/", portal("many", "/").toString());
    browser().open(partner().page("A partner's page"));

    browser()
        .inNewTab(
            () ->
                browser()
                    .await(
                        "const token = arguments[0]; (async () => {"
                            + code
                            + "})().then(done, done)",
                        token));

    browser().seeText("#patient-name", "Baby Duin");
  }

  private @Nullable Object patientOfScript() {
    return browser()
        .await("fetch('whoami').then(r => r.json()).then(j => done(j.context.patient.id), done)");
  }
}
