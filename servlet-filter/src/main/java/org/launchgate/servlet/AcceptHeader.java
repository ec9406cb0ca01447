package org.launchgate.servlet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a client would rather have, a page or JSON (RFC 9110, section 12.5.1). In doubt it is a
 * browser, and gets the page.
 */
final class AcceptHeader {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");
  private static final Pattern JSON = Pattern.compile("application/(.+\\+)?json");

  private final List<Range> ranges;

  /** Reads the values of all Accept headers; what is malformed in them is passed over. */
  AcceptHeader(List<String> values) {
    ranges =
        values.stream()
            .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")))
            .map(AcceptHeader::range)
            .filter(range -> range.weight >= 0)
            .toList();
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
        .filter(r -> wanted.test(r.type))
        .mapToDouble(r -> r.weight)
        .max()
        .orElse(-1);
  }

  private static Range range(String text) {
    String[] parts = text.split(";", -1);
    double weight = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        weight = weight(parameter.substring(2));
      }
    }
    return new Range(parts[0].strip(), weight);
  }

  private static double weight(String text) {
    return WEIGHT.matcher(text).matches() ? Double.parseDouble(text) : -1;
  }

  private record Range(String type, double weight) {}
}
