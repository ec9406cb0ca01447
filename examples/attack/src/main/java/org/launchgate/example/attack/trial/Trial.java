package org.launchgate.example.attack.trial;

import java.io.IOException;

/** One try at a deployment. */
@FunctionalInterface
public interface Trial {
  /**
   * Tries it.
   *
   * @throws IOException when the deployment cannot be reached
   */
  Outcome run(Scene scene) throws IOException;

  /** A part of a trial. */
  @FunctionalInterface
  interface Step {
    /** Does it. */
    Outcome run() throws IOException;
  }

  /** A token that is forged for one trial. */
  @FunctionalInterface
  interface Forging {
    /** Forges it. */
    String token(Scene scene);
  }
}
