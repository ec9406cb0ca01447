package org.launchgate.servlet;

import java.util.Optional;

/** Where launches come in: the path itself, and one segment below it for each partner. */
record LaunchPath(String path) {

  /** Whether a request there is Launchgate's, be it a good launch or not. */
  boolean covers(String requestPath) {
    return LocalPath.isAtOrBelow(requestPath, path);
  }

  /** Whether it is the path that all partners share. */
  boolean isShared(String requestPath) {
    return requestPath.equals(path);
  }

  /** The partner that a covered path names; empty when it names none. */
  Optional<String> partner(String requestPath) {
    String below =
        requestPath.length() > path.length() ? requestPath.substring(path.length() + 1) : "";
    return below.isEmpty() || below.contains("/") ? Optional.empty() : Optional.of(below);
  }
}
