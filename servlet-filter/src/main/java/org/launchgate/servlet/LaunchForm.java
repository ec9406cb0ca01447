package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the form of a posted launch, also where an earlier filter has parsed it. */
final class LaunchForm {
  private LaunchForm() {}

  /** The fields of a form that nobody has read before; empty when it is unreadable. */
  static Optional<FormFields> of(byte[] body) {
    return FormFields.ofBytes(body);
  }

  /**
   * What an earlier filter made the container parse, of those fields; empty when it is unreadable.
   * There the query's values come first in each field's list (Servlet 6.0, section 3.1), and are
   * taken off again, to be counted once.
   */
  static Optional<FormFields> ofParameters(HttpServletRequest request, Set<String> names) {
    Optional<FormFields> query = FormFields.ofQuery(request.getQueryString());
    FormFields form = FormFields.NONE;
    for (String name : names) {
      List<String> values = values(request, name);
      int inQuery = query.map(fields -> fields.values(name).size()).orElse(0);
      if (values == null || values.size() < inQuery) {
        return Optional.empty();
      }
      form = form.and(name, values.subList(inQuery, values.size()));
    }
    return Optional.of(form);
  }

  private static @Nullable List<String> values(HttpServletRequest request, String name) {
    try {
      String[] values = request.getParameterValues(name);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (RuntimeException e) {
      // Servers throw exceptions of their own for parameters that they cannot decode.
      return null;
    }
  }
}
