package org.launchgate.observability;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.StructureDefinition;

/** HAPI FHIR's validator for R4, which knows the one pattern of IHE's, and no network. */
final class FhirValidation {
  private final FhirValidator validator;

  FhirValidation() {
    FhirContext context = FhirContext.forR4();
    PrePopulatedValidationSupport patterns = new PrePopulatedValidationSupport(context);
    patterns.addStructureDefinition(
        context.newJsonParser().parseResource(StructureDefinition.class, minimal()));
    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                patterns,
                new DefaultProfileValidationSupport(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context)));
    instances.setNoTerminologyChecks(false);
    instances.setErrorForUnknownProfiles(true);
    validator = context.newValidator().registerValidatorModule(instances);
  }

  private static String minimal() {
    try (InputStream in = FhirValidation.class.getResourceAsStream("balp-minimal.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a resource; empty for nothing. */
  List<String> errors(String json) {
    return validator.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }
}
