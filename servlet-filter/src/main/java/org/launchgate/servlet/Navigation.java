package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a user opens a page from outside the application. */
final class Navigation {
  private static final Set<String> OUTSIDE = Set.of("none", "cross-site", "same-site");

  private Navigation() {}

  /**
   * A link of a mail or another site, a bookmark, a typed address: no script, picture or frame, no
   * prefetch, and no link of a page of the application itself, which may be one that a session left
   * behind. Where a browser does not say, what it accepts counts.
   */
  static boolean isFromOutside(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && says(request, "Sec-Fetch-Mode", Set.of("navigate"))
        && says(request, "Sec-Fetch-Dest", Set.of("document"))
        && says(request, "Sec-Fetch-Site", OUTSIDE)
        && !LaunchEndpoint.isPrefetch(request)
        && !HttpAnswer.isForScript(request)
        && acceptsPage(request);
  }

  private static boolean says(HttpServletRequest request, String name, Set<String> allowed) {
    String value = request.getHeader(name);
    return value == null || allowed.contains(value);
  }

  /** Whether what the client accepts may be a page; a client that does not say takes anything. */
  static boolean acceptsPage(HttpServletRequest request) {
    List<String> accepted = Collections.list(request.getHeaders("Accept"));
    return accepted.isEmpty()
        || accepted.stream()
            .map(value -> value.toLowerCase(Locale.ROOT))
            .anyMatch(
                value -> value.contains("text/html") || value.contains("application/xhtml+xml"));
  }
}
