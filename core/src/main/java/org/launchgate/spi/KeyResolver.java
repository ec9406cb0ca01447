package org.launchgate.spi;

import java.util.List;
import java.util.Optional;
import org.launchgate.profile.SigningAlgorithm;

/**
 * Gives the keys that may have signed a partner's token.
 *
 * <p>The default gives the {@code keys} of the partners file. The policy (which algorithms, which
 * profile) stays with the partner: the verifier uses none of the returned keys for an algorithm
 * that the partner or the key itself does not allow. Thread-safe; called at most once for every
 * token whose partner is known, before the signature is checked, so it has to be cheap for key ids
 * that do not exist.
 *
 * <p>A partner that has neither an issuer nor configured keys cannot be told by its tokens: it is
 * reached by {@code /launch/{partner}} alone.
 */
@FunctionalInterface
public interface KeyResolver {

  /**
   * The candidate keys; an empty list when there is none, which refuses the launch.
   *
   * @param partner the partner that the token claims to be from
   * @param keyId the header's {@code kid}: when present, only keys of that id may be returned
   * @param algorithm the header's {@code alg}, which the partner allows
   * @return at most 4 keys are tried; more than that for one token is treated as none
   * @throws LaunchUnavailableException when the source of keys cannot answer
   */
  List<PartnerKey> resolve(Partner partner, Optional<String> keyId, SigningAlgorithm algorithm);

  /**
   * The candidate keys of a token without {@code kid} that are at hand, for a resolver that may
   * have to wait for others: they are tried before {@link #resolve} is asked, so that a token which
   * one of them has signed waits for nobody. A token that none has signed is decided by what {@link
   * #resolve} gives; so a resolver that asks a server may ask it once more for such a token, as for
   * a {@code kid} that it does not know.
   *
   * <p>It must not wait. Default: none, so that {@link #resolve} decides alone. A resolver that
   * asks another one hands this question on as well.
   */
  default List<PartnerKey> atHand(Partner partner, SigningAlgorithm algorithm) {
    return List.of();
  }
}
