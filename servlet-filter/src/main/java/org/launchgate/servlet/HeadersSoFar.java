package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The headers of a response before a page of the application's had it. Its cookies are among them,
 * without which a question could not be answered.
 */
final class HeadersSoFar {
  private final Map<String, List<String>> values;

  private HeadersSoFar(Map<String, List<String>> values) {
    this.values = values;
  }

  static HeadersSoFar of(HttpServletResponse response) {
    Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : response.getHeaderNames()) {
      Collection<String> all = response.getHeaders(name);
      values.put(name, List.copyOf(all));
    }
    return new HeadersSoFar(values);
  }

  /** Sets them on a response that was reset. */
  void setOn(HttpServletResponse response) {
    values.forEach((name, all) -> all.forEach(value -> response.addHeader(name, value)));
  }

  /** The values of cookies are secrets. */
  @Override
  public String toString() {
    return "HeadersSoFar" + values.keySet();
  }
}
