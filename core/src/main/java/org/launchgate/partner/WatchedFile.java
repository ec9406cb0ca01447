package org.launchgate.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.RegularFile;

/**
 * What a file on disk held when it was last looked at. Immutable.
 *
 * <p>A look costs a call for the file's attributes; the content is read again when these have
 * changed, and for as long as they are so young that a second change might not show in them: many
 * file systems count in steps of up to two seconds.
 *
 * @param file which one
 * @param attributes its attributes before it was read; null when there was no such file
 * @param digest of its content; empty when it could not be read
 * @param since when these attributes were first seen, by {@link System#nanoTime}
 * @param readAt when the content was read, by the same clock
 */
record WatchedFile(
    Path file, @Nullable Attributes attributes, String digest, long since, long readAt) {
  private static final long YOUNG = Duration.ofSeconds(3).toNanos();

  /** What is there before the content is read. */
  static @Nullable Attributes attributes(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Attributes(found.lastModifiedTime(), found.size(), found.fileKey());
    } catch (IOException e) {
      return null;
    }
  }

  /** A file with the content that was just read; null for one that could not be. */
  static WatchedFile of(Path file, @Nullable Attributes before, byte @Nullable [] content) {
    long now = System.nanoTime();
    return new WatchedFile(file, before, digest(content), now, now);
  }

  /** The same file as it is now. */
  WatchedFile again() {
    Attributes now = attributes(file);
    boolean same = now == null ? attributes == null : now.equals(attributes);
    if (same && (now == null || readAt - since > YOUNG)) {
      return this;
    }
    byte[] content;
    try {
      content = RegularFile.read(file);
    } catch (IOException e) {
      content = null;
    }
    long readNow = System.nanoTime();
    return new WatchedFile(file, now, digest(content), same ? since : readNow, readNow);
  }

  /** Whether both hold the same, whatever their attributes say. */
  boolean holdsSameAs(@Nullable WatchedFile other) {
    return other != null && digest.equals(other.digest);
  }

  private static String digest(byte @Nullable [] content) {
    if (content == null) {
      return "";
    }
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a file system says of a file. */
  record Attributes(FileTime modified, long size, @Nullable Object key) {}
}
