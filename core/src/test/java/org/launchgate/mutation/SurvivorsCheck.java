package org.launchgate.mutation;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(reports.mutants()).as("mutants in target/pit-reports").isGreaterThan(900);
    if (Boolean.getBoolean("launchgate.updateSurvivors")) {
      NamedSurvivors.read().update(reports.survivors());
    }

    NamedSurvivors named = NamedSurvivors.read();

    assertThat(named.times()).isEqualTo(reports.survivors());
    assertThat(named.reasons())
        .allSatisfy((survivor, reason) -> assertThat(reason).as("%s", survivor).isNotBlank());
  }
}
