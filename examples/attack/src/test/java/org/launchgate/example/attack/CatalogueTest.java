package org.launchgate.example.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Family;

class CatalogueTest {
  private final List<Attack> all = Catalogue.all();

  @Test
  void everyKindHasAnIdOfItsOwn() {
    assertThat(all).extracting(Attack::id).doesNotHaveDuplicates();
  }

  @Test
  void everyKindSaysWhatItIsAndWhereItIsTakenFrom() {
    assertThat(all).allSatisfy(attack -> assertThat(attack.description()).isNotBlank());
    assertThat(all)
        .allSatisfy(
            attack ->
                assertThat(attack.source())
                    .as(attack.id())
                    .containsPattern(
                        "RFC \\d+|CVE-\\d+|CWE-\\d+|V-\\d+|ZorgDomein|ExorLive|HTI|design"));
  }

  @Test
  void everyFamilyHasKinds() {
    assertThat(all).extracting(Attack::family).contains(Family.values());
  }

  @Test
  void noIdIsAFamily() {
    List<String> families = List.of(Family.values()).stream().map(Family::toString).toList();

    assertThat(all).extracting(Attack::id).doesNotContainAnyElementsOf(families);
  }
}
