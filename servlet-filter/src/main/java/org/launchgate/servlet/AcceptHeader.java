package org.launchgate.servlet;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a client would rather have, a page or JSON (RFC 9110, section 12.5.1). In doubt it is a
 * browser, and gets the page.
 */
final class AcceptHeader {
  private static final Pattern JSON = Pattern.compile("application/(.+\\+)?json");

  private final List<AcceptRange> ranges;

  /** Reads the values of all Accept headers; what is malformed in them is passed over. */
  AcceptHeader(List<String> values) {
    ranges = AcceptRange.read(values);
  }

  /**
   * Whether JSON is preferred. A wildcard counts for the page, but a JSON type that is named weighs
   * more than the wildcard that stands beside it.
   */
  boolean prefersJson() {
    double json = best(type -> JSON.matcher(type).matches());
    double html = best(type -> type.equals("text/html") || type.equals("application/xhtml+xml"));
    double any = best(type -> type.equals("text/*") || type.equals("*/*"));
    return json > 0 && (html >= 0 ? json > html : json >= any);
  }

  private double best(Predicate<String> wanted) {
    return ranges.stream()
        .filter(r -> wanted.test(r.value()))
        .mapToDouble(AcceptRange::weight)
        .max()
        .orElse(-1);
  }
}
