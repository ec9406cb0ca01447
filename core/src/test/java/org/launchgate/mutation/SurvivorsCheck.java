package org.launchgate.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code survivors.json} exact: a mutant that survives and is not named fails the build, and
 * so does one that is named and was killed. It runs in the Maven profile {@code mutation} alone,
 * after PIT. With {@code -Dlaunchgate.updateSurvivors=true} the file is written anew.
 */
class SurvivorsCheck {

  @Test
  void everySurvivorIsNamedWithItsReasonAndNoOtherIs() throws Exception {
    MutationReports reports = MutationReports.read();
    assertThat(reports.mutants()).as("mutants in target/pit-reports").isGreaterThan(2300);
    if (Boolean.getBoolean("launchgate.updateSurvivors")) {
      NamedSurvivors.read().update(reports.survivors());
    }

    NamedSurvivors named = NamedSurvivors.read();

    assertThat(otherThan(named.times(), reports.survivors()))
        .as("survivors that are not named, or not as often")
        .isEmpty();
    assertThat(otherThan(reports.survivors(), named.times()))
        .as("named ones that were killed, or are gone")
        .isEmpty();
    assertThat(named.reasons())
        .allSatisfy((survivor, reason) -> assertThat(reason).as("%s", survivor).isNotBlank());
  }

  /** Those of the second that the first does not have as often. */
  private static Map<Survivor, Integer> otherThan(
      Map<Survivor, Integer> known, Map<Survivor, Integer> seen) {
    Map<Survivor, Integer> others = new TreeMap<>(seen);
    others.entrySet().removeAll(known.entrySet());
    return others;
  }
}
