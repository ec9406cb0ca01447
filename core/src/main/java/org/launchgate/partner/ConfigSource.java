package org.launchgate.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A configuration file, wherever it stands: on disk, inside a WAR, on the class path.
 *
 * <p>Thread-safety is not required: a source is read while an application starts.
 */
public interface ConfigSource {

  /** The name that error messages give it. */
  String name();

  /**
   * Its bytes.
   *
   * @throws IOException when it does not exist or cannot be read
   */
  byte[] read() throws IOException;

  /** The file of that path, relative to this one unless the path is absolute. */
  ConfigSource resolve(String path);

  /** A file on disk. */
  static ConfigSource file(Path path) {
    return new FileSource(path);
  }

  /** A file on disk. */
  record FileSource(Path path) implements ConfigSource {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public byte[] read() throws IOException {
      return Files.readAllBytes(path);
    }

    @Override
    public ConfigSource resolve(String relative) {
      return new FileSource(path.toAbsolutePath().resolveSibling(relative).normalize());
    }
  }
}
