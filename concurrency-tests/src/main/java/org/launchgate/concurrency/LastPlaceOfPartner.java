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

/** Two requests bring different tokens of a partner that has one place of its share left. */
@JCStressTest
@Outcome(id = "first, no answer, 2", expect = ACCEPTABLE, desc = "The one takes it")
@Outcome(id = "no answer, first, 2", expect = ACCEPTABLE, desc = "The other takes it")
@Outcome(expect = FORBIDDEN, desc = "The partner has more than its share, or less")
@State
public class LastPlaceOfPartner {
  private final InMemoryReplayStore store =
      InMemoryReplayStore.builder(Claims.clock()).capacity(4).partnerShare(50).open();

  /** A store with one place of the share left. */
  public LastPlaceOfPartner() {
    Claims.claim(store, "earlier launch");
  }

  /** One request. */
  @Actor
  public void one(LLI_Result result) {
    result.r1 = Claims.claim(store, "launch");
  }

  /** The other. */
  @Actor
  public void other(LLI_Result result) {
    result.r2 = Claims.claim(store, "other launch");
  }

  /** What is remembered. */
  @Arbiter
  public void remembered(LLI_Result result) {
    result.r3 = store.size();
  }
}
