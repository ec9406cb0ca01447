package org.launchgate.replay;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file in which a store's launches lie between an orderly stop and the next start.
 *
 * <p>It is there only in between: a start reads it and deletes it before the first launch is taken,
 * so that what a crash leaves behind is no file, never an old one. Its owner alone may read and
 * write it, where the file system knows owners.
 */
final class ReplayFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path path;
  private final Path unfinished;

  ReplayFile(Path path) {
    this.path = path.toAbsolutePath();
    unfinished = this.path.resolveSibling(this.path.getFileName() + ".tmp");
  }

  /**
   * Reads the file and deletes it.
   *
   * @param empty takes the launches
   * @param capacity how many there is room for
   * @param now the second at which they have to be live
   * @return null when there is no file
   * @throws IOException when there is one that cannot be used; nothing of it may be
   */
  @Nullable SavedLaunches take(LaunchMemory empty, int capacity, long now) throws IOException {
    Files.deleteIfExists(unfinished);
    if (Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    try {
      requireOurs(capacity);
      try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
        return ReplayFileFormat.read(in, empty, now);
      }
    } finally {
      Files.delete(path); // and where that fails, nothing was read: it might be read once more
      flushFolder();
    }
  }

  private void requireOurs(int capacity) throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it is no regular file");
    }
    if (Files.size(path) > ReplayFileFormat.maxBytes(capacity)) {
      throw new IOException("it is larger than replayCapacity allows");
    }
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix == null) {
      return;
    }
    PosixFileAttributes found = posix.readAttributes();
    if (found.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      throw new IOException("others than its owner may write it");
    }
    if (!found.owner().equals(ownerOfWhatWeMake())) {
      throw new IOException("another user than that of this server has made it");
    }
  }

  /** Java tells no other way who this process runs as; a name alone may be another's, or none. */
  private UserPrincipal ownerOfWhatWeMake() throws IOException {
    try {
      Files.createFile(unfinished, ownerOnly());
      return Files.getOwner(unfinished, LinkOption.NOFOLLOW_LINKS);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Writes the file, whole or not at all. */
  void put(SavedLaunches saved) throws IOException {
    Files.deleteIfExists(unfinished);
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, EnumSet.of(CREATE_NEW, WRITE), ownerOnly())) {
        ReplayFileFormat.write(Channels.newOutputStream(channel), saved);
        channel.force(true);
      }
      Files.move(unfinished, path, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    flushFolder();
  }

  private FileAttribute<?>[] ownerOnly() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  /** So that no loss of power brings a deleted file back. Not every system lets a folder be. */
  private void flushFolder() {
    try (FileChannel folder = FileChannel.open(path.resolveSibling("."), READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows; it writes such changes through by itself
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
