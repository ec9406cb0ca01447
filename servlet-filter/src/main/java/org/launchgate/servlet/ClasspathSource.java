package org.launchgate.servlet;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import org.launchgate.partner.ConfigSource;

/** A configuration file on the application's class path. */
record ClasspathSource(ClassLoader loader, String path) implements ConfigSource {

  @Override
  public String name() {
    return PartnersLocation.CLASSPATH + path;
  }

  /** Where the class path holds it as a file; empty inside a jar. */
  @Override
  public Optional<Path> onDisk() {
    URL url = RelativePath.leavesRoot(path) ? null : loader.getResource(path);
    try {
      return url != null && url.getProtocol().equals("file")
          ? Optional.of(Path.of(url.toURI()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
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
