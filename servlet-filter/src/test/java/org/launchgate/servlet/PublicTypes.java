package org.launchgate.servlet;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The classes that users of a module can have objects of, read from where the module lies. */
final class PublicTypes {
  private PublicTypes() {}

  /** The names of the public classes, without enums, beside each of these. */
  static Set<String> beside(Class<?>... modules) throws Exception {
    Set<String> names = new TreeSet<>();
    for (Class<?> module : modules) {
      URI place = module.getProtectionDomain().getCodeSource().getLocation().toURI();
      for (String name : classesIn(Path.of(place))) {
        Class<?> type = Class.forName(name, false, module.getClassLoader());
        if (isPublic(type) && !type.isInterface() && !type.isEnum()) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static List<String> classesIn(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return classesBelow(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classesBelow(jar.getPath("/"));
    }
  }

  private static List<String> classesBelow(Path root) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.replace(".class", "").replace('/', '.').replace('\\', '.'))
          .filter(name -> !name.startsWith("org.launchgate.internal."))
          .forEach(names::add);
    }
    return names;
  }

  /** A class inside one that nobody sees is seen by nobody. */
  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }
}
