package org.launchgate.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Reads a file on disk that a configuration names, and only one that ends.
 *
 * <p>A named pipe would hold its reader until somebody writes into it, and a device or a file that
 * was named by mistake could fill the memory. Both would end the watching of every other file.
 */
public final class RegularFile {
  /** Some five times the partners file of 1,000 partners with 5 keys each. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private RegularFile() {}

  /**
   * The bytes of the file to which the path leads, through symbolic links where there are some.
   *
   * @throws IOException when it is not there, cannot be read, is no regular file, or is too large
   */
  public static byte[] read(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    if (!found.isRegularFile()) {
      throw unfit(file, found.isDirectory() ? "it is a directory" : "it is no regular file");
    }
    if (found.size() > MOST_BYTES) {
      throw tooLarge(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      // The size is a hint: the file may grow, and one of /proc says zero.
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw tooLarge(file);
      }
      return content;
    }
  }

  /** Why a file could not be read, in brackets after a blank, where more is known than that. */
  public static String why(Throwable failure) {
    return failure instanceof FileSystemException known && known.getReason() != null
        ? " (" + known.getReason() + ")"
        : "";
  }

  private static IOException tooLarge(Path file) {
    return unfit(file, "it is larger than " + MOST_BYTES / (1024 * 1024) + " MiB");
  }

  private static IOException unfit(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }
}
