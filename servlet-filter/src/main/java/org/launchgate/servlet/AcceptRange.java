package org.launchgate.servlet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One of the things that a client would take, and how much it would like it (RFC 9110, section
 * 12.4.2).
 *
 * @param value in lower case, without its parameters
 * @param weight from 0, which is never, to 1
 */
record AcceptRange(String value, double weight) {
  private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  /** Reads the values of all headers of a name; what is malformed in them is passed over. */
  static List<AcceptRange> read(List<String> values) {
    return values.stream()
        .flatMap(value -> Arrays.stream(value.toLowerCase(Locale.ROOT).split(",")))
        .map(AcceptRange::read)
        .filter(range -> range.weight >= 0)
        .toList();
  }

  private static AcceptRange read(String text) {
    String[] parts = text.split(";", -1);
    double weight = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.startsWith("q=")) {
        weight = weight(parameter.substring(2));
      }
    }
    return new AcceptRange(parts[0].strip(), weight);
  }

  private static double weight(String text) {
    return WEIGHT.matcher(text).matches() ? Double.parseDouble(text) : -1;
  }
}
