package org.launchgate.servlet;

import org.jspecify.annotations.Nullable;

/** The built-in page for who does not get in, and its machine-readable counterpart. */
final class RefusalPage {
  private RefusalPage() {}

  static String html(RefusalResponse response, @Nullable String reference) {
    HtmlPage page =
        new HtmlPage(response.title()).paragraph(response.text()).paragraph(response.advice());
    response
        .relaunchUrl()
        .ifPresent(
            url ->
                page.paragraph(
                    "<a href=\"" + HtmlPage.escaped(url) + "\">Go to your own system</a>"));
    if (reference != null) {
      page.paragraph(
          "If it happens again, give your support this reference: <code>" + reference + "</code>");
    }
    return page.text();
  }

  /** The same as problem details (RFC 9457). */
  static String problemJson(RefusalResponse response, @Nullable String reference) {
    return "{\"type\":\"about:blank\",\"title\":\""
        + response.title()
        + "\",\"status\":"
        + response.status()
        + (reference == null ? "" : ",\"reference\":\"" + reference + "\"")
        + "}";
  }
}
