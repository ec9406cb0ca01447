package org.launchgate.servlet;

/** How a text is written into a page. */
final class Html {
  private Html() {}

  /** A text, for an element or a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
