package org.launchgate;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.launchgate.partner.ConfiguredKeys;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.partner.PartnersFile;
import org.launchgate.replay.InMemoryReplayStore;
import org.launchgate.spi.DecryptionKey;
import org.launchgate.spi.KeyResolver;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.ReplayStore;

/**
 * Verifies launch tokens: one compact token in, one verdict out.
 *
 * <p>The order is fixed: size and shape, partner, algorithm, key, signature, claims, the partner's
 * policy, and last the one use, so that only genuine tokens cost memory. Built once; immutable and
 * thread-safe.
 *
 * <p>Not promised: that time tells nothing about which check refused a token.
 */
public final class LaunchVerifier {
  private final VerificationSteps steps;

  private LaunchVerifier(VerificationSteps steps) {
    this.steps = steps;
  }

  /** Starts a verifier; {@link Builder#partners} is the only setting without a default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The verdict on a token. An accepted token is used up by this call.
   *
   * @param compactToken the token as it came in, not trimmed
   * @param arrival where it came in
   * @throws LaunchAgainException when the token may have been used before the replay store began to
   *     remember
   * @throws LaunchUnavailableException when something that has to be asked does not answer; the
   *     launch is then neither accepted nor refused
   */
  public Verdict verify(String compactToken, Arrival arrival) {
    Objects.requireNonNull(compactToken, "compactToken");
    Objects.requireNonNull(arrival, "arrival");
    return steps.verify(compactToken, arrival);
  }

  /** Collects the settings of a verifier. Not thread-safe. */
  public static final class Builder {
    private static final Duration MAX_SKEW = Duration.ofMinutes(2);
    private static final int MAX_TOKEN_BYTES = 1024 * 1024;

    private @Nullable PartnerDirectory partners;
    private @Nullable KeyResolver keys;
    private @Nullable Supplier<List<DecryptionKey>> decryptionKeys;
    private @Nullable ReplayStore replayStore;
    private Clock clock = Clock.systemUTC();
    private Duration clockSkew = Duration.ofSeconds(30);
    private int maxTokenBytes = 16 * 1024;

    private Builder() {}

    /** Who may launch. Required. */
    public Builder partners(PartnerDirectory value) {
      partners = Objects.requireNonNull(value, "partners");
      return this;
    }

    /** Where keys come from. Default: the keys that are configured with each partner. */
    public Builder keys(KeyResolver value) {
      keys = Objects.requireNonNull(value, "keys");
      return this;
    }

    /**
     * The receiver's own private keys, for encrypted launches. Default: those of the partners file,
     * and none where there is no such file: then an encrypted token is refused.
     *
     * @throws IllegalArgumentException when two have one {@code kid}, or one of several has none
     */
    public Builder decryptionKeys(List<DecryptionKey> value) {
      List<DecryptionKey> fixed = DecryptionKey.requireDistinct(value);
      return decryptionKeys(() -> fixed);
    }

    /** Where the decryption keys of each moment come from; asked for every encrypted token. */
    Builder decryptionKeys(Supplier<List<DecryptionKey>> value) {
      decryptionKeys = Objects.requireNonNull(value, "decryptionKeys");
      return this;
    }

    /**
     * What remembers used launches. Default: this process's memory, for a million launches, of
     * which one partner may fill half. It ends with the process and lets tokens from before its
     * start pass; {@code InMemoryReplayStore.builder} makes one that hands its launches on to the
     * next run, and fences off what it cannot know.
     */
    public Builder replayStore(ReplayStore value) {
      replayStore = Objects.requireNonNull(value, "replayStore");
      return this;
    }

    /** The clock. Default: the system's. */
    public Builder clock(Clock value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * How far a partner's clock may be off: it widens "in the future" and {@code exp}, and no
     * greatest age. From 0 to 120 s, default 30 s.
     */
    public Builder clockSkew(Duration value) {
      if (value.isNegative() || value.compareTo(MAX_SKEW) > 0) {
        throw new IllegalArgumentException("clockSkew must be from 0 to 120 s, not " + value);
      }
      clockSkew = value;
      return this;
    }

    /** The largest token that is looked at, from 1 byte to 1 MiB, default 16 KiB. */
    public Builder maxTokenBytes(int value) {
      if (value < 1 || value > MAX_TOKEN_BYTES) {
        throw new IllegalArgumentException(
            "maxTokenBytes must be from 1 to " + MAX_TOKEN_BYTES + ", not " + value);
      }
      maxTokenBytes = value;
      return this;
    }

    /**
     * The verifier.
     *
     * @throws IllegalArgumentException when no partners are set, a configured partner has no key
     *     and no key resolver is set, or one demands encrypted tokens and there are no decryption
     *     keys
     */
    public LaunchVerifier build() {
      if (partners == null) {
        throw new IllegalArgumentException("partners must be set: who may launch?");
      }
      Supplier<List<DecryptionKey>> ownKeys = ownKeys(partners);
      if (partners instanceof ConfiguredPartners configured) {
        configured.warnOfEndlessTokens(Set.of());
        review(configured, ownKeys);
      } else if (partners instanceof PartnersFile file) {
        review(file.current(), ownKeys);
      }
      return new LaunchVerifier(
          new VerificationSteps(
              new TokenDecryption(ownKeys),
              partners,
              keys == null ? new ConfiguredKeys() : keys,
              replayStore == null ? inMemory() : replayStore,
              clock,
              clockSkew,
              maxTokenBytes));
    }

    private ReplayStore inMemory() {
      return InMemoryReplayStore.builder(clock).restartFence(false).open();
    }

    private Supplier<List<DecryptionKey>> ownKeys(PartnerDirectory directory) {
      if (decryptionKeys != null) {
        return decryptionKeys;
      }
      if (directory instanceof PartnersFile file) {
        return () -> file.current().decryptionKeys();
      }
      return directory instanceof ConfiguredPartners configured
          ? configured::decryptionKeys
          : List::of;
    }

    private void review(ConfiguredPartners configured, Supplier<List<DecryptionKey>> ownKeys) {
      if (keys == null) {
        configured.requireKeys();
      }
      if (ownKeys.get().isEmpty()) {
        configured.refuseEncryption();
      }
    }
  }
}
