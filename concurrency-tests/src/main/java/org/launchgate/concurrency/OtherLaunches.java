package org.launchgate.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/** Two requests bring different tokens, and both once more when all is quiet. */
@JCStressTest
@Outcome(id = "first, first, used, used", expect = ACCEPTABLE, desc = "Neither disturbs the other")
@Outcome(expect = FORBIDDEN, desc = "One is refused, or not remembered")
@State
public class OtherLaunches {
  private final InMemoryReplayStore store = new InMemoryReplayStore(Claims.clock(), 2);

  /** One request. */
  @Actor
  public void one(LLLL_Result result) {
    result.r1 = Claims.claim(store, "launch");
  }

  /** The other. */
  @Actor
  public void other(LLLL_Result result) {
    result.r2 = Claims.claim(store, "other launch");
  }

  /** Both once more. */
  @Arbiter
  public void again(LLLL_Result result) {
    result.r3 = Claims.claim(store, "launch");
    result.r4 = Claims.claim(store, "other launch");
  }
}
