package org.launchgate.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The layout of our own few pages: no script, nothing loaded, one style of its own that the content
 * security policy names by its digest, and a form where there is something to answer.
 */
final class HtmlPage {
  // Contrast of text on ground: 15:1 and 12:1, far above the 7:1 of WCAG 2.2, criterion 1.4.6.
  private static final String STYLE =
      ":root{color-scheme:light dark}"
          + "body{margin:0;font:1.125rem/1.6 system-ui,sans-serif;color:#1b2430;background:#f5f7f9}"
          + "main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;"
          + "border:1px solid #c5ced8;border-radius:.5rem}"
          + "h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.25}"
          + "p{margin:0 0 1rem}p:last-child{margin:0}"
          + "a{color:inherit}"
          + "button{font:inherit;font-weight:600;margin:0 0 1rem;padding:.5rem 1.25rem;"
          + "color:#fff;background:#14507a;border:0;border-radius:.375rem;cursor:pointer}"
          + "code{font:600 1.125em ui-monospace,monospace;letter-spacing:.08em}"
          + "@media(prefers-color-scheme:dark){body{color:#e8edf2;background:#12181f}"
          + "main{background:#1b2430;border-color:#45525f}}";

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action ";

  /** The policy of a page without a form. */
  static final String CONTENT_SECURITY_POLICY = POLICY + "'none'";

  /**
   * The policy of a page with one, which is shown in no frame but those of the given origins: a
   * page around it must not get a click by showing something else.
   */
  static String formPolicy(Set<String> framedBy) {
    return POLICY
        + "'self'; frame-ancestors 'self'"
        + framedBy.stream().sorted().map(origin -> " " + origin).collect(Collectors.joining());
  }

  private final StringBuilder html = new StringBuilder();
  private final int headEnd;

  HtmlPage(String title) {
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(title)
        .append("</title>\n");
    headEnd = html.length();
    html.append("<style>")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(title)
        .append("</h1>\n");
  }

  /** Adds a paragraph of words of ours: nothing here is escaped. */
  HtmlPage paragraph(String words) {
    html.append("<p>").append(words).append("</p>\n");
    return this;
  }

  /** Lets the browser go on to that address by itself, at once. */
  HtmlPage goingOnTo(String url) {
    html.insert(headEnd, "<meta http-equiv=\"refresh\" content=\"0;url=" + escaped(url) + "\">\n");
    return this;
  }

  /** Adds a form of one hidden field and one button. */
  HtmlPage form(String action, String field, String value, String button) {
    html.append("<form method=\"post\" action=\"")
        .append(escaped(action))
        .append("\"><input type=\"hidden\" name=\"")
        .append(field)
        .append("\" value=\"")
        .append(escaped(value))
        .append("\"><button>")
        .append(button)
        .append("</button></form>\n");
    return this;
  }

  /** Adds a form of one hidden field and a button each for yes and no. */
  HtmlPage choice(
      String action,
      String field,
      String value,
      String name,
      String yes,
      String yesWords,
      String no,
      String noWords) {
    html.append("<form method=\"post\" action=\"")
        .append(escaped(action))
        .append("\"><input type=\"hidden\" name=\"")
        .append(field)
        .append("\" value=\"")
        .append(escaped(value))
        .append("\">");
    button(name, yes, yesWords);
    button(name, no, noWords);
    html.append("</form>\n");
    return this;
  }

  private void button(String name, String value, String words) {
    html.append("<button name=\"")
        .append(name)
        .append("\" value=\"")
        .append(value)
        .append("\">")
        .append(words)
        .append("</button> ");
  }

  /** A text that is somebody else's, for an element or a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The finished page. */
  String text() {
    return html + "</main>\n</body>\n</html>\n";
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
