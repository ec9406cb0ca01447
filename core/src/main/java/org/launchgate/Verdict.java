package org.launchgate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one token: accepted or refused.
 *
 * <p>"No verdict could be reached" (a key source or store that does not answer) is neither: it is a
 * {@link org.launchgate.spi.LaunchUnavailableException}.
 */
public sealed interface Verdict {

  /** The token is genuine, fresh, allowed and used for the first time. */
  final class Accepted implements Verdict {
    private final LaunchContext context;

    Accepted(LaunchContext context) {
      this.context = Objects.requireNonNull(context, "context");
    }

    /** The launch. */
    public LaunchContext context() {
      return context;
    }

    @Override
    public String toString() {
      return "Accepted[" + context + "]";
    }
  }

  /** The token is refused. */
  final class Refused implements Verdict {
    private final Refusal refusal;
    private final @Nullable LaunchId launchId;
    private final @Nullable LaunchRecord record;

    Refused(Refusal refusal) {
      this(refusal, null, null);
    }

    Refused(Refusal refusal, @Nullable LaunchRecord record, @Nullable LaunchId launchId) {
      this.refusal = Objects.requireNonNull(refusal, "refusal");
      this.record = record;
      this.launchId = launchId;
    }

    /** Why. */
    public Refusal refusal() {
      return refusal;
    }

    /**
     * Whether the token names the same user, organisation and patient as that launch. A partner
     * that uses one token id twice may mean somebody else by it. False where {@link #launchId} is
     * empty.
     */
    public boolean hasFocusOf(LaunchContext context) {
      return launchId != null
          && record != null
          && record.details().focus().equals(context.details().focus());
    }

    /**
     * The launch that this token is for; present only when all that is wrong with the token is that
     * it was used before or comes too late, everything else having been checked. Whoever accepted
     * that launch can tell a reload of it from a stolen copy.
     */
    public Optional<LaunchId> launchId() {
      return Optional.ofNullable(launchId);
    }

    /**
     * What an audit record says about the token; empty where it is refused before a partner's
     * signature was found good: until then anybody may have written it.
     */
    public Optional<LaunchRecord> record() {
      return Optional.ofNullable(record);
    }

    @Override
    public String toString() {
      return "Refused[" + refusal + "]";
    }
  }
}
