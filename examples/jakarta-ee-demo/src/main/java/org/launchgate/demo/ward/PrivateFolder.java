package org.launchgate.demo.ward;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for one run of the demo, readable by its user alone; closing removes all of it. */
final class PrivateFolder implements AutoCloseable {
  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /** A new folder among the temporary files; {@link Files} gives it to its owner only. */
  static PrivateFolder create() throws IOException {
    return new PrivateFolder(Files.createTempDirectory("launchgate-demo-").toRealPath());
  }

  Path path() {
    return path;
  }

  /** A folder inside, made where it is not there yet. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  @Override
  public void close() {
    try {
      for (Path each : deepestFirst()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder " + path + " could not be removed", e);
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
