package org.launchgate.servlet;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An application's class loader on a server that has the Servlet API and nothing else of Jakarta
 * EE: of its own it has Launchgate's two jars and jose4j, of the server's it sees servlets and
 * slf4j alone.
 */
final class BareLoader extends URLClassLoader {
  /** What it was asked for and did not have. */
  final Queue<String> missed = new ConcurrentLinkedQueue<>();

  BareLoader() {
    super(own(), ClassLoader.getPlatformClassLoader());
  }

  private static URL[] own() {
    List<URL> places = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String path = entry.replace('\\', '/');
      boolean ours = path.matches(".*/(core|servlet-filter)/target/classes/?");
      boolean jar = path.matches(".*/(launchgate-(core|servlet-filter)-[^/]*|jose4j-[^/]*)\\.jar");
      if (ours || (jar && !path.endsWith("-tests.jar"))) {
        try {
          places.add(new File(entry).toURI().toURL());
        } catch (MalformedURLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return places.toArray(new URL[0]);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("jakarta.servlet.") || name.startsWith("org.slf4j.")) {
      return BareLoader.class.getClassLoader().loadClass(name);
    }
    try {
      return super.findClass(name);
    } catch (ClassNotFoundException e) {
      missed.add(name);
      throw e;
    }
  }
}
