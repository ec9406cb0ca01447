package org.launchgate.example.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the application needs of a patient.
 *
 * @param id the logical id
 * @param familyName the family name of the first name; empty where there is none
 * @param birthDate as FHIR writes it; empty where it is not known
 */
public record FhirPatient(String id, Optional<String> familyName, Optional<String> birthDate) {

  static FhirPatient of(JsonNode resource) {
    return new FhirPatient(
        resource.path("id").asText(),
        text(resource.path("name").path(0).path("family")),
        text(resource.path("birthDate")));
  }

  private static Optional<String> text(JsonNode value) {
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** A log shows no person. */
  @Override
  public String toString() {
    return "FhirPatient";
  }
}
