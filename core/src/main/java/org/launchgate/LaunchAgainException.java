package org.launchgate;

import java.time.Instant;
import java.util.Objects;
import org.launchgate.spi.LaunchUnavailableException;

/**
 * No verdict on a token that was issued before the replay store began to remember: it may have been
 * used then. All other checks have passed, and the token is not used up by this one.
 *
 * <p>Unlike other failures it does not go away by waiting: the user has to launch again, which
 * brings a new token.
 */
public final class LaunchAgainException extends LaunchUnavailableException {
  private static final long serialVersionUID = 1L;

  private final String partner;
  private final LaunchId launchId;
  private final transient LaunchRecord record;

  LaunchAgainException(
      String partner, Instant issuedAt, Instant since, LaunchId launchId, LaunchRecord record) {
    super(
        "partner "
            + partner
            + ", launch "
            + launchId
            + ": expected a token issued at or after "
            + since
            + ", when used launches began to be remembered, found iat "
            + issuedAt);
    this.partner = Objects.requireNonNull(partner, "partner");
    this.launchId = Objects.requireNonNull(launchId, "launchId");
    this.record = Objects.requireNonNull(record, "record");
  }

  /** The id of the partner that signed the token. */
  public String partner() {
    return partner;
  }

  /** What an audit record says about the token. */
  public LaunchRecord record() {
    return record;
  }

  /** The launch that the token is for. Whoever accepted it before the start can tell a reload. */
  public LaunchId launchId() {
    return launchId;
  }

  /** Whether the token names the same user, organisation and patient as that launch. */
  public boolean hasFocusOf(LaunchContext context) {
    return record.details().focus().equals(context.details().focus());
  }
}
