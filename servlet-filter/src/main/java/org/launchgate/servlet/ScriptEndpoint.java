package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;

/**
 * Serves {@code launchgate.js}, and tells it how the window of its page stands.
 *
 * <p>The script is the same for everybody, so it is served without a look at the session. How a
 * window stands is asked with the query {@code state}: a request like any other, which prolongs the
 * session as every one does. So the script asks only when the user comes back to its page or a page
 * of another tab was launched.
 */
final class ScriptEndpoint {
  private static final String STATE_QUERY = "state";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");
  private static final String ALLOWED = "GET, HEAD";

  /** After that an application that was deployed anew, in another mode, has its new script. */
  private static final String CACHING = "max-age=600";

  private final String path;
  private final WindowScript script;

  ScriptEndpoint(String path, WindowScript script) {
    this.path = path;
    this.script = script;
  }

  /** Whether a request is for the script, or asks what the script asks. */
  boolean isAt(String requestPath) {
    return path.equals(requestPath);
  }

  /** Whether a request here needs its session. */
  static boolean asksForState(HttpServletRequest request) {
    return STATE_QUERY.equals(request.getQueryString());
  }

  /** Answers with the script. */
  void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!METHODS.contains(request.getMethod())) {
      HttpAnswer.notAllowed(response, ALLOWED);
      return;
    }
    response.setHeader("Cache-Control", CACHING);
    response.setHeader("ETag", script.tag());
    if (isKnown(request)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = script.bytes();
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType("text/javascript;charset=utf-8");
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(body);
    }
  }

  /**
   * Says in a header what is wrong with the window that the request names; nothing where all is
   * well.
   */
  void tell(LaunchBinder.Bound bound, HttpServletResponse response) {
    HttpAnswer.guard(response);
    if (!METHODS.contains(bound.request().getMethod())) {
      HttpAnswer.notAllowed(response, ALLOWED);
      return;
    }
    if (bound.standing() == Standing.STALE) {
      response.setHeader(WindowGuard.HEADER, WindowGuard.STALE);
    } else if (bound.standing() == Standing.ENDED) {
      response.setHeader(WindowGuard.HEADER, WindowGuard.ENDED);
    }
    HttpAnswer.empty(response, HttpServletResponse.SC_NO_CONTENT);
  }

  // A proxy that compresses makes the tag a weak one.
  private boolean isKnown(HttpServletRequest request) {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(value -> value.strip().replaceFirst("^W/", ""))
        .anyMatch(value -> value.equals("*") || value.equals(script.tag()));
  }
}
