package org.launchgate.replay;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.fuzzing.Demand;
import org.launchgate.fuzzing.Senders;

/** The file of used launches, which may be damaged, or another's. */
class ReplayFileFuzz {
  private static final int CAPACITY = 8;
  private static final long NOW = Senders.NOW.getEpochSecond();

  /**
   * It is read, and then remembers no more than there is room for, or it is refused. The checksum,
   * which keeps any change out, is made anew for a second try.
   */
  @MethodSource("files")
  @FuzzTest
  void file(byte[] input) {
    read(input);
    read(withChecksum(input));
  }

  private static void read(byte[] file) {
    LaunchMemory memory = new LaunchMemory(CAPACITY, CAPACITY);
    try {
      SavedLaunches saved = ReplayFileFormat.read(new ByteArrayInputStream(file), memory, NOW);
      Demand.that(saved.memory().size() <= CAPACITY, "more than there is room for");
      writeAndReadAgain(saved);
    } catch (IOException e) {
      Demand.that(memory.size() <= CAPACITY, "more than there is room for");
    }
  }

  private static void writeAndReadAgain(SavedLaunches saved) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReplayFileFormat.write(out, saved);
    LaunchMemory memory = new LaunchMemory(CAPACITY, CAPACITY);
    SavedLaunches again =
        ReplayFileFormat.read(new ByteArrayInputStream(out.toByteArray()), memory, NOW);
    Demand.that(again.since().equals(saved.since()), "another start");
  }

  private static byte[] withChecksum(byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(content);
    try {
      file.writeBytes(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    return file.toByteArray();
  }

  static Stream<byte[]> files() {
    byte[] whole = saved();
    byte[] withoutChecksum = Arrays.copyOf(whole, whole.length - 32);
    return Stream.of(whole, withoutChecksum);
  }

  private static byte[] saved() {
    LaunchMemory memory = new LaunchMemory(CAPACITY, CAPACITY);
    memory.claim("clinic", new UsedLaunch(1, 2, NOW + 60), NOW);
    memory.claim("clinic", new UsedLaunch(3, 4, NOW + 70), NOW);
    memory.claim("portal", new UsedLaunch(5, 6, NOW + 80), NOW);
    LaunchDigests digests = LaunchDigests.withKey(new byte[LaunchDigests.KEY_BYTES]);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ReplayFileFormat.write(out, new SavedLaunches(Senders.NOW, Senders.NOW, digests, memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
