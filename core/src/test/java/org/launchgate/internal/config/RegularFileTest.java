package org.launchgate.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may stand where a configuration names a file. */
class RegularFileTest {
  @TempDir Path folder;

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static void refuses(Path file, String reason) {
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> RegularFile.read(file))
        .satisfies(e -> assertThat(RegularFile.why(e)).isEqualTo(reason));
  }

  private Path ofSize(long bytes) throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file("sized").toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file("sized");
  }

  @Test
  void fileIsReadThroughALink() throws IOException {
    Files.writeString(file("target"), "text");
    Path link = Files.createSymbolicLink(file("link"), file("target"));

    assertThat(RegularFile.read(link)).asString().isEqualTo("text");
  }

  @Test
  void emptyFileIsOne() throws IOException {
    assertThat(RegularFile.read(Files.createFile(file("empty")))).isEmpty();
  }

  @Test
  void missingFileHasNoOtherReason() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> RegularFile.read(file("none")))
        .satisfies(e -> assertThat(RegularFile.why(e)).isEmpty());
  }

  @Test
  void directoryIsRefused() {
    refuses(folder, " (it is a directory)");
  }

  @Test
  @Timeout(20)
  void pipeIsRefusedAndHoldsNobody() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    new ProcessBuilder("/usr/bin/mkfifo", file("pipe").toString()).start().waitFor();

    refuses(file("pipe"), " (it is no regular file)");
  }

  @Test
  void deviceIsRefused() {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "needs /dev/zero");

    refuses(Path.of("/dev/zero"), " (it is no regular file)");
  }

  @Test
  void largestFileIsRead() throws IOException {
    assertThat(RegularFile.read(ofSize(RegularFile.MOST_BYTES))).hasSize(RegularFile.MOST_BYTES);
  }

  @Test
  void largerFileIsRefused() throws IOException {
    refuses(ofSize(RegularFile.MOST_BYTES + 1), " (it is larger than 16 MiB)");
  }

  /** Such files say that they are empty. */
  @Test
  void fileWhoseSizeIsNotToldIsReadWhole() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "needs /proc");

    assertThat(RegularFile.read(Path.of("/proc/self/status"))).isNotEmpty();
  }
}
