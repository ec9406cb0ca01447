package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.launchgate.partner.ConfigSource;

/** Finds what the init-param {@code partners} names. */
final class PartnersLocation {
  static final String CLASSPATH = "classpath:";
  private static final String FILE = "file:";

  private PartnersLocation() {}

  /**
   * The source for a location.
   *
   * @throws IllegalArgumentException when it cannot be one; the message goes behind the param's
   *     name
   */
  static ConfigSource parse(String location, ServletContext context, ClassLoader loader) {
    if (location.startsWith(CLASSPATH)) {
      String path = location.substring(CLASSPATH.length());
      return new ClasspathSource(loader, RelativePath.beside("", path));
    }
    if (WebappSource.isPrivate(location)) {
      return new WebappSource(context, RelativePath.beside("/", location));
    }
    Path file = file(location);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(complaint(location, context));
    }
    return ConfigSource.file(file);
  }

  private static Path file(String location) {
    try {
      return location.startsWith(FILE) ? Path.of(URI.create(location)) : Path.of(location);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("names no file: \"" + location + "\"", e);
    }
  }

  // What lies in the WAR beside WEB-INF is served to everybody, and this file may hold secrets.
  private static String complaint(String location, ServletContext context) {
    return isServed(location, context)
        ? "names \"" + location + "\", which every browser can load; move it below /WEB-INF/"
        : "names the file \""
            + location
            + "\", which does not exist; allowed is "
            + InitParam.PARTNERS.allowed();
  }

  private static boolean isServed(String location, ServletContext context) {
    try {
      return location.startsWith("/") && context.getResource(location) != null;
    } catch (MalformedURLException e) {
      return false;
    }
  }
}
