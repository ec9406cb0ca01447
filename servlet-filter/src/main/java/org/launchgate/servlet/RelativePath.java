package org.launchgate.servlet;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resolves paths inside a WAR or on a class path. */
final class RelativePath {
  private RelativePath() {}

  /**
   * The path beside a file, without dot segments. One that would leave the root keeps a leading
   * {@code ..}, so that {@link #leavesRoot} can tell.
   */
  static String beside(String file, String relative) {
    String folder = file.substring(0, file.lastIndexOf('/') + 1);
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (folder + relative.replace('\\', '/')).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty() && !segments.getLast().equals("..")) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return (file.startsWith("/") ? "/" : "") + String.join("/", segments);
  }

  /** Whether a path that {@link #beside} gave lies outside. */
  static boolean leavesRoot(String path) {
    return path.startsWith("../") || path.startsWith("/../");
  }
}
