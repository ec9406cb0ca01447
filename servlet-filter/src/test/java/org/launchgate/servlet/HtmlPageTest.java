package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The one template of all built-in pages. */
class HtmlPageTest {
  private static final String EVIL = "<script>alert('1')</script>\" & {here}";

  static Stream<Arguments> pages() {
    return PageGallery.all().entrySet().stream()
        .flatMap(
            page ->
                Arrays.stream(Language.values())
                    .map(
                        language ->
                            Arguments.argumentSet(
                                page.getKey() + " in " + language, page.getValue(), language)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageHasItsLanguageItsTitleAndItsReference(Page page, Language language) {
    String title = Html.escaped(PageTexts.in(language).get(page.title().key()).text());
    assertThat(HtmlPage.of(page, language))
        .startsWith("<!DOCTYPE html>\n<html lang=\"" + language.tag() + "\">")
        .containsOnlyOnce("<title>" + title + "</title>")
        .containsOnlyOnce("<h1>" + title + "</h1>")
        .containsOnlyOnce("<main>")
        .containsOnlyOnce("<code>K7M2QWXY34</code>")
        .doesNotContain("<script", "style=", "src=", "url(", "@import");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void policyAllowsItsStyleAndNothingElse(Page page, Language language) throws Exception {
    Matcher style =
        Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL)
            .matcher(HtmlPage.of(page, language));
    assertThat(style.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest(style.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(HtmlPage.policy(page))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + Base64.getEncoder().encodeToString(digest)
                + "'; base-uri 'none'; form-action "
                + (page.form().isPresent() ? "'self'; frame-ancestors 'self'" : "'none'"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void viewSaysWhatThePageSays(Page page, Language language) {
    PageView view = new PageView(page, language);
    String text = HtmlPage.of(page, language).replaceAll("</?strong>", "");
    assertThat(text)
        .contains("<html lang=\"" + view.getLanguage() + "\">")
        .contains("<h1>" + Html.escaped(view.getTitle()) + "</h1>")
        .contains("<p>" + Html.escaped(view.getText()) + "</p>")
        .contains("<p>" + Html.escaped(view.getAdvice()) + "</p>")
        .contains(Html.escaped(view.getReferenceText()) + " <code>" + view.getReference());
    for (PageView.Link link : view.getLinks()) {
      assertThat(text)
          .contains("<a href=\"" + link.getAddress() + "\">" + Html.escaped(link.getText()) + "<");
    }
    if (view.getRelaunchUrl() != null) {
      assertThat(text)
          .contains("<a href=\"" + view.getRelaunchUrl() + "\">" + view.getRelaunchText() + "<");
    }
    if (view.getForm() != null) {
      assertThat(text)
          .contains("action=\"" + view.getForm().getAction() + "\"")
          .contains("name=\"" + view.getForm().getField() + "\"")
          .contains("value=\"" + view.getForm().getValue() + "\"");
      view.getForm()
          .getButtons()
          .forEach(button -> assertThat(text).contains(">" + button.getText() + "</button>"));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void viewPrintsNoName(Page page, Language language) {
    PageView view = new PageView(page, language);
    String printed =
        page
            + " "
            + page.form()
            + page.links()
            + view
            + view.getForm()
            + view.getLinks()
            + (view.getForm() == null ? "" : view.getForm().getButtons());
    assertThat(printed).doesNotContain("Ann", "Bob", "bedacht", "Proefpersoon", "456", "_lw", "=T");
  }

  @Test
  void whatOthersSayIsEscapedEverywhere() {
    Page question =
        LaunchPages.otherUser(EVIL, EVIL, new LaunchPages.Target(EVIL, EVIL, EVIL, Set.of()), EVIL);
    Page link = LinkPages.link(new LinkPages.Identities(EVIL, EVIL, EVIL), EVIL, EVIL, EVIL);
    Page logIn =
        LinkPages.logIn(
            new LinkPages.Identities(EVIL, EVIL, EVIL),
            new LaunchPages.Target(EVIL, EVIL, EVIL, Set.of()),
            EVIL);
    for (Page page : List.of(question, link, logIn)) {
      for (Language language : Language.values()) {
        assertThat(HtmlPage.of(page.under(EVIL), language))
            .doesNotContain("<script", "'1'", "</script>\"")
            .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; &amp; {here}");
      }
    }
  }

  @Test
  void questionOfTwoButtonsSaysWhichWasPressed() {
    String page =
        HtmlPage.of(
            LinkPages.link(
                new LinkPages.Identities("Demo XIS", "Dr. Bob Bedacht", "b.bedacht"),
                "/app/launch",
                "launch_ticket",
                "T"),
            Language.ENGLISH);
    assertThat(page)
        .contains(
            "You came from <strong>Demo XIS</strong> as <strong>Dr. Bob Bedacht</strong>. Here,"
                + " <strong>b.bedacht</strong> is logged in.")
        .contains(
            "<form method=\"post\" action=\"/app/launch\"><input type=\"hidden\""
                + " name=\"launch_ticket\" value=\"T\">"
                + "<button name=\"launch_answer\" value=\"yes\">Link Dr. Bob Bedacht to b.bedacht</button>"
                + "<button name=\"launch_answer\" value=\"no\">Do not link</button></form>");
  }

  @Test
  void framesOfAQuestionAreNamed() {
    PageForm form =
        new PageForm("/", "f", "v", List.of(), Set.of("https://b.example", "https://a.example"));
    assertThat(HtmlPage.policy(Page.of(PageMessage.OTHER_USER, 200).about(Map.of()).asking(form)))
        .endsWith("; frame-ancestors 'self' https://a.example https://b.example");
  }
}
