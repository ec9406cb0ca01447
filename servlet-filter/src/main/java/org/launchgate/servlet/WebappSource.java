package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.launchgate.partner.ConfigSource;

/** A configuration file inside the WAR, such as {@code /WEB-INF/partners.json}. */
record WebappSource(ServletContext context, String path) implements ConfigSource {

  /** Whether the path lies where the container serves nothing to browsers. */
  static boolean isPrivate(String path) {
    return path.startsWith("/WEB-INF/") || path.startsWith("/META-INF/");
  }

  @Override
  public String name() {
    return path;
  }

  @Override
  public byte[] read() throws IOException {
    if (RelativePath.leavesRoot(path)) {
      throw new FileNotFoundException(path + " leads out of the web application");
    }
    try (InputStream in = context.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path + " is not in the web application");
      }
      return in.readAllBytes();
    }
  }

  /** Where the server has unpacked the application; empty where it serves from the archive. */
  @Override
  public Optional<Path> onDisk() {
    return RelativePath.leavesRoot(path)
        ? Optional.empty()
        : Optional.ofNullable(context.getRealPath(path)).map(Path::of).filter(Files::exists);
  }

  /**
   * An absolute path that does not lie in {@code WEB-INF} or {@code META-INF} is a file on disk.
   */
  @Override
  public ConfigSource resolve(String relative) {
    if (isPrivate(relative)) {
      return new WebappSource(context, RelativePath.beside("/", relative));
    }
    return Path.of(relative).isAbsolute()
        ? ConfigSource.file(Path.of(relative))
        : new WebappSource(context, RelativePath.beside(path, relative));
  }
}
