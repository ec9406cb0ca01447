package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceReferenceTest {

  @Test
  void typeAndIdStandOnEitherSideOfTheSlash() {
    assertThat(ResourceReference.of("Patient/a-1.B"))
        .contains(new ResourceReference("Patient", "a-1.B"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "Patient",
        "Patient/",
        "/1",
        "patient/1",
        "Patient/1/2",
        "Patient/1 ",
        " Patient/1",
        "Patient/é",
        "Pâtient/1",
        "Patient/1\n",
        "Patient//1",
        "1/Patient",
        "#Patient/1"
      })
  void otherTextIsNone(String text) {
    assertThat(ResourceReference.of(text)).isEmpty();
  }

  @Test
  void valueThatIsNoTextIsNone() {
    assertThat(ResourceReference.of(null)).isEmpty();
    assertThat(ResourceReference.of(List.of("Patient/1"))).isEmpty();
  }

  @Test
  void partsHaveUpTo64Characters() {
    assertThat(ResourceReference.of("T".repeat(64) + "/" + "1".repeat(64))).isPresent();
    assertThat(ResourceReference.of("T".repeat(65) + "/1")).isEmpty();
    assertThat(ResourceReference.of("T/" + "1".repeat(65))).isEmpty();
  }

  @Test
  void toStringShowsNeitherHalf() {
    assertThat(new ResourceReference("Patient", "400")).hasToString("ResourceReference");
  }
}
