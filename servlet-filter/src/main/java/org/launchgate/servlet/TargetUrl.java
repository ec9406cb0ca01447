package org.launchgate.servlet;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where an accepted launch is led to, as a path on the same host.
 *
 * <p>The context path is the one that the application was deployed under, not the request's: some
 * servers hand that on as the client wrote it, {@code //evil.example/..} in front included.
 */
record TargetUrl(String root, String path) {

  static TargetUrl of(String contextPath, String targetUrl) {
    return new TargetUrl(encoded(contextPath), targetUrl);
  }

  /** As it stands in a Location header. */
  String location() {
    return root + path;
  }

  /** The place of another path in the same application. */
  String instead(String path) {
    return root + path;
  }

  private static String encoded(String contextPath) {
    try {
      return new URI(null, null, contextPath, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("the context path is no path: " + contextPath, e);
    }
  }
}
