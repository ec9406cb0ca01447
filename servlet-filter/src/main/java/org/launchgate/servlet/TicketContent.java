package org.launchgate.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.ParkedLaunch;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * What a ticket stands for: the launch, and what is known of the request that brought it.
 *
 * @param reference what connects the record, log and page of the launch
 * @param claimedPartner the partner that its path named
 * @param verification how long the verification took
 * @param launch the launch
 * @param question what the user was asked; null where they were not
 * @param until how long it may wait for its user altogether; null where nobody waits
 */
record TicketContent(
    String reference,
    Optional<String> claimedPartner,
    Duration verification,
    ParkedLaunch launch,
    @Nullable Question question,
    @Nullable Instant until) {
  private static final byte VERSION = 1;

  /**
   * Whether to go on as another user.
   *
   * @param account the account of the one who launches, resolved before
   * @param instead the name of the one who is logged in
   */
  record Question(Account account, String instead) {
    @Override
    public String toString() {
      return "Question";
    }
  }

  TicketContent asking(Account account, String instead) {
    return new TicketContent(
        reference, claimedPartner, verification, launch, new Question(account, instead), until);
  }

  TicketContent until(Instant last) {
    return new TicketContent(reference, claimedPartner, verification, launch, question, last);
  }

  /** Whether its user was asked to log in anew, since somebody is logged in already. */
  boolean asksForLogIn() {
    return until != null && question == null;
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(reference);
      out.writeUTF(claimedPartner.orElse(""));
      out.writeLong(verification.toNanos());
      byte[] parked = launch.toBytes();
      out.writeInt(parked.length);
      out.write(parked);
      out.writeBoolean(question != null);
      if (question != null) {
        write(out, question);
      }
      out.writeLong(until == null ? 0 : until.toEpochMilli());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing that is written in memory fails", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, Question question) throws IOException {
    String name = question.account().name();
    Set<String> roles = question.account().roles();
    out.writeUTF(name == null ? "" : name);
    out.writeInt(roles == null ? -1 : roles.size());
    for (String role : roles == null ? Set.<String>of() : roles) {
      out.writeUTF(role);
    }
    out.writeUTF(question.instead());
  }

  /**
   * Reads what was written.
   *
   * @throws LaunchUnavailableException when it is something else
   */
  static TicketContent fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IOException("unknown version");
      }
      String reference = in.readUTF();
      String partner = in.readUTF();
      Duration verification = Duration.ofNanos(in.readLong());
      ParkedLaunch launch = ParkedLaunch.fromBytes(in.readNBytes(in.readInt()));
      Question question = in.readBoolean() ? readQuestion(in) : null;
      return new TicketContent(
          reference,
          Optional.of(partner).filter(id -> !id.isEmpty()),
          verification,
          launch,
          question,
          readUntil(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchUnavailableException(
          "the ticket store holds something that is no ticket of a known version", e);
    }
  }

  private static @Nullable Instant readUntil(DataInputStream in) throws IOException {
    long millis = in.readLong();
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static Question readQuestion(DataInputStream in) throws IOException {
    String name = in.readUTF();
    int count = in.readInt();
    Set<String> roles = count < 0 ? null : new HashSet<>();
    for (int i = 0; roles != null && i < count; i++) {
      roles.add(in.readUTF());
    }
    return new Question(new Account(name.isEmpty() ? null : name, roles), in.readUTF());
  }
}
