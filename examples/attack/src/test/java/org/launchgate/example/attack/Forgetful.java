package org.launchgate.example.attack;

import java.time.Instant;
import org.launchgate.spi.ReplayStore;

/** Never saw any launch before. */
public final class Forgetful implements ReplayStore {
  @Override
  public boolean claim(String partner, String launchId, Instant keepUntil) {
    return true;
  }
}
