package org.launchgate.servlet;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.address.LocalAddress;

/** What a {@link LaunchHandler} decides. Immutable. */
public sealed interface HandlerDecision {

  /** The user is led on, to the {@code targetUrl}. */
  static Proceed proceed() {
    return new Proceed(null, Map.of());
  }

  /**
   * The user is not let in.
   *
   * @param reason for the log, the figures and the audit event, which gets it as its own reason: 1
   *     to 64 lower-case letters, digits and underscores, such as {@code birth_date_differs}; a
   *     constant, nothing about a person
   * @param publicText what the page says, in plain words and the user's language; any text of up to
   *     1000 characters, shown as text
   */
  static HandlerDecision refuse(String reason, String publicText) {
    return new Refuse(reason, publicText);
  }

  /**
   * It cannot be told at the moment: the page says to try again, with status 503.
   *
   * @param reason for the log, as for {@link #refuse}
   */
  static HandlerDecision unavailable(String reason) {
    return new Unavailable(reason);
  }

  /** The user is led on. */
  final class Proceed implements HandlerDecision {
    private final @Nullable String target;
    private final Map<String, Serializable> attributes;

    private Proceed(@Nullable String target, Map<String, Serializable> attributes) {
      this.target = target;
      this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /**
     * The same, led elsewhere than to the {@code targetUrl}.
     *
     * @param path inside the application, encoded, with a query if need be, as for {@code
     *     targetUrl}: one leading slash, no fragment, not the launch path
     * @throws IllegalArgumentException for any other
     */
    public Proceed leadingTo(String path) {
      if (LocalAddress.of(path).isEmpty()) {
        throw new IllegalArgumentException(
            "a launch's target must be an encoded path inside the application, with one leading /");
      }
      return new Proceed(path, attributes);
    }

    /**
     * The same, with something that the launch's window keeps for the application: see {@link
     * LaunchAttributes#attributesOf}. It goes with the window.
     *
     * @param name any name
     * @param value small, immutable and serializable: it is replicated with the session
     */
    public Proceed with(String name, Serializable value) {
      Map<String, Serializable> more = new LinkedHashMap<>(attributes);
      more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return new Proceed(target, more);
    }

    Optional<String> target() {
      return Optional.ofNullable(target);
    }

    Map<String, Serializable> attributes() {
      return attributes;
    }

    @Override
    public String toString() {
      return "Proceed";
    }
  }

  /** The user is not let in. */
  final class Refuse implements HandlerDecision {
    private static final int MAX_TEXT = 1000;

    private final String reason;
    private final String publicText;

    private Refuse(String reason, String publicText) {
      this.reason = ReasonCode.checked(reason);
      this.publicText = publicText;
      if (publicText.isBlank() || publicText.length() > MAX_TEXT) {
        throw new IllegalArgumentException(
            "a public text must have 1 to " + MAX_TEXT + " characters, not all blank");
      }
    }

    String reason() {
      return reason;
    }

    String publicText() {
      return publicText;
    }

    @Override
    public String toString() {
      return "Refuse[" + reason + "]";
    }
  }

  /** It cannot be told at the moment. */
  final class Unavailable implements HandlerDecision {
    private final String reason;

    private Unavailable(String reason) {
      this.reason = ReasonCode.checked(reason);
    }

    String reason() {
      return reason;
    }

    @Override
    public String toString() {
      return "Unavailable[" + reason + "]";
    }
  }
}
