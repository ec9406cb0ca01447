package org.launchgate.servlet;

import static org.launchgate.RefusalReason.MEDIA_TYPE_NOT_SUPPORTED;
import static org.launchgate.RefusalReason.REQUEST_MALFORMED;
import static org.launchgate.RefusalReason.REQUEST_TOO_LARGE;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form of a posted launch from the raw body, so that neither the server's own limits nor
 * its idea of the encoding decide what it says.
 */
final class LaunchForm {
  /** What a form may hold beside the token. */
  private static final int OTHER_FIELDS = 64 * 1024;

  private final Set<String> fields;
  private final int limit;

  LaunchForm(Set<String> fields, int maxTokenBytes) {
    this.fields = fields;
    this.limit = maxTokenBytes + OTHER_FIELDS;
  }

  FormReading read(HttpServletRequest request) {
    if (!FormMediaType.is(request.getContentType()) || isCompressed(request)) {
      return FormReading.refused(
          MEDIA_TYPE_NOT_SUPPORTED,
          "expected a plain UTF-8 application/x-www-form-urlencoded body, found Content-Type "
              + FormMediaType.shown(request.getContentType()));
    }
    if (request.getContentLengthLong() > limit) {
      return tooLarge();
    }
    try {
      byte[] body = request.getInputStream().readNBytes(limit + 1);
      return isConsumed(body, request) ? parameters(request) : parsed(body);
    } catch (IllegalStateException e) {
      // An earlier filter reads by getReader(), and the Servlet API forbids a second way.
      return parameters(request);
    } catch (IOException e) {
      // Tomcat has prepared an answer of its own by now: 400, and with this attribute 500.
      request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
      return FormReading.refused(REQUEST_MALFORMED, "the body was cut off");
    }
  }

  private static boolean isCompressed(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    return coding != null && !coding.equalsIgnoreCase("identity");
  }

  private static boolean isConsumed(byte[] body, HttpServletRequest request) {
    return body.length == 0 && request.getContentLengthLong() != 0;
  }

  private FormReading parsed(byte[] body) {
    if (body.length > limit) {
      return tooLarge();
    }
    return FormFields.ofBytes(body)
        .<FormReading>map(FormReading.Read::new)
        .orElseGet(LaunchForm::malformed);
  }

  /**
   * What an earlier filter made the container parse. There the query's values come first in each
   * field's list (Servlet 6.0, section 3.1), and are taken off again, to be counted once.
   */
  private FormReading parameters(HttpServletRequest request) {
    Optional<FormFields> query = FormFields.ofQuery(request.getQueryString());
    FormFields form = FormFields.NONE;
    for (String field : fields) {
      List<String> values = values(request, field);
      int inQuery = query.map(fields -> fields.values(field).size()).orElse(0);
      if (values == null || values.size() < inQuery) {
        return malformed();
      }
      form = form.and(field, values.subList(inQuery, values.size()));
    }
    return new FormReading.Read(form);
  }

  private static @Nullable List<String> values(HttpServletRequest request, String field) {
    try {
      String[] values = request.getParameterValues(field);
      return values == null ? List.of() : Arrays.asList(values);
    } catch (RuntimeException e) {
      // Servers throw exceptions of their own for parameters that they cannot decode.
      return null;
    }
  }

  private static FormReading malformed() {
    return FormReading.refused(REQUEST_MALFORMED, "the form is no strict percent-encoded UTF-8");
  }

  private FormReading tooLarge() {
    return FormReading.refused(REQUEST_TOO_LARGE, "the body is larger than " + limit + " bytes");
  }
}
