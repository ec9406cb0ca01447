package org.launchgate.servertests.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in {@code target} for one process, empty at the start and kept at the end. */
public final class WorkFolder {
  private WorkFolder() {}

  /** The folder of that name, without what an earlier run left in it. */
  public static Path fresh(String name) throws IOException {
    Path folder = Built.work().resolve("runs").resolve(name);
    if (Files.exists(folder)) {
      for (Path each : deepestFirst(folder)) {
        Files.delete(each);
      }
    }
    return Files.createDirectories(folder);
  }

  /** Copies a folder and what is in it. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Files.copy(each, to.resolve(from.relativize(each).toString()));
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
