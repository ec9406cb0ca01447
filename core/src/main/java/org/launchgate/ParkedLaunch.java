package org.launchgate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * A verified launch on its way from the request that brought it to the one that redeems it.
 *
 * <p>As bytes it can lie in a ticket store. Whoever can write there can log in as anybody, so that
 * store has to be as trusted as the verifier. Immutable; {@code toString} shows nothing personal.
 */
public sealed interface ParkedLaunch {

  /** A launch that was accepted, and is not yet in any session. */
  final class Fresh implements ParkedLaunch {
    private final LaunchContext context;

    private Fresh(LaunchContext context) {
      this.context = context;
    }

    /** The launch. */
    public LaunchContext context() {
      return context;
    }

    @Override
    public String toString() {
      return "Fresh[" + context + "]";
    }
  }

  /**
   * A launch that was used before and has nothing else against it: a double click, a reload, or a
   * stolen copy. It leads where the first one led, and nowhere else.
   */
  final class Used implements ParkedLaunch {
    private final String partner;
    private final LaunchId launchId;
    private final Map<String, String> focus;

    private Used(String partner, LaunchId launchId, Map<String, String> focus) {
      this.partner = partner;
      this.launchId = launchId;
      this.focus = focus;
    }

    /** The partner's id. */
    public String partner() {
      return partner;
    }

    /** The launch, the same as that of the first use. */
    public LaunchId launchId() {
      return launchId;
    }

    /** Whether the token named the same user, organisation and patient as that launch. */
    public boolean hasFocusOf(LaunchContext context) {
      return focus.equals(plainFocus(context.details()));
    }

    @Override
    public String toString() {
      return "Used[partner=" + partner + ", launch=" + launchId + "]";
    }
  }

  /** Parks an accepted launch. */
  static ParkedLaunch of(Verdict.Accepted accepted) {
    return new Fresh(accepted.context());
  }

  /** Parks a launch that was used before; empty where that is not all that is wrong with it. */
  static Optional<ParkedLaunch> of(Verdict.Refused refused) {
    if (refused.refusal().reason() != RefusalReason.REPLAYED) {
      return Optional.empty();
    }
    // Whether a launch was used is asked last, so all of them are known.
    String partner = refused.refusal().partner().orElseThrow();
    LaunchId launchId = refused.launchId().orElseThrow();
    LaunchRecord record = refused.record().orElseThrow();
    return Optional.of(new Used(partner, launchId, plainFocus(record.details())));
  }

  /** It as bytes, in a form that stays readable across versions. */
  default byte[] toBytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        if (this instanceof Fresh fresh) {
          out.writeObject(fresh.context());
        } else {
          Used used = (Used) this;
          out.writeUTF(used.partner());
          out.writeUTF(used.launchId().value());
          out.writeObject(used.focus);
        }
      }
      return Form.tagged(this instanceof Fresh ? Form.FRESH : Form.USED, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("nothing that is written in memory fails", e);
    }
  }

  /**
   * Reads what {@link #toBytes()} wrote.
   *
   * @throws LaunchUnavailableException when the bytes are something else, or of a version that is
   *     not known
   */
  static ParkedLaunch fromBytes(byte[] bytes) {
    try {
      return Form.read(bytes);
    } catch (IOException | ClassNotFoundException | ClassCastException | NullPointerException e) {
      throw new LaunchUnavailableException(
          "the ticket store holds something that is no parked launch of a known version", e);
    }
  }

  private static Map<String, String> plainFocus(LaunchDetails details) {
    Map<String, String> plain = new HashMap<>();
    details.focus().forEach((field, value) -> plain.put(field.path(), value));
    return plain;
  }

  /** The bytes: the kind, which stands for the version, too; then what the kind needs. */
  final class Form {
    private static final byte FRESH = 1;
    private static final byte USED = 2;

    /** The plain types of a context's stable form, and nothing that runs code when it is read. */
    private static final ObjectInputFilter PLAIN =
        ObjectInputFilter.Config.createFilter(
            "maxdepth=100;maxbytes=4194304;org.launchgate.LaunchContextForm;"
                + "org.launchgate.LaunchContext;"
                + "java.lang.*;java.math.*;java.util.*;!*");

    private Form() {}

    private static byte[] tagged(byte kind, byte[] rest) {
      byte[] all = new byte[rest.length + 1];
      all[0] = kind;
      System.arraycopy(rest, 0, all, 1, rest.length);
      return all;
    }

    @SuppressWarnings("unchecked") // the filter and the casts of its use let nothing else pass
    private static ParkedLaunch read(byte[] bytes) throws IOException, ClassNotFoundException {
      ByteArrayInputStream all = new ByteArrayInputStream(bytes);
      int kind = all.read();
      try (ObjectInputStream in = new ObjectInputStream(all)) {
        in.setObjectInputFilter(PLAIN);
        return switch (kind) {
          case FRESH ->
              new Fresh((LaunchContext) Objects.requireNonNull(in.readObject(), "context"));
          case USED ->
              new Used(
                  in.readUTF(),
                  new LaunchId(in.readUTF()),
                  Map.copyOf((Map<String, String>) in.readObject()));
          default -> throw new InvalidClassException("unknown version " + kind);
        };
      }
    }
  }
}
