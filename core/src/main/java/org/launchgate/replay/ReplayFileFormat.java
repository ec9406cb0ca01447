package org.launchgate.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * The bytes of saved launches: eight that name the format, its version, when the run ended and from
 * when on it knew every use, the key of the digests, the partners with their live launches, and a
 * checksum over all of it.
 *
 * <p>The checksum finds damage. Forgery it cannot find: the file holds all that is needed for it,
 * and is safe because its owner alone may write it.
 */
final class ReplayFileFormat {
  private static final byte[] NAME = "LGREPLAY".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;
  private static final int LAUNCH_BYTES = 3 * Long.BYTES;

  /** An id of 64 letters, its length before it and the number of launches after it. */
  private static final int PARTNER_BYTES = Short.BYTES + 64 + Integer.BYTES;

  private static final int CHECKSUM_BYTES = 32;

  private ReplayFileFormat() {}

  /** The largest file that a memory of that capacity can have written. */
  static long maxBytes(int capacity) {
    return 128L + capacity * (long) (LAUNCH_BYTES + PARTNER_BYTES);
  }

  static void write(OutputStream target, SavedLaunches saved) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(target, 1 << 16);
    DigestOutputStream digested = new DigestOutputStream(buffered, sha256());
    DataOutputStream out = new DataOutputStream(digested);
    out.write(NAME);
    out.writeByte(VERSION);
    out.writeLong(saved.stoppedAt().getEpochSecond());
    out.writeLong(saved.since().getEpochSecond());
    out.write(saved.digests().key());
    out.writeInt(saved.memory().partners().size());
    for (PartnerLaunches partner : saved.memory().partners()) {
      write(out, partner, UsedLaunch.secondOf(saved.stoppedAt()));
    }
    buffered.write(digested.getMessageDigest().digest());
    buffered.flush();
  }

  private static void write(DataOutputStream out, PartnerLaunches partner, long now)
      throws IOException {
    List<UsedLaunch> live = partner.all().stream().filter(each -> each.isLive(now)).toList();
    out.writeUTF(partner.partner());
    out.writeInt(live.size());
    for (UsedLaunch launch : live) {
      out.write(
          ByteBuffer.allocate(LAUNCH_BYTES)
              .putLong(launch.high())
              .putLong(launch.low())
              .putLong(launch.keptUntil())
              .array());
    }
  }

  /**
   * Reads what {@link #write} wrote; nothing of it may be used when this fails.
   *
   * @param memory takes the launches that are live at that second
   * @throws IOException when it is something else, or damaged, or does not fit
   */
  static SavedLaunches read(InputStream source, LaunchMemory memory, long now) throws IOException {
    InputStream buffered = new BufferedInputStream(source, 1 << 16);
    DigestInputStream digested = new DigestInputStream(buffered, sha256());
    DataInputStream in = new DataInputStream(digested);
    require(MessageDigest.isEqual(in.readNBytes(NAME.length), NAME), "it is no replay file");
    require(in.readUnsignedByte() == VERSION, "it has another version than " + VERSION);
    Instant stoppedAt = instant(in.readLong());
    Instant since = instant(in.readLong());
    LaunchDigests digests = LaunchDigests.withKey(bytes(in, LaunchDigests.KEY_BYTES));
    for (int left = in.readInt(); left > 0; left--) {
      readPartner(in, memory, now);
    }
    byte[] checksum = digested.getMessageDigest().digest();
    require(MessageDigest.isEqual(buffered.readNBytes(CHECKSUM_BYTES), checksum), "it is damaged");
    require(buffered.read() < 0, "it goes on after its end");
    return new SavedLaunches(stoppedAt, since, digests, memory);
  }

  private static void readPartner(DataInputStream in, LaunchMemory memory, long now)
      throws IOException {
    String partner = in.readUTF();
    for (int left = in.readInt(); left > 0; left--) {
      ByteBuffer launch = ByteBuffer.wrap(bytes(in, LAUNCH_BYTES));
      UsedLaunch used = new UsedLaunch(launch.getLong(), launch.getLong(), launch.getLong());
      require(
          !used.isLive(now) || memory.restore(partner, used),
          "it holds more live launches than replayCapacity allows");
    }
  }

  private static byte[] bytes(DataInputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  private static Instant instant(long epochSecond) throws IOException {
    try {
      return Instant.ofEpochSecond(epochSecond);
    } catch (DateTimeException e) {
      throw new IOException("it is damaged", e);
    }
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
