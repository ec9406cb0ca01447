package org.launchgate.security.server;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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
      entries.put(
          "WEB-INF/lib/" + each.getSimpleName() + ".jar",
          Files.isDirectory(origin) ? jarOf(each, name -> true) : Files.readAllBytes(origin));
    }
    return this;
  }

  /** With each jar of the class path whose file name begins with one of these. */
  public WarFile withJars(String... names) throws IOException {
    for (String name : names) {
      List<Path> jars = jars(name);
      if (jars.isEmpty()) {
        throw new IllegalArgumentException("no jar of the class path begins with " + name);
      }
      for (Path jar : jars) {
        entries.put("WEB-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
      }
    }
    return this;
  }

  static List<Path> jars(String name) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> String.valueOf(path.getFileName()).startsWith(name))
        .toList();
  }

  /** With every class of its own a bean, annotated or not. */
  public WarFile withAllClassesAsBeans() {
    return with("WEB-INF/beans.xml", "<beans bean-discovery-mode=\"all\" version=\"4.0\"/>");
  }

  /** With a text file. */
  public WarFile with(String name, String content) {
    entries.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** The file. */
  public Path write(Path folder, String name) throws IOException {
    return Files.write(folder.resolve(name + ".war"), zip(entries));
  }

  /** A jar of some of the classes that lie where that one does. */
  static byte[] jarOf(Class<?> type, Predicate<String> which) throws IOException {
    return zip(files(origin(type), which));
  }

  static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of a folder; or of a jar, as another module's tests are once that module is packaged. */
  private static Map<String, byte[]> files(Path origin, Predicate<String> which)
      throws IOException {
    if (Files.isDirectory(origin)) {
      return filesBelow(origin, which);
    }
    try (FileSystem jar = FileSystems.newFileSystem(origin)) {
      return filesBelow(jar.getPath("/"), which);
    }
  }

  private static Map<String, byte[]> filesBelow(Path root, Predicate<String> which)
      throws IOException {
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

  private static byte[] zip(Map<String, byte[]> content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
