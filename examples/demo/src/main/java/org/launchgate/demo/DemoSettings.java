package org.launchgate.demo;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen about the demo, by system properties. An empty property counts as not set.
 *
 * @param portalPort {@code demo.portal.port}, 8080 where not set; 0 picks a free port
 * @param partnerPort {@code demo.partner.port}, 8081 where not set; 0 picks a free port
 * @param partners {@code demo.partners}, a partners file to use instead of the demo's own
 * @param stopWithParent {@code demo.stopWithParent}, whether the demo ends when the process that
 *     started it does
 */
record DemoSettings(
    int portalPort, int partnerPort, Optional<Path> partners, boolean stopWithParent) {
  static final String PORTAL_PORT = "demo.portal.port";
  static final String PARTNER_PORT = "demo.partner.port";
  static final String PARTNERS = "demo.partners";
  static final String STOP_WITH_PARENT = "demo.stopWithParent";

  static DemoSettings of(Properties properties) throws StartFailedException {
    return new DemoSettings(
        port(properties, PORTAL_PORT, 8080),
        port(properties, PARTNER_PORT, 8081),
        partners(properties),
        value(properties, STOP_WITH_PARENT).map(Boolean::parseBoolean).orElse(false));
  }

  private static int port(Properties properties, String name, int otherwise)
      throws StartFailedException {
    String text = value(properties, name).orElse(String.valueOf(otherwise));
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new StartFailedException(
          name + " is \"" + text + "\"; a port number from 0 to 65535 is needed.");
    }
    return Integer.parseInt(text);
  }

  private static Optional<Path> partners(Properties properties) throws StartFailedException {
    Optional<String> text = value(properties, PARTNERS);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(existingFile(Path.of(text.get()).toAbsolutePath()));
    } catch (InvalidPathException e) {
      throw noPartnersFile(text.get(), "is no path", e);
    }
  }

  private static Path existingFile(Path file) throws StartFailedException {
    if (Files.isDirectory(file)) {
      throw noPartnersFile(file.toString(), "is a folder", null);
    }
    if (!Files.isReadable(file)) {
      throw noPartnersFile(file.toString(), "does not exist or cannot be read", null);
    }
    return file;
  }

  private static StartFailedException noPartnersFile(
      String path, String problem, @Nullable Throwable cause) {
    return new StartFailedException(
        PARTNERS + " is \"" + path + "\", which " + problem + "; a partners file is needed.",
        cause);
  }

  private static Optional<String> value(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty(name))
        .map(String::strip)
        .filter(Predicate.not(String::isEmpty));
  }
}
