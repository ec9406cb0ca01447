package org.launchgate.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is served without a launch where one is required.
 *
 * <p>A path that still holds anything that some part of the way might yet resolve ({@code ..},
 * {@code //}, a backslash, a percent sign, a semicolon, a control character) is never public.
 */
final class PublicPaths {
  private final List<String> exact = new ArrayList<>();
  private final List<String> folders = new ArrayList<>();

  private PublicPaths() {}

  /** Reads a list of paths; empty when one of them is not allowed. */
  static Optional<PublicPaths> parse(String list) {
    PublicPaths paths = new PublicPaths();
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

  /** Whether a request's path, as the container decoded it, is public. */
  boolean contain(String path) {
    return isUnambiguous(path)
        && (exact.contains(path)
            || folders.stream().anyMatch(folder -> LocalPath.isAtOrBelow(path, folder)));
  }

  private static boolean isUnambiguous(String path) {
    return !path.contains("..")
        && !path.contains("//")
        && path.chars().noneMatch(c -> c == '\\' || c == '%' || c == ';')
        && path.chars().noneMatch(Character::isISOControl);
  }
}
