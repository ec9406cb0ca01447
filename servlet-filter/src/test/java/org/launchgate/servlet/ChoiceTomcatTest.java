package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.servlet.Browser.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.launchgate.TokenBuilder;

/** {@code contextRequired}: where a page is about one patient, and it is not certain which. */
class ChoiceTomcatTest {
  private static TomcatApp app;

  private final Browser browser = app.browser();

  @BeforeAll
  static void start() {
    app =
        new TomcatApp()
            .param("windows", "many")
            .param("closePath", "/close")
            .param("contextRequired", "/whoami /dossier/*")
            .page(Shown.PATH, Shown.PAGE)
            .page("/dossier/*", Shown.PAGE)
            .page("/free", Shown.PAGE)
            .start();
  }

  @AfterAll
  static void stop() {
    app.close();
  }

  private String launch(TokenBuilder token) {
    HttpResponse<String> answer = browser.post("/launch", "payload=" + token.token());
    assertThat(answer.statusCode()).isEqualTo(303);
    return header(answer, "Location").replaceAll(".*_lw=", "");
  }

  private String launch(String id, String first, String last) {
    return launch(
        Launches.exorlive("m", "Mando", "Lorian")
            .nested("contact", "id", id)
            .nested("contact", "firstname", first)
            .nested("contact", "lastname", last));
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(header(answer, "Launch-State")).isEqualTo("choose");
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"title\":\"No patient is in focus\"");
  }

  @Test
  void userChoosesAmongThePatientsThatAreOpen() {
    String one = launch("1", "Ann", "Arbor");
    String two = launch("2", "Bob", "Cat");

    HttpResponse<String> page = browser.get("/dossier/7?tab=2&q=a%26b");

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(header(page, "Launch-State")).isEqualTo("choose");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.body())
        .contains(
            "<a href=\"/app/dossier/7?tab=2&amp;q=a%26b&amp;_lw="
                + one
                + "\">Ann Arbor, born 1969-11-13</a>")
        .contains(
            "<a href=\"/app/dossier/7?tab=2&amp;q=a%26b&amp;_lw="
                + two
                + "\">Bob Cat, born 1969-11-13</a>");
  }

  @Test
  void linkOfTheChoiceLeadsToThatPatient() {
    launch("1", "Ann", "Arbor");
    String two = launch("2", "Bob", "Cat");
    Matcher link =
        Pattern.compile("href=\"/app([^\"]*" + two + ")\"").matcher(browser.get("/whoami").body());
    assertThat(link.find()).isTrue();

    assertThat(Shown.in(browser.get(link.group(1))).patient()).isEqualTo("2");
  }

  @Test
  void namesAndAddressAreEscaped() {
    launch("1", "<img src=x onerror='a'>", "O\"Neil & Co");
    launch("2", "Bob", "Cat");

    String page = browser.get("/dossier/%22%3E%3Cscript%3E?x=%3Cb%3E%27").body();

    assertThat(page)
        .contains("&lt;img src=x onerror=&#39;a&#39;&gt; O&quot;Neil &amp; Co")
        .contains("href=\"/app/dossier/%22%3E%3Cscript%3E?x=%3Cb%3E%27&amp;_lw=")
        .doesNotContain("<img", "<script", "O\"N", "<b>");
  }

  @Test
  void patientsAreToldApartByWhatIsKnownOfThem() {
    launch(
        Launches.exorlive("m", "Mando", "Lorian")
            .nested("contact", "id", "id-1")
            .withoutNested("contact", "firstname")
            .withoutNested("contact", "lastname")
            .withoutNested("contact", "birthdate"));
    launch("2", "Bob", "Cat");

    assertThat(browser.get("/whoami").body()).contains(">Patient id-1</a>");
  }

  @Test
  void scriptIsToldByProblemDetails() {
    launch("1", "Ann", "Arbor");
    launch("2", "Bob", "Cat");

    assertProblem(browser.get("/whoami", "Accept", "application/json"));
    assertProblem(browser.get("/whoami", "Sec-Fetch-Dest", "empty"));
    assertProblem(browser.get("/whoami", "X-Requested-With", "XMLHttpRequest"));
  }

  @Test
  void formIsRefusedSinceAChoiceWouldLoseIt() {
    launch("1", "Ann", "Arbor");
    launch("2", "Bob", "Cat");

    HttpResponse<String> answer = browser.post("/whoami", "x=1");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("No patient is in focus").doesNotContain("Ann", "href=");
  }

  @Test
  void whereNoneIsOpenAnyMoreThereIsNothingToChoose() {
    String one = launch("1", "Ann", "Arbor");
    browser.post("/close?_lw=" + one, "");

    HttpResponse<String> answer = browser.get("/whoami");
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("No patient is in focus").doesNotContain("href=");
  }

  @Test
  void theOnlyPatientNeedsNoChoice() {
    launch("1", "Ann", "Arbor");

    assertThat(Shown.to(browser).patient()).isEqualTo("1");
  }

  @Test
  void elsewhereAPageIsShownWithoutAPatient() {
    launch("1", "Ann", "Arbor");
    launch("2", "Bob", "Cat");

    assertThat(Shown.in(browser.get("/free")).patient()).isEqualTo("-");
  }

  @Test
  void whoHasNoLaunchIsNoConcernOfIt() {
    assertThat(Shown.to(browser)).isEqualTo(Shown.NOBODY);
  }

  /** What the container may read otherwise than the filter is taken for one of those pages. */
  @Test
  void pathThatIsAmbiguousIsTakenForOne() {
    launch("1", "Ann", "Arbor");
    launch("2", "Bob", "Cat");

    for (String path : List.of("/dossier/a;x=1", "/free;x=1")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.body()).as(path).doesNotContain(" 1 ", " 2 ");
    }
  }
}
