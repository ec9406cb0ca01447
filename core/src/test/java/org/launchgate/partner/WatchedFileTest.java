package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.partner.WatchedFile.Attributes;

/** Whether a look at a file notices a change of it. */
class WatchedFileTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_700_000_000_000L);
  private static final long LONG_ENOUGH = Duration.ofSeconds(10).toNanos();

  @TempDir private Path folder;

  private Path write(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("watched"), content);
    Files.setLastModifiedTime(file, LONG_AGO);
    return file;
  }

  /** The file as a look has seen it whose attributes were not young any more. */
  private static WatchedFile seen(Path file) throws IOException {
    Attributes before = WatchedFile.attributes(file);
    WatchedFile read = WatchedFile.of(file, before, Files.readAllBytes(file));
    return new WatchedFile(file, before, read.digest(), 0, LONG_ENOUGH);
  }

  @Test
  void fileThatIsNotTouchedIsNotReadAgain() throws IOException {
    WatchedFile seen = seen(write("one"));

    assertThat(seen.again()).isSameAs(seen);
  }

  @Test
  void otherContentOfTheSameSizeTimeAndIdentityIsNoticed() throws IOException {
    Path file = write("one");
    assumeTrue(
        file.getFileSystem().supportedFileAttributeViews().contains("unix"),
        "the file system does not tell when anything of a file changed");
    WatchedFile seen = seen(file);
    Object before = Files.getAttribute(file, "unix:ctime");

    // Its clock goes in steps of some milliseconds.
    do {
      write("two");
    } while (before.equals(Files.getAttribute(file, "unix:ctime")));

    assertThat(seen.again().holdsSameAs(seen)).isFalse();
  }
}
