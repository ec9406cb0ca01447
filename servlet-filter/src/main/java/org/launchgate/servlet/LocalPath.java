package org.launchgate.servlet;

import java.util.Arrays;

/** The rules for paths inside the application that come from its configuration. */
final class LocalPath {
  private static final String NOT_IN_PATHS = "\\?#;%*\"<>|";

  private LocalPath() {}

  /** Whether this is a decoded path that every container spells the same way. */
  static boolean isPlain(String path) {
    return path.startsWith("/")
        && path.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
        && path.chars().noneMatch(c -> NOT_IN_PATHS.indexOf(c) >= 0)
        && !path.contains("//")
        && !hasDotSegment(path);
  }

  /** Whether this is a plain path that names something, so neither the root nor a folder. */
  static boolean isEndpoint(String path) {
    return isPlain(path) && !path.endsWith("/");
  }

  /** Whether it is that path or lies below it. */
  static boolean isAtOrBelow(String path, String parent) {
    return path.equals(parent) || path.startsWith(parent + "/");
  }

  private static boolean hasDotSegment(String path) {
    return Arrays.stream(path.split("[/;]")).anyMatch(s -> s.equals(".") || s.equals(".."));
  }
}
