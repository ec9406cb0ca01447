package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTI 2.0, clause by clause. */
class Hti20Test extends HtiContract {
  Hti20Test() {
    super("hti-2.0");
  }

  @Override
  TokenBuilder token() {
    return HtiPartner.version20(now());
  }

  @Test
  @Clause({"HTI-9", "HTI-13", "HTI-20"})
  void contextIsUserPatientAndTask() {
    LaunchContext context = accept(token());

    assertThat(context.user().identifier())
        .isEqualTo(new Identifier(HtiPartner.ISSUER, "Practitioner/82421"));
    assertThat(context.patient().orElseThrow().id()).contains("400");
    assertThat(context.task()).contains("Task/11");
  }

  @Test
  @Clause("HTI-9")
  void withoutSubIsRefused() {
    refuse(token().without("sub"), CLAIM_MISSING);
    refuse(token().claim("sub", ""), CLAIM_MISSING);
  }

  @Test
  @Clause("HTI-13")
  void withoutResourceIsRefused() {
    refuse(token().without("resource"), CLAIM_MISSING);
    refuse(token().claim("resource", ""), CLAIM_MISSING);
  }

  @Test
  @Clause("HTI-13")
  void resourceThatIsNoTaskIsRefused() {
    refuse(token().claim("resource", "Patient/11"), CLAIM_NOT_ALLOWED);
    refuse(token().claim("resource", "11"), CLAIM_MALFORMED);
    refuse(token().claim("resource", 11), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://module.example.com/definitions/walk",
        "http://module.example.com/definitions/walk|1.0",
        "urn:uuid:6fb34257-7e0d-41a1-b8a7-417a50de6d39",
        "ActivityDefinition/walk"
      })
  @Clause("HTI-14")
  void definitionIsAnUrlOrAReference(String definition) {
    accept(token().claim("definition", definition));
  }

  @Test
  @Clause("HTI-14")
  void definitionMayBeAbsentAndLong() {
    String url = "https://module.example.com/";

    accept(token().without("definition"));
    accept(token().claim("definition", url + "x".repeat(4096 - url.length())));
    refuse(token().claim("definition", url + "x".repeat(4097 - url.length())), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"walk", "https://module.example.com/a walk", "1://x", " "})
  @Clause("HTI-14")
  void definitionThatIsNeitherIsRefused(String definition) {
    refuse(token().claim("definition", definition), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"Patient/400, 400", "Person/7, 7", "RelatedPerson/a-b.c, a-b.c"})
  @Clause("HTI-15")
  void patientIsAPerson(String patient, String id) {
    assertThat(accept(token().claim("patient", patient)).patient().orElseThrow().id()).contains(id);
  }

  @Test
  @Clause("HTI-15")
  void patientThatEqualsSubIsAccepted() {
    LaunchContext context = accept(token().claim("sub", "Person/7").claim("patient", "Person/7"));

    assertThat(context.patient().orElseThrow().id()).contains("7");
  }

  @Test
  @Clause("HTI-15")
  void patientOfAnotherTypeIsRefused() {
    refuse(token().claim("patient", "Practitioner/82421"), CLAIM_NOT_ALLOWED);
    refuse(token().claim("patient", "400"), CLAIM_MALFORMED);
  }

  @Test
  @Clause({"HTI-15", "HTI-20"})
  void withoutPatientAPatientWhoLaunchesIsIt() {
    assertThat(accept(token().without("patient").claim("sub", "Patient/9")).patient())
        .hasValueSatisfying(patient -> assertThat(patient.id()).contains("9"));
    assertThat(accept(token().claim("patient", "").claim("sub", "Patient/9")).patient())
        .hasValueSatisfying(patient -> assertThat(patient.id()).contains("9"));
    assertThat(accept(token().without("patient")).patient()).isEmpty();
    assertThat(accept(token().without("patient").claim("sub", "Person/9")).patient()).isEmpty();
  }

  @Test
  @Clause("HTI-16")
  void intentIsAnyTextAndMayBeAbsent() {
    accept(token().claim("intent", "order"));
    accept(token().claim("intent", "https://example.com/my-own-intent"));
    accept(token().without("intent"));
    refuse(token().claim("intent", Map.of()), CLAIM_MALFORMED);
  }

  @Test
  @Clause("HTI-17")
  void versionWherePresentIs20() {
    accept(token().claim("hti-version", "2.0"));
    accept(token().claim("hti-version", ""));
    refuse(token().claim("hti-version", "1.1"), CLAIM_NOT_ALLOWED);
    refuse(token().claim("hti-version", 2.0), CLAIM_MALFORMED);
  }
}
