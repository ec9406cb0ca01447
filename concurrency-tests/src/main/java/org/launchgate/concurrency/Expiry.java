package org.launchgate.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two requests bring the same token, of which an earlier use may be forgotten just now. The one
 * comes after that moment; the other may have looked at the clock before it.
 */
@JCStressTest
@Outcome(id = "first, used", expect = ACCEPTABLE, desc = "The one")
@Outcome(id = "used, first", expect = ACCEPTABLE, desc = "The other, which came after it as well")
@Outcome(expect = FORBIDDEN, desc = "Both or none")
@State
public class Expiry {
  private volatile Instant now = Claims.NOW;
  private final InMemoryReplayStore store = new InMemoryReplayStore(new Moving(), 1);

  /** A store that remembers the launch for one second more. */
  public Expiry() {
    store.claim("clinic", "launch", Claims.NOW.plusSeconds(1));
  }

  /** After the moment. */
  @Actor
  public void one(LL_Result result) {
    now = Claims.NOW.plusSeconds(2);
    result.r1 = Claims.claim(store, "launch");
  }

  /** At any time. */
  @Actor
  public void other(LL_Result result) {
    result.r2 = Claims.claim(store, "launch");
  }

  private final class Moving extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
