package org.launchgate.partner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.launchgate.internal.config.RegularFile;
import org.launchgate.partner.WatchedFile.Attributes;

/**
 * Notes which files on disk a load reads, with what they held when it did. Not thread-safe: one
 * instance for one load.
 */
final class ReadFiles {
  private final Map<Path, WatchedFile> files = new HashMap<>();

  /** The same source, of which every file that is read is noted. */
  ConfigSource noting(ConfigSource source) {
    return new NotingSource(source, this);
  }

  /** Reads a file and notes it, also when it cannot be read: it may come later. */
  byte[] read(Path file) throws IOException {
    Attributes before = WatchedFile.attributes(file);
    try {
      byte[] content = RegularFile.read(file);
      files.put(file, WatchedFile.of(file, before, content));
      return content;
    } catch (IOException e) {
      files.put(file, WatchedFile.of(file, before, null));
      throw e;
    }
  }

  /** Every file that was asked for, as it was when it was read last. */
  Map<Path, WatchedFile> all() {
    return Map.copyOf(files);
  }

  /** A source that tells which files are read through it. */
  private record NotingSource(ConfigSource source, ReadFiles files) implements ConfigSource {
    @Override
    public String name() {
      return source.name();
    }

    @Override
    public byte[] read() throws IOException {
      Optional<Path> file = source.onDisk();
      return file.isPresent() ? files.read(file.get()) : source.read();
    }

    @Override
    public ConfigSource resolve(String path) {
      return new NotingSource(source.resolve(path), files);
    }

    @Override
    public Optional<Path> onDisk() {
      return source.onDisk();
    }
  }
}
