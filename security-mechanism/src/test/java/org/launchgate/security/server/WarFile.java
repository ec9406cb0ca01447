package org.launchgate.security.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts an application together: packages of the tests as its classes, and the libraries. */
public final class WarFile {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private WarFile() {}

  /** An application of these classes, and of those beside them. */
  public static WarFile of(List<Class<?>> classes) throws IOException {
    WarFile war = new WarFile();
    for (Class<?> each : classes) {
      String folder = each.getPackageName().replace('.', '/') + "/";
      files(origin(each), name -> name.startsWith(folder) && name.indexOf('/', folder.length()) < 0)
          .forEach((name, bytes) -> war.entries.put("WEB-INF/classes/" + name, bytes));
    }
    return war;
  }

  /** With what lies in the same jar or folder as each of these classes. */
  public WarFile withLibraries(List<Class<?>> classes) throws IOException {
    for (Class<?> each : classes) {
      Path origin = origin(each);
      Path jar = Files.isDirectory(origin) ? jarOf(each, name -> true) : origin;
      entries.put("WEB-INF/lib/" + each.getSimpleName() + ".jar", Files.readAllBytes(jar));
    }
    return this;
  }

  /** With a text file. */
  public WarFile with(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The file. */
  public Path write(Path folder, String name) throws IOException {
    return zip(Files.createDirectories(folder).resolve(name + ".war"), entries);
  }

  /** A jar of some of the classes that lie where that one does. */
  static Path jarOf(Class<?> type, Predicate<String> which) throws IOException {
    return zip(Files.createTempFile("launchgate-", ".jar"), files(origin(type), which));
  }

  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> files(Path root, Predicate<String> which) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(path).toString().replace('\\', '/');
        if (which.test(name)) {
          found.put(name, Files.readAllBytes(path));
        }
      }
    }
    return found;
  }

  private static Path zip(Path file, Map<String, byte[]> content) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }
}
