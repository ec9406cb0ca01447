package org.launchgate.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one template of our own pages: no script, nothing loaded, one style of its own that the
 * content security policy names by its digest. All that it writes is escaped on its way in.
 */
final class HtmlPage {
  // Contrast of text on ground: 15:1 and 12:1, far above the 7:1 of WCAG 2.2, criterion 1.4.6.
  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;color:#1b2430;background:#f5f7f9}"
          + "main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;"
          + "border:1px solid #c5ced8;border-radius:.5rem;overflow-wrap:break-word}"
          + "h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.25}"
          + "p,ul,form{margin:0 0 1rem}"
          + "ul{padding:0;list-style:none}li{padding:.25rem 0}"
          + "a{color:inherit}"
          + "form{display:flex;flex-wrap:wrap;gap:.75rem}"
          + "button{font:inherit;font-weight:600;padding:.5rem 1.25rem;max-width:100%;"
          + "overflow-wrap:anywhere;color:#fff;background:#14507a;border:2px solid #14507a;"
          + "border-radius:.375rem;cursor:pointer}"
          + "button+button{color:inherit;background:none;border-color:currentColor}"
          + ":focus-visible{outline:3px solid;outline-offset:3px}"
          + ".reference{margin:1.5rem 0 0;padding:1rem 0 0;border-top:1px solid #c5ced8;"
          + "font-size:1rem}"
          + "code{font:600 1.125em ui-monospace,monospace;letter-spacing:.08em}"
          + "@media(prefers-color-scheme:dark){body{color:#e8edf2;background:#12181f}"
          + "main{background:#1b2430;border-color:#45525f}.reference{border-color:#45525f}"
          + "button{border-color:#5d8fb4}}"
          + "@media(max-width:36rem){main{margin:0;padding:1.5rem;border-width:0 0 1px;"
          + "border-radius:0}}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action ";

  /** The policy of a page without a form. */
  static final String CONTENT_SECURITY_POLICY = POLICY + "'none'";

  private final Page page;
  private final Language language;
  private final StringBuilder html = new StringBuilder();

  private HtmlPage(Page page, Language language) {
    this.page = page;
    this.language = language;
  }

  /** The page in that language. */
  static String of(Page page, Language language) {
    HtmlPage written = new HtmlPage(page, language);
    written.head();
    written.body();
    return written.html.toString();
  }

  /** What the browser may do with a page. One with a form shows in no frame of just anybody. */
  static String policy(Page page) {
    return page.form()
        .map(form -> POLICY + "'self'; " + framing(form))
        .orElse(CONTENT_SECURITY_POLICY);
  }

  /** In whose frames a page with a form may be shown. */
  static String framing(PageForm form) {
    Set<String> origins = form.framedBy();
    return "frame-ancestors 'self'"
        + origins.stream().sorted().map(origin -> " " + origin).collect(Collectors.joining());
  }

  private void head() {
    String title = Html.escaped(page.title().in(language));
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(language.tag())
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(title)
        .append("</title>\n");
    if (page.kind() == PageKind.HOP) {
      goOnTo(page.links().get(0).address());
    }
    html.append("<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(title)
        .append("</h1>\n");
  }

  /** Lets the browser go on to that address by itself, at once. */
  private void goOnTo(String address) {
    html.append("<meta http-equiv=\"refresh\" content=\"0;url=")
        .append(Html.escaped(address))
        .append("\">\n");
  }

  private void body() {
    paragraph(page.textHtmlIn(language));
    paragraph(page.advice().htmlIn(language));
    page.form().ifPresent(this::form);
    links(page.links());
    page.relaunchUrl().ifPresent(url -> paragraph(link(url, Words.of("relaunch"))));
    reference();
    html.append("</main>\n</body>\n</html>\n");
  }

  private void paragraph(String escaped) {
    html.append("<p>").append(escaped).append("</p>\n");
  }

  private void form(PageForm form) {
    html.append("<form method=\"post\" action=\"")
        .append(Html.escaped(form.action()))
        .append("\"><input type=\"hidden\" name=\"")
        .append(Html.escaped(form.field()))
        .append("\" value=\"")
        .append(Html.escaped(form.value()))
        .append("\">");
    form.buttons().forEach(this::button);
    html.append("</form>\n");
  }

  private void button(PageForm.Button button) {
    html.append("<button");
    if (!button.name().isEmpty()) {
      html.append(" name=\"")
          .append(Html.escaped(button.name()))
          .append("\" value=\"")
          .append(Html.escaped(button.value()))
          .append("\"");
    }
    html.append('>').append(text(button.words())).append("</button>");
  }

  private void links(List<PageLink> links) {
    if (links.size() == 1) {
      paragraph(link(links.get(0).address(), links.get(0).words()));
    } else if (!links.isEmpty()) {
      html.append("<ul>\n");
      links.forEach(each -> html.append("<li>" + link(each.address(), each.words()) + "</li>\n"));
      html.append("</ul>\n");
    }
  }

  private String link(String address, Words words) {
    return "<a href=\"" + Html.escaped(address) + "\">" + text(words) + "</a>";
  }

  private void reference() {
    String reference = page.reference();
    if (reference != null) {
      html.append("<p class=\"reference\">")
          .append(text(Words.of("reference")))
          .append(" <code>")
          .append(Html.escaped(reference))
          .append("</code></p>\n");
    }
  }

  private String text(Words words) {
    return Html.escaped(words.in(language));
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
