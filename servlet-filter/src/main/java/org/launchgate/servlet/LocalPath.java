package org.launchgate.servlet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

  /** The decoded path of a URL that leads nowhere but into the application; null for any other. */
  static @Nullable String pathOfTarget(String url) {
    if (!url.startsWith("/") || !url.chars().allMatch(c -> c > ' ' && c <= '~')) {
      return null;
    }
    try {
      // Even a decoded path has to be harmless: some servers decode before they resolve "..".
      URI uri = new URI(url);
      String path = uri.getPath();
      return uri.getRawAuthority() == null && uri.getRawFragment() == null && isHarmless(path)
          ? path
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isHarmless(@Nullable String path) {
    return path != null
        && path.startsWith("/")
        && !path.contains("//")
        && path.indexOf('\\') < 0
        && path.chars().noneMatch(Character::isISOControl)
        && !hasDotSegment(path);
  }

  private static boolean hasDotSegment(String path) {
    return Arrays.stream(path.split("[/;]")).anyMatch(s -> s.equals(".") || s.equals(".."));
  }
}
