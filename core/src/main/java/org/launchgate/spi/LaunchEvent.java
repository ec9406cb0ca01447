package org.launchgate.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a launch: what NEN 7513 and IHE's Basic Audit Log Patterns ask of a
 * record, as far as a launch knows it. It never holds a token, a signature or a name.
 *
 * <p>What a token says about itself, {@link #token()} and all identifiers, is there only when a
 * partner's signature under it was good; before that anybody may have written it, and the event has
 * reason, reference and address alone. Immutable, thread-safe; {@link #toString()} shows kind,
 * reason and reference.
 */
public final class LaunchEvent {

  /** What happened. Later versions may add some. */
  public enum Kind {
    /** A launch was accepted, and its user is logged in. */
    ACCEPTED(Outcome.SUCCESS),
    /** A launch came again into the session that it led to before, as by a reload. */
    REPEATED(Outcome.SUCCESS),
    /** A launch was refused, for another reason than that it was used before. */
    REFUSED(Outcome.REFUSED),
    /**
     * A launch came that was used before. It is refused; but where it was posted, and the browser
     * then shows that its session is the one that the first use led to, a {@link #REPEATED} of the
     * same reference follows.
     */
    REPLAYED(Outcome.REFUSED),
    /** No verdict could be reached, or it could not be kept: answered 503. */
    UNAVAILABLE(Outcome.UNAVAILABLE),
    /**
     * An accepted launch put another patient in focus, for the same user in the same session, and
     * the one before went out of it. Where patients stand side by side in windows of their own,
     * none does, and {@link #ACCEPTED} alone says who was opened.
     */
    PATIENT_CHANGED(Outcome.SUCCESS),
    /** An accepted launch of another user ended the session of the user before. */
    USER_CHANGED(Outcome.SUCCESS),
    /** A user said that they are who launched: from now on the launch's user has their account. */
    LINKED(Outcome.SUCCESS),
    /** A user who had launched logged out. A session that only times out is no event. */
    LOGOUT(Outcome.SUCCESS);

    private final Outcome outcome;

    Kind(Outcome outcome) {
      this.outcome = outcome;
    }
  }

  /** How it ended. */
  public enum Outcome {
    /** As was asked for. */
    SUCCESS,
    /** With a no. */
    REFUSED,
    /** With neither a yes nor a no. */
    UNAVAILABLE
  }

  /** Whom or what an identifier stands for. */
  public enum Party {
    /** The user. */
    USER,
    /** Who is responsible for what the user does. */
    RESPONSIBLE,
    /** The organisation for which the user works. */
    ORGANIZATION,
    /** The patient in focus, by the id that the partner has for them. */
    PATIENT,
    /** The patient in focus, by their national id. */
    PATIENT_NATIONAL_ID,
    /** The user whose session ended; with {@link Kind#USER_CHANGED} only. */
    PREVIOUS_USER,
    /** The patient who was in focus before; where user or patient changed only. */
    PREVIOUS_PATIENT,
    /** The patient who was in focus before, by their national id. */
    PREVIOUS_PATIENT_NATIONAL_ID
  }

  private final Kind kind;
  private final Instant time;
  private final @Nullable String reason;
  private final @Nullable String reference;
  private final @Nullable String partner;
  private final @Nullable String remoteAddress;
  private final @Nullable Duration verification;
  private final @Nullable EventToken token;
  private final Map<Party, EventIdentifier> parties;
  private final @Nullable String task;
  private final @Nullable String transactionId;

  private LaunchEvent(Builder from) {
    kind = from.kind;
    time = from.time;
    reason = from.reason;
    reference = from.reference;
    partner = from.partner;
    remoteAddress = from.remoteAddress;
    verification = from.verification;
    token = from.token;
    parties = new EnumMap<>(from.parties);
    task = from.task;
    transactionId = from.transactionId;
  }

  /** Starts an event; all but kind and time may be left out. Listeners' tests use it, too. */
  public static Builder builder(Kind kind, Instant time) {
    return new Builder(kind, time);
  }

  /** What happened. */
  public Kind kind() {
    return kind;
  }

  /** How it ended. */
  public Outcome outcome() {
    return kind.outcome;
  }

  /** When it happened, by this deployment's clock. */
  public Instant time() {
    return time;
  }

  /**
   * Why not: the code of a refusal reason such as {@code signature_invalid}; empty but for {@link
   * Outcome#REFUSED}.
   */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /**
   * What connects the event with the log and, where the user saw a refusal, with that page; all
   * events of one request share it. Empty for a log-out.
   */
  public Optional<String> reference() {
    return Optional.ofNullable(reference);
  }

  /**
   * The id of the partner, always one that is configured; without a {@link #token()} it is who the
   * launch claims to be from. Empty where that cannot be told.
   */
  public Optional<String> partner() {
    return Optional.ofNullable(partner);
  }

  /** The address of the browser, or of the proxy before us; empty when it is none. */
  public Optional<String> remoteAddress() {
    return Optional.ofNullable(remoteAddress);
  }

  /** How long the verification took; empty where the request held nothing to verify. */
  public Optional<Duration> verification() {
    return Optional.ofNullable(verification);
  }

  /** What the token says of itself; empty when no signature was found good. */
  public Optional<EventToken> token() {
    return Optional.ofNullable(token);
  }

  /** The identifier of a party; empty when the token names none, or none that is fit. */
  public Optional<EventIdentifier> party(Party party) {
    return Optional.ofNullable(parties.get(party));
  }

  /** The task or other resource that is launched; empty when not sent. */
  public Optional<String> task() {
    return Optional.ofNullable(task);
  }

  /** The sender's identifier of the transaction; empty when not sent. */
  public Optional<String> transactionId() {
    return Optional.ofNullable(transactionId);
  }

  @Override
  public String toString() {
    return "LaunchEvent[" + kind + ", reason=" + reason + ", reference=" + reference + "]";
  }

  /** Collects what an event says. Not thread-safe; null says nothing. */
  public static final class Builder {
    private final Kind kind;
    private final Instant time;
    private final Map<Party, EventIdentifier> parties = new EnumMap<>(Party.class);
    private @Nullable String reason;
    private @Nullable String reference;
    private @Nullable String partner;
    private @Nullable String remoteAddress;
    private @Nullable Duration verification;
    private @Nullable EventToken token;
    private @Nullable String task;
    private @Nullable String transactionId;

    private Builder(Kind kind, Instant time) {
      this.kind = Objects.requireNonNull(kind, "kind");
      this.time = Objects.requireNonNull(time, "time");
    }

    /** Why not. */
    public Builder reason(@Nullable String value) {
      reason = value;
      return this;
    }

    /** The reference. */
    public Builder reference(@Nullable String value) {
      reference = value;
      return this;
    }

    /** The partner's id. */
    public Builder partner(@Nullable String value) {
      partner = value;
      return this;
    }

    /** Where the request came from. */
    public Builder remoteAddress(@Nullable String value) {
      remoteAddress = value;
      return this;
    }

    /** How long the verification took. */
    public Builder verification(@Nullable Duration value) {
      verification = value;
      return this;
    }

    /** What the token says of itself. */
    public Builder token(@Nullable EventToken value) {
      token = value;
      return this;
    }

    /** Who a party is. */
    public Builder party(Party party, EventIdentifier identifier) {
      parties.put(party, Objects.requireNonNull(identifier, "identifier"));
      return this;
    }

    /** What is launched. */
    public Builder task(@Nullable String value) {
      task = value;
      return this;
    }

    /** The sender's transaction. */
    public Builder transactionId(@Nullable String value) {
      transactionId = value;
      return this;
    }

    /** The event. */
    public LaunchEvent build() {
      return new LaunchEvent(this);
    }
  }
}
