package org.launchgate.example.attack;

import java.util.List;
import java.util.Optional;
import org.launchgate.example.attack.trial.Attack;

/**
 * How one kind of attack ended.
 *
 * @param tried how many variants were tried
 * @param broken for each variant that the deployment did not withstand, its name and what happened
 * @param skipped why nothing of it was tried; empty where something was
 */
record Result(Attack attack, int tried, List<String> broken, Optional<String> skipped) {

  boolean held() {
    return skipped.isEmpty() && broken.isEmpty();
  }
}
