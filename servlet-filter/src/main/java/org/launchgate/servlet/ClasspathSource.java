package org.launchgate.servlet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.launchgate.partner.ConfigSource;

/** A configuration file on the application's class path. */
record ClasspathSource(ClassLoader loader, String path) implements ConfigSource {

  @Override
  public String name() {
    return PartnersLocation.CLASSPATH + path;
  }

  @Override
  public byte[] read() throws IOException {
    if (RelativePath.leavesRoot(path)) {
      throw new FileNotFoundException(name() + " leads out of the class path");
    }
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(name() + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  /** An absolute path is a file on disk. */
  @Override
  public ConfigSource resolve(String relative) {
    return Path.of(relative).isAbsolute()
        ? ConfigSource.file(Path.of(relative))
        : new ClasspathSource(loader, RelativePath.beside(path, relative));
  }
}
