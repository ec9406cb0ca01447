package org.launchgate.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.launchgate.internal.config.RegularFile;

/**
 * A configuration file, wherever it stands: on disk, inside a WAR, on the class path.
 *
 * <p>Read while an application starts and, where it stands on disk, again whenever it changes, by
 * one thread at a time, which need not be the same one.
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

  /**
   * The file on disk that is behind this source, to be watched for changes; empty when there is
   * none, which is also the default: then what was read at the start holds.
   */
  default Optional<Path> onDisk() {
    return Optional.empty();
  }

  /** A file on disk. */
  static ConfigSource file(Path path) {
    return new FileSource(path);
  }

  /** A file on disk. */
  record FileSource(Path file) implements ConfigSource {
    @Override
    public String name() {
      return file.toString();
    }

    @Override
    public byte[] read() throws IOException {
      return RegularFile.read(file);
    }

    @Override
    public ConfigSource resolve(String relative) {
      return new FileSource(file.toAbsolutePath().resolveSibling(relative).normalize());
    }

    @Override
    public Optional<Path> onDisk() {
      return Optional.of(file.toAbsolutePath());
    }
  }
}
