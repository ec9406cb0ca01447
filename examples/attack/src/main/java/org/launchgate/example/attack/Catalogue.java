package org.launchgate.example.attack;

import java.util.List;
import java.util.stream.Stream;
import org.launchgate.example.attack.family.AlgorithmAttacks;
import org.launchgate.example.attack.trial.Attack;

/** Every attack that there is, in the order in which they run. */
final class Catalogue {
  private Catalogue() {}

  static List<Attack> all() {
    return Stream.of(AlgorithmAttacks.all()).flatMap(List::stream).toList();
  }
}
