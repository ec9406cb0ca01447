package org.launchgate.servlet;

import java.util.Optional;
import java.util.stream.Stream;
import org.launchgate.address.LocalAddress;

/**
 * The paths that the filter answers itself, to which nobody is ever led by it.
 *
 * @param launchPath where launches come in, with all below it
 * @param logoutPath where a log-out is posted to
 * @param closePath where it is posted to that a window closes
 * @param scriptPath where the script for pages is
 */
record OwnPaths(
    String launchPath,
    Optional<String> logoutPath,
    Optional<String> closePath,
    Optional<String> scriptPath) {

  /** Whether a container would take the address for one of them. */
  boolean cover(LocalAddress address) {
    String path = address.path().replaceAll(";[^/]*", "");
    return LocalPath.isAtOrBelow(path, launchPath)
        || Stream.of(logoutPath, closePath, scriptPath)
            .flatMap(Optional::stream)
            .anyMatch(path::equals);
  }
}
