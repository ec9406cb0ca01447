package org.launchgate.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The portal's WAR, which travels inside the demo's jar. */
final class PortalArchive {
  private static final String RESOURCE = "portal.war";

  private PortalArchive() {}

  /** Unpacks the WAR into an empty folder. */
  static void unpackInto(Path folder) throws IOException {
    try (InputStream war = PortalArchive.class.getResourceAsStream(RESOURCE)) {
      if (war == null) {
        throw new IOException(RESOURCE + " is not in this jar; build it with mvn package");
      }
      unpack(new ZipInputStream(war), folder);
    }
  }

  private static void unpack(ZipInputStream war, Path folder) throws IOException {
    for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
      Path target = folder.resolve(entry.getName()).normalize();
      if (!target.startsWith(folder)) {
        throw new IOException("The WAR has an entry outside of itself: " + entry.getName());
      }
      write(war, entry, target);
    }
  }

  private static void write(InputStream war, ZipEntry entry, Path target) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Path parent = target.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.copy(war, target);
    }
  }
}
