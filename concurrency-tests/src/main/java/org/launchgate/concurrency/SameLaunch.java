package org.launchgate.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLI_Result;

/** Two requests bring the same token. */
@JCStressTest
@Outcome(id = "first, used, 1", expect = ACCEPTABLE, desc = "The one")
@Outcome(id = "used, first, 1", expect = ACCEPTABLE, desc = "The other")
@Outcome(expect = FORBIDDEN, desc = "Both or none, or twice remembered")
@State
public class SameLaunch {
  private final InMemoryReplayStore store = new InMemoryReplayStore(Claims.clock(), 4);

  /** One request. */
  @Actor
  public void one(LLI_Result result) {
    result.r1 = Claims.claim(store, "launch");
  }

  /** The other. */
  @Actor
  public void other(LLI_Result result) {
    result.r2 = Claims.claim(store, "launch");
  }

  /** What is remembered. */
  @Arbiter
  public void remembered(LLI_Result result) {
    result.r3 = store.size();
  }
}
