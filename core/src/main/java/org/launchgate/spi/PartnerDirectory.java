package org.launchgate.spi;

import java.util.Optional;
import java.util.Set;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.Profiles;

/**
 * Finds the partner that a launch is from, with the policy that is agreed with it.
 *
 * <p>The default is the partners file. Rules that an implementation has to keep: the path decides
 * where it names a partner; else the claimed issuer where there is one; else, among the partners
 * without an issuer, the key id. A hint that is present and leads nowhere gives no partner, it
 * never falls through to the next one. Thread-safe; called once for every token that is well
 * formed.
 */
@FunctionalInterface
public interface PartnerDirectory {

  /**
   * The partner for these hints; empty when none is known, which refuses the launch.
   *
   * @throws LaunchUnavailableException when the directory cannot answer
   */
  Optional<Partner> find(PartnerHints hints);

  /**
   * Every place where a token of one of the partners may travel: what stands elsewhere in a request
   * is not looked at. Asked for every launch, so it has to be cheap. Default: wherever tokens of a
   * built-in profile travel.
   */
  default Set<Carrier> carriers() {
    return Profiles.builtInCarriers();
  }

  /**
   * The {@code origins} of all partners together: a browser asks whether a script may post before
   * it posts, when nobody knows the partner yet. Default: none, so that no script of another origin
   * can launch.
   */
  default Set<String> origins() {
    return Set.of();
  }
}
