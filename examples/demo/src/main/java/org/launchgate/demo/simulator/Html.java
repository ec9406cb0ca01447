package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Collectors;

/**
 * A piece of a page. It comes from a template of our own in which every <code>{}</code> is replaced
 * by an escaped value, so a value never becomes markup unless it is such a piece itself.
 */
final class Html {
  private static final String SLOT = "{}";

  private final String markup;

  private Html(String markup) {
    this.markup = markup;
  }

  /** The template with a value for each slot: text, a piece of HTML, or several pieces in a row. */
  static Html of(String template, Object... values) {
    Iterator<Object> left = Arrays.asList(values).iterator();
    StringBuilder markup = new StringBuilder();
    int from = 0;
    for (int slot = template.indexOf(SLOT); slot >= 0; slot = template.indexOf(SLOT, from)) {
      markup.append(template, from, slot).append(markupOf(left.next()));
      from = slot + SLOT.length();
    }
    if (left.hasNext()) {
      throw new IllegalArgumentException("more values than slots in: " + template);
    }
    return new Html(markup.append(template, from, template.length()).toString());
  }

  /** Text as it is read, safe between tags and inside a quoted attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String markupOf(Object value) {
    if (value instanceof Html html) {
      return html.markup;
    }
    if (value instanceof Collection<?> pieces) {
      return pieces.stream().map(Html::markupOf).collect(Collectors.joining());
    }
    return escaped(String.valueOf(value));
  }

  @Override
  public String toString() {
    return markup;
  }
}
