package org.launchgate.example.attack.family;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.AtOnce;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Launches that come more than once. */
final class Replays {
  private Replays() {}

  /** A launch that gets in, and then another that must not. */
  static Outcome then(Scene scene, String first, String second) throws IOException {
    return scene.accepted(first).and(() -> scene.denied(second));
  }

  /** Requests of one launch, twenty at once, of which one gets in. */
  static Outcome one(Scene scene, Request... requests) throws IOException {
    long in = AtOnce.entered(scene, 20, List.of(requests));
    return Outcome.heldIf(in == 1, in + " of 20 got in with one token");
  }
}
