package org.launchgate.profile;

import java.util.Set;

/**
 * What a profile asks of a token's header, besides the algorithm.
 *
 * @param keyIdRequired whether {@code kid} has to be there
 * @param types the values that {@code typ} may have, in lower case; compared without regard to case
 * @param typeRequired whether {@code typ} has to be there
 */
public record HeaderRules(boolean keyIdRequired, Set<String> types, boolean typeRequired) {

  /** Copies the types. */
  public HeaderRules {
    types = Set.copyOf(types);
  }
}
