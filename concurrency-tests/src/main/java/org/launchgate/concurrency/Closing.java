package org.launchgate.concurrency;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.launchgate.replay.InMemoryReplayStore;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A request comes while the application stops; afterwards its token is tried at the next start. */
@JCStressTest
@Outcome(id = "first, used", expect = ACCEPTABLE, desc = "It came in time and was handed on")
@Outcome(id = "no answer, first", expect = ACCEPTABLE, desc = "It came too late")
@Outcome(expect = FORBIDDEN, desc = "The token works twice, or never")
@State
public class Closing {
  private static final Path FOLDER = folder();
  private static final AtomicLong NEXT = new AtomicLong();

  private final Path file = FOLDER.resolve("used-" + NEXT.getAndIncrement());
  private final InMemoryReplayStore store = open();

  /** The request. */
  @Actor
  public void request(LL_Result result) {
    result.r1 = Claims.claim(store, "launch");
  }

  /** The stop. */
  @Actor
  public void stop() {
    store.close();
  }

  /** The next start. */
  @Arbiter
  public void nextStart(LL_Result result) {
    result.r2 = Claims.claim(open(), "launch");
  }

  private InMemoryReplayStore open() {
    return InMemoryReplayStore.builder(Claims.clock()).capacity(4).file(file).open();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory(Path.of(""), "closing");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
