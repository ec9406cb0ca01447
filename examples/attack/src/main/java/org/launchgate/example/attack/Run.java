package org.launchgate.example.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Need;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Browser;

/** Runs attacks, one after the other. */
final class Run {
  private final Scene scene;

  Run(Scene scene) {
    this.scene = scene;
  }

  /**
   * Whether a good launch gets in. As long as it does not, a refusal means nothing.
   *
   * @return what is wrong; empty when it got in, or when there is no key to make one
   */
  Optional<String> goodLaunch() throws IOException {
    if (scene.setup().signer().isEmpty()) {
      return Optional.empty();
    }
    Browser browser = scene.browser();
    Outcome outcome = scene.accepted(browser, scene.genuine());
    scene.learnSession(browser);
    return outcome instanceof Outcome.Broken broken ? Optional.of(broken.how()) : Optional.empty();
  }

  void run(List<Attack> attacks, Consumer<Result> report) {
    attacks.forEach(attack -> report.accept(run(attack)));
  }

  private Result run(Attack attack) {
    Optional<String> missing = attack.missing(scene.setup()).map(Need::text);
    if (missing.isPresent()) {
      return new Result(attack, 0, List.of(), missing.map(text -> "needs " + text));
    }
    int tried = 0;
    List<String> broken = new ArrayList<>();
    Optional<String> skipped = Optional.of("nothing to try here");
    for (Attack.Variant variant : attack.variants(scene.setup())) {
      Outcome outcome = outcome(variant);
      if (outcome instanceof Outcome.Skipped not) {
        skipped = Optional.of(not.why());
      } else {
        tried++;
      }
      if (outcome instanceof Outcome.Broken how) {
        broken.add(variant.name() + ": " + how.how());
      }
    }
    return new Result(attack, tried, broken, tried == 0 ? skipped : Optional.empty());
  }

  private Outcome outcome(Attack.Variant variant) {
    try {
      return variant.trial().run(scene);
    } catch (IOException e) {
      return Outcome.broken("no answer: " + e.getMessage());
    }
  }
}
