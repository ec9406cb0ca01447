package org.launchgate.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Paths inside the application, exact or whole folders.
 *
 * <p>Of a path that still holds anything that some part of the way might yet resolve ({@code ..},
 * {@code //}, a backslash, a percent sign, a semicolon, a control character) nobody knows which it
 * is: it never counts as public, and always as one that might be covered.
 */
final class PathPatterns {
  private final List<String> exact = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();

  private PathPatterns() {}

  /** Reads a list of paths; empty when one of them is not allowed. */
  static Optional<PathPatterns> parse(String list) {
    PathPatterns paths = new PathPatterns();
    for (String path : list.split("[,\\s]+", -1)) {
      if (!path.isEmpty() && !paths.add(path)) {
        return Optional.empty();
      }
    }
    return Optional.of(paths);
  }

  private boolean add(String path) {
    boolean folder = path.endsWith("/*");
    String plain = folder ? path.substring(0, path.length() - 2) : path;
    (folder ? folders : exact).add(plain);
    return folder ? LocalPath.isEndpoint(plain) : LocalPath.isPlain(plain);
  }

  /** Whether a request's path, as the container decoded it, is surely one of these. */
  boolean contain(String path) {
    return isUnambiguous(path) && matches(path);
  }

  /** Whether a request's path is one of these, or might be. */
  boolean mayCover(String path) {
    return !isEmpty() && (!isUnambiguous(path) || matches(path));
  }

  private boolean isEmpty() {
    return exact.isEmpty() && folders.isEmpty();
  }

  private boolean matches(String path) {
    return exact.contains(path)
        || folders.stream().anyMatch(folder -> LocalPath.isAtOrBelow(path, folder));
  }

  private static boolean isUnambiguous(String path) {
    return !path.contains("..")
        && !path.contains("//")
        && path.chars().noneMatch(c -> c == '\\' || c == '%' || c == ';')
        && path.chars().noneMatch(Character::isISOControl);
  }
}
