package org.launchgate;

import static org.launchgate.profile.ContextField.ORGANIZATION_SYSTEM;
import static org.launchgate.profile.ContextField.ORGANIZATION_VALUE;
import static org.launchgate.profile.ContextField.PATIENT_ID;
import static org.launchgate.profile.ContextField.PATIENT_NATIONAL_ID;
import static org.launchgate.profile.ContextField.RESPONSIBLE_SYSTEM;
import static org.launchgate.profile.ContextField.RESPONSIBLE_VALUE;
import static org.launchgate.profile.ContextField.TASK;
import static org.launchgate.profile.ContextField.TRANSACTION_ID;
import static org.launchgate.profile.ContextField.USER_SYSTEM;
import static org.launchgate.profile.ContextField.USER_VALUE;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.ContextField;

/**
 * What is worth an entry in an audit record of a launch that a partner did sign, whether it was
 * accepted or refused: identifiers and times, no name, no token.
 *
 * <p>Whatever is here comes from a token with a good signature and has the form that its profile
 * asks for. Of a token that is refused for its issuer or its audience there is nothing about user,
 * organisation or patient: it was not for us. Immutable; {@link #toString()} shows nothing
 * personal.
 */
public final class LaunchRecord {
  private static final String NO_SYSTEM = "local";

  private final TokenMarks marks;
  private final LaunchDetails details;

  LaunchRecord(TokenMarks marks, LaunchDetails details) {
    this.marks = marks;
    this.details = details;
  }

  /** The {@code kid} under which the signature was checked; empty when the header has none. */
  public Optional<String> keyId() {
    return Optional.ofNullable(marks.keyId());
  }

  /** The algorithm of the signature; empty for a launch that an older version stored. */
  public Optional<String> algorithm() {
    return Optional.ofNullable(marks.algorithm());
  }

  /** The token's own id ({@code jti}); empty when it has none. */
  public Optional<String> tokenId() {
    return Optional.ofNullable(marks.tokenId());
  }

  /** When the partner says that it issued the token ({@code iat}); empty when it does not. */
  public Optional<Instant> issuedAt() {
    return Optional.ofNullable(marks.issuedAt());
  }

  /** When the token ends ({@code exp}); empty when it does not say. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(marks.expiresAt());
  }

  /** The organisation for which the user works; empty when the token names none. */
  public Optional<Identifier> organization() {
    return identifier(ORGANIZATION_SYSTEM, ORGANIZATION_VALUE);
  }

  /** The user; empty where a refused token names none that is fit. */
  public Optional<Identifier> user() {
    return identifier(USER_SYSTEM, USER_VALUE);
  }

  /** Who is responsible for what the user does; empty when not sent. */
  public Optional<Identifier> responsible() {
    return identifier(RESPONSIBLE_SYSTEM, RESPONSIBLE_VALUE);
  }

  /**
   * The patient by the id that the partner has for them, in the system of the issuer, or {@code
   * local} where there is no issuer; empty when not sent.
   */
  public Optional<Identifier> patient() {
    return details.get(PATIENT_ID).map(id -> new Identifier(system(marks.issuer()), id));
  }

  /** The patient's national id; empty when not sent. */
  public Optional<String> patientNationalId() {
    return details.get(PATIENT_NATIONAL_ID);
  }

  /** The task or other resource that is launched; empty when not sent. */
  public Optional<String> task() {
    return details.get(TASK);
  }

  /** The sender's identifier of this transaction; empty when not sent. */
  public Optional<String> transactionId() {
    return details.get(TRANSACTION_ID);
  }

  /**
   * The identifiers that the profile marks as personal data by themselves; a record in clear should
   * not hold them. The patient's national id is one without being marked.
   */
  public Set<ContextField> personal() {
    return details.personal();
  }

  TokenMarks marks() {
    return marks;
  }

  LaunchDetails details() {
    return details;
  }

  private Optional<Identifier> identifier(ContextField system, ContextField value) {
    return details
        .get(value)
        .map(text -> new Identifier(system(details.values().get(system)), text));
  }

  private static String system(@Nullable String known) {
    return known == null ? NO_SYSTEM : known;
  }

  @Override
  public String toString() {
    return "LaunchRecord[" + marks + ", " + details + "]";
  }
}
