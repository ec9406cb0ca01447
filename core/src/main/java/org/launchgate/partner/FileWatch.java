package org.launchgate.partner;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when files have changed since they were read. Asked again and again by one thread.
 *
 * <p>By looking, not by the operating system's notices, which do not come from network file systems
 * and show a replaced symbolic link (how Kubernetes updates a mounted file) as anything but a
 * change of the file. A change counts once two looks in a row have seen the same, so that a file
 * that is being written is not read half; but after a few looks it counts anyway.
 */
final class FileWatch {
  private static final int MAX_LOOKS = 3;

  private Map<Path, WatchedFile> loaded;
  private Map<Path, WatchedFile> pending = Map.of();
  private int looks;

  /** A watch over files as a load has read them. */
  FileWatch(Map<Path, WatchedFile> read) {
    loaded = Map.copyOf(read);
  }

  /** Whether something has changed, and is to be read now. */
  boolean changed() {
    Map<Path, WatchedFile> found = new HashMap<>();
    loaded.forEach((path, file) -> found.put(path, pending.getOrDefault(path, file).again()));
    if (holdSame(found, loaded)) {
      loaded = found;
      pending = Map.of();
      looks = 0;
      return false;
    }
    boolean settled = !pending.isEmpty() && holdSame(found, pending);
    pending = found;
    looks++;
    return settled || looks >= MAX_LOOKS;
  }

  /** Watches from now on what a load has read, and what it did not come to but was read before. */
  void loaded(Map<Path, WatchedFile> read, boolean complete) {
    Map<Path, WatchedFile> watched = new HashMap<>();
    if (!complete) {
      watched.putAll(loaded);
      watched.putAll(pending);
    }
    watched.putAll(read);
    loaded = Map.copyOf(watched);
    pending = Map.of();
    looks = 0;
  }

  private static boolean holdSame(Map<Path, WatchedFile> one, Map<Path, WatchedFile> other) {
    return one.entrySet().stream().allMatch(e -> e.getValue().holdsSameAs(other.get(e.getKey())));
  }
}
