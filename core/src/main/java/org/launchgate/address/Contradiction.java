package org.launchgate.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.launchgate.profile.ContextField;

/**
 * Finds out whether an address speaks of something else than a launch, in the places where a
 * template has fields of the launch.
 *
 * @param template as it is written
 * @param sample what it leads to with some value in each place
 * @param values what the launch has in each field
 */
record Contradiction(
    String template, LocalAddress sample, Function<ContextField, Optional<String>> values) {

  boolean isIn(LocalAddress address) {
    return isInPath(address.path()) || address.query().filter(this::isInQuery).isPresent();
  }

  /** Up to the first segment that leads elsewhere. */
  private boolean isInPath(String path) {
    String[] written = template.split("\\?", 2)[0].split("/", -1);
    String[] own = sample.path().split("/", -1);
    String[] others = path.split("/", -1);
    for (int i = 0; i < Math.min(written.length, others.length); i++) {
      if (TargetTemplate.SEGMENT.matcher(written[i]).matches()) {
        if (differs(written[i], others[i])) {
          return true;
        }
      } else if (!own[i].equals(others[i])) {
        return false;
      }
    }
    return false;
  }

  private boolean isInQuery(String query) {
    String[] halves = template.split("\\?", 2);
    for (String own : halves.length == 1 ? new String[0] : halves[1].split("&", -1)) {
      if (TargetTemplate.PARAMETER.matcher(own).matches()
          && isInQuery(query, name(own), own.substring(own.indexOf('{')))) {
        return true;
      }
    }
    return false;
  }

  private boolean isInQuery(String query, String name, String field) {
    for (String other : query.split("&", -1)) {
      if (name(other).equals(name) && differs(field, value(other))) {
        return true;
      }
    }
    return false;
  }

  private boolean differs(String field, String other) {
    return ContextField.ofPath(field.substring(1, field.length() - 1))
        .flatMap(values)
        .filter(other::equals)
        .isEmpty();
  }

  private static String name(String parameter) {
    return decoded(parameter.split("=", 2)[0]);
  }

  private static String value(String parameter) {
    String[] halves = parameter.split("=", 2);
    return halves.length == 1 ? "" : decoded(halves[1]);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Contradiction[" + template + "]";
  }
}
