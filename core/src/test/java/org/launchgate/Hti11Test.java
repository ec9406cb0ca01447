package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTI 1.1, clause by clause. */
class Hti11Test extends HtiContract {
  Hti11Test() {
    super("hti-1.1");
  }

  @Override
  TokenBuilder token() {
    return HtiPartner.version11(now());
  }

  @Test
  @Clause({"HTI-10", "HTI-20"})
  void withoutSubTheTasksPatientIsTheUser() {
    LaunchContext context = accept(token());

    assertThat(context.user().identifier())
        .isEqualTo(new Identifier(HtiPartner.ISSUER, "Patient/400"));
    assertThat(context.patient().orElseThrow().id()).contains("400");
    assertThat(context.task()).contains("11");
  }

  @Test
  @Clause({"HTI-10", "HTI-20"})
  void withSubTheTasksPatientIsThePatient() {
    LaunchContext context = accept(token().claim("sub", "Practitioner/82421"));

    assertThat(context.user().identifier())
        .isEqualTo(new Identifier(HtiPartner.ISSUER, "Practitioner/82421"));
    assertThat(context.patient().orElseThrow().id()).contains("400");
  }

  @Test
  @Clause("HTI-20")
  void whereTheTaskIsForNoPatientAPatientWhoLaunchesIsIt() {
    TokenBuilder token = token().nested("task", "for", Map.of("reference", "Person/7"));

    assertThat(accept(token).patient()).isEmpty();
    assertThat(
            accept(token.claim("jti", "another").claim("sub", "Patient/9"))
                .patient()
                .orElseThrow()
                .id())
        .contains("9");
  }

  @Test
  @Clause("HTI-11")
  void withoutTaskOrWithAnotherValueIsRefused() {
    refuse(token().without("task"), CLAIM_MISSING);
    refuse(token().claim("task", "Task/11"), CLAIM_MALFORMED);
    refuse(token().claim("task", List.of()), CLAIM_MALFORMED);
    refuse(token().claim("task", null), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resourceType", "id", "intent", "status"})
  @Clause("HTI-11")
  void withoutAMemberOfTheTaskIsRefused(String member) {
    refuse(token().withoutNested("task", member), CLAIM_MISSING);
    refuse(token().nested("task", member, ""), CLAIM_MISSING);
    refuse(token().nested("task", member, 1), CLAIM_MALFORMED);
  }

  @Test
  @Clause("HTI-11")
  void taskForNobodyOrForNoPersonIsRefused() {
    refuse(token().withoutNested("task", "for"), CLAIM_MISSING);
    refuse(token().nested("task", "for", Map.of()), CLAIM_MISSING);
    refuse(token().nested("task", "for", "Patient/400"), CLAIM_MISSING);
    refuse(token().nested("task", "for", Map.of("reference", "400")), CLAIM_MALFORMED);
    refuse(token().nested("task", "for", Map.of("reference", "Group/4")), CLAIM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-11")
  void otherResourceThanATaskIsRefused() {
    refuse(token().nested("task", "resourceType", "Patient"), CLAIM_NOT_ALLOWED);
    refuse(token().nested("task", "resourceType", "task"), CLAIM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-11")
  void definitionIsOptionalInEitherSpelling() {
    accept(token().withoutNested("task", "instantiatesCanonical"));
    accept(
        token()
            .withoutNested("task", "instantiatesCanonical")
            .nested("task", "definitionReference", Map.of("reference", "ActivityDefinition/walk")));
    refuse(token().nested("task", "instantiatesCanonical", 7), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"STU3", "R4", "R5", "stu3", "r4", "r5", "Stu3", ""})
  @Clause("HTI-12")
  void fhirVersionIsOneOfThreeInAnyCase(String version) {
    accept(token().claim("fhir-version", version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DSTU2", "R6", "4.0.1"})
  @Clause("HTI-12")
  void otherFhirVersionIsRefused(String version) {
    refuse(token().claim("fhir-version", version), CLAIM_NOT_ALLOWED);
  }

  @Test
  @Clause("HTI-17")
  void versionWherePresentIs11() {
    accept(token().claim("hti-version", "1.1"));
    refuse(token().claim("hti-version", "2.0"), CLAIM_NOT_ALLOWED);
  }
}
