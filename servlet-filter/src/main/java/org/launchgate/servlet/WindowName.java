package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The window that a request names: by the query parameter, by the header of a script, or else by
 * the field of a form that was read for it. One that names two names none of this session's.
 */
final class WindowName {
  /** The query parameter, and the field of a form. */
  static final String PARAMETER = "_lw";

  /** The header of a script. */
  static final String HEADER = "Launch-Window";

  /** Never an id. */
  private static final String UNKNOWN = "?";

  private WindowName() {}

  /** What is named, an id or not; empty when nothing is. */
  static Optional<String> of(HttpServletRequest request) {
    Set<String> named = new LinkedHashSet<>();
    Collections.list(request.getHeaders(HEADER)).forEach(value -> addFromHeader(value, named));
    addFromQuery(request.getQueryString(), named);
    if (named.isEmpty()) {
      FormBody.of(request).ifPresent(form -> named.addAll(form.windows()));
    }
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String first = named.iterator().next();
    return Optional.of(named.size() == 1 && LaunchWindow.isId(first) ? first : UNKNOWN);
  }

  // A script that sets the header twice sends one, with both values in it.
  private static void addFromHeader(String value, Set<String> named) {
    for (String each : value.split(",", -1)) {
      named.add(each.strip());
    }
  }

  // Its own look at the query: the rest of that is the application's, be it readable or not.
  private static void addFromQuery(@Nullable String query, Set<String> named) {
    if (query == null || !query.contains(PARAMETER)) {
      return;
    }
    for (String field : query.split("&", -1)) {
      if (field.equals(PARAMETER) || field.startsWith(PARAMETER + "=")) {
        named.add(field.substring(Math.min(field.length(), PARAMETER.length() + 1)));
      }
    }
  }
}
