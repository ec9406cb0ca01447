package org.launchgate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.OneLine;

/**
 * Why a launch was refused: a stable code for machines and a sentence with expected and found for
 * the log. Neither holds the token, a name or a national id, and the sentence is free of control
 * characters. The sentence is for the log only: it would tell an attacker what to try next.
 */
public final class Refusal {
  private final RefusalReason reason;
  private final String detail;
  private final @Nullable String partner;
  private final boolean signed;

  private Refusal(RefusalReason reason, String detail, @Nullable String partner, boolean signed) {
    this.reason = Objects.requireNonNull(reason, "reason");
    this.detail = OneLine.of(detail);
    this.partner = partner;
    this.signed = signed;
  }

  /** A refusal before it was clear which partner the token is from. */
  public static Refusal of(RefusalReason reason, String detail) {
    return new Refusal(reason, detail, null, false);
  }

  /** The same refusal with the partner under whose rules it was made. */
  public Refusal atPartner(String partner) {
    return new Refusal(reason, detail, partner, signed);
  }

  /** The same refusal of a token whose signature by that partner was found good. */
  public Refusal signedBy(String partner) {
    return new Refusal(reason, detail, partner, true);
  }

  /** The stable reason. */
  public RefusalReason reason() {
    return reason;
  }

  /** What was expected and what was found, for the log. */
  public String detail() {
    return detail;
  }

  /** The partner under whose rules it was refused; empty when none could be told. */
  public Optional<String> partner() {
    return Optional.ofNullable(partner);
  }

  /**
   * Whether the signature was found good before the token was refused. If so the partner itself
   * sent it; if not, anybody may have, as often as they like.
   */
  public boolean isSigned() {
    return signed;
  }

  @Override
  public String toString() {
    return reason.code() + ": " + detail;
  }
}
