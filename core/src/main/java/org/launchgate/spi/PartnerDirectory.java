package org.launchgate.spi;

import java.util.Optional;

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
}
