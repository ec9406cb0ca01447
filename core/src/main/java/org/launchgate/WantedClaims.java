package org.launchgate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.launchgate.profile.JsonPointer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes, once for each partner, that a claim which is wanted does not come. Thread-safe. */
final class WantedClaims {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchVerifier.class);

  private final Set<Absence> noted = ConcurrentHashMap.newKeySet();

  void absent(String partner, JsonPointer claim) {
    if (noted.add(new Absence(partner, claim))) {
      LOG.info("partner {}: a token came without {}, which its profile wants", partner, claim);
    }
  }

  /** A claim of a partner. */
  private record Absence(String partner, JsonPointer claim) {}
}
