package org.launchgate;

import static org.launchgate.profile.ContextField.ORGANIZATION_VALUE;
import static org.launchgate.profile.ContextField.PROBLEM;
import static org.launchgate.profile.ContextField.RESPONSIBLE_SYSTEM;
import static org.launchgate.profile.ContextField.RESPONSIBLE_VALUE;
import static org.launchgate.profile.ContextField.TASK;
import static org.launchgate.profile.ContextField.TRANSACTION_ID;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.address.TargetTemplate;
import org.launchgate.profile.ContextField;

/**
 * An accepted launch: who launched, from which partner, for which organisation, and which patient
 * is in focus.
 *
 * <p>Only {@link LaunchVerifier} makes one, so holding a context means that its token was verified.
 * It says what was true at the launch; which context belongs to a request is the business of the
 * layer that serves the request.
 *
 * <p>Immutable and thread-safe. Optional things are {@link Optional}; {@link #toString()} shows no
 * personal data. Serializable in a form that stays readable across versions, so that it survives
 * session replication and a rolling update; whoever can write into the session store can forge one,
 * so that store has to be as trusted as the application itself.
 */
public final class LaunchContext implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient LaunchEnvelope envelope;
  private final transient LaunchDetails details;
  private final transient LaunchClaims claims;

  LaunchContext(LaunchEnvelope envelope, LaunchDetails details, LaunchClaims claims) {
    this.envelope = envelope;
    this.details = details;
    this.claims = claims;
  }

  /** The id of the partner that launched, as the partners file names it. */
  public String partner() {
    return envelope.partner();
  }

  /** The verified {@code iss} of the token; empty for a partner whose tokens carry none. */
  public Optional<String> issuer() {
    return Optional.ofNullable(envelope.marks().issuer());
  }

  /** The user who launched. */
  public LaunchUser user() {
    return new LaunchUser(details);
  }

  /** Who the user is, in the form that lives as long as the session. */
  public LaunchPrincipal principal() {
    return new LaunchPrincipal(envelope.partner(), envelope.marks().issuer(), user().identifier());
  }

  /** The organisation for which the user works; empty when the token names none. */
  public Optional<LaunchOrganization> organization() {
    return details.get(ORGANIZATION_VALUE).isPresent()
        ? Optional.of(new LaunchOrganization(details))
        : Optional.empty();
  }

  /** The practitioner who is responsible for what the user does; empty when not sent. */
  public Optional<Identifier> responsible() {
    return details
        .get(RESPONSIBLE_VALUE)
        .map(value -> new Identifier(details.required(RESPONSIBLE_SYSTEM), value));
  }

  /** The patient in focus; empty when the token says nothing about a patient. */
  public Optional<LaunchPatient> patient() {
    return details.hasAny("patient.") ? Optional.of(new LaunchPatient(details)) : Optional.empty();
  }

  /** The ICPC code of the patient's problem; empty when not sent. */
  public Optional<String> problem() {
    return details.get(PROBLEM);
  }

  /**
   * The sender's identifier of this transaction; empty when not sent. ZorgDomein's rule: where it
   * was given, it goes into every following request of the transaction.
   */
  public Optional<String> transactionId() {
    return details.get(TRANSACTION_ID);
  }

  /** The task that is launched; empty where the kind of launch knows none. */
  public Optional<String> task() {
    return details.get(TASK);
  }

  /** The token's own id ({@code jti}); empty when it has none. */
  public Optional<String> tokenId() {
    return Optional.ofNullable(envelope.marks().tokenId());
  }

  /** When the partner issued the token ({@code iat}); empty when it does not say. */
  public Optional<Instant> issuedAt() {
    return Optional.ofNullable(envelope.marks().issuedAt());
  }

  /** When this deployment verified the token. */
  public Instant verifiedAt() {
    return envelope.verifiedAt();
  }

  /** The name of this launch, equal for every copy of its token. */
  public LaunchId launchId() {
    return envelope.launchId();
  }

  /** What an audit record says about this launch. */
  public LaunchRecord record() {
    return new LaunchRecord(envelope.marks(), details);
  }

  /**
   * The roles that the user has here: those of the partner's configuration, or, where the profile
   * takes roles from a claim, those of them that the token names; may be empty.
   */
  public Set<String> roles() {
    return envelope.roles();
  }

  /** The free {@code attributes} of the partner's configuration, unmodifiable; may be empty. */
  public Map<String, @Nullable Object> attributes() {
    return envelope.attributes();
  }

  /** Where the partner's launches lead; empty where they lead where all others do. */
  public Optional<TargetTemplate> target() {
    return Optional.ofNullable(envelope.target());
  }

  /** The field of that name, as profiles name it; empty when not sent. */
  public Optional<String> value(ContextField field) {
    return details.get(field);
  }

  /** All claims of the token, read-only. */
  public LaunchClaims claims() {
    return claims;
  }

  LaunchEnvelope envelope() {
    return envelope;
  }

  LaunchDetails details() {
    return details;
  }

  private Object writeReplace() {
    return new LaunchContextForm(this);
  }

  private void readObject(ObjectInputStream in) throws InvalidObjectException {
    throw new InvalidObjectException("a LaunchContext is only read through its serialized form");
  }

  @Override
  public String toString() {
    return "LaunchContext[partner=" + partner() + ", launch=" + launchId() + ", " + details + "]";
  }
}
