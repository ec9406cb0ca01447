package org.launchgate.example.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.Clause;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;

/** A patient is read from the partner's server, with the transaction id of the launch. */
class PatientReaderTest {
  private static final String ID = "5a4fc42a-1847-4862-a5da-7af86ac23968";
  private static final String PATIENT =
      """
      {"resourceType": "Patient", "id": "%s", "meta": {"versionId": "1"},
       "name": [{"family": "Proefpersoon", "given": ["Bram"]}], "birthDate": "1970-01-31"}
      """
          .formatted(ID);

  private final FhirServer server = new FhirServer();
  private final PatientReader reader = new PatientReader();

  @AfterEach
  void stop() {
    server.close();
  }

  private static TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  private LaunchContext launch(TokenBuilder token, String... attributes) {
    Map<String, Object> all = new HashMap<>(Map.of("fhirBase", server.base()));
    for (int i = 0; i < attributes.length; i += 2) {
      all.put(attributes[i], attributes[i + 1]);
    }
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                ConfiguredPartners.of(
                    List.of(TestPartner.zorgdomeinBuilder().attributes(all).build())))
            .build();
    return ((Verdict.Accepted) verifier.verify(token.token(), Arrival.query("token"))).context();
  }

  @Test
  @Clause({"ZD-16", "ZD-18"})
  void patientIsReadAndTheTransactionIdArrives() throws Exception {
    server.with(ID, PATIENT);

    assertThat(reader.read(launch(token())))
        .contains(new FhirPatient(ID, Optional.of("Proefpersoon"), Optional.of("1970-01-31")));
    FhirServer.Asked asked = server.asked().get(0);
    assertThat(asked.line()).isEqualTo("GET /fhir/Patient/" + ID);
    assertThat(asked.headers().get("X-Correlation-Id"))
        .containsExactly("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
    assertThat(asked.headers().get("Accept")).containsExactly("application/fhir+json");
  }

  @Test
  @Clause("ZD-18")
  void transactionIdArrivesInTheHeaderThatThePartnerWants() throws Exception {
    server.with(ID, PATIENT);

    reader.read(launch(token(), "transactionIdHeader", "Xis-Transaction-Id"));

    assertThat(server.asked().get(0).headers().get("Xis-Transaction-Id"))
        .containsExactly("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
  }

  @Test
  void launchWithoutATransactionIdIsReadWithoutOne() throws Exception {
    server.with(ID, PATIENT);

    reader.read(launch(token().without("context.xis-transaction-id")));

    assertThat(server.asked().get(0).headers()).doesNotContainKey("X-correlation-id");
  }

  @Test
  void launchWithoutAPatientAsksNobody() throws Exception {
    assertThat(reader.read(launch(token().without("context.patient-id")))).isEmpty();
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void patientWhomThePartnerDoesNotKnowIsNone() throws Exception {
    assertThat(reader.read(launch(token()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\": \"Patient\", \"id\": \"somebody-else\"}",
        "{\"resourceType\": \"Person\", \"id\": \"5a4fc42a-1847-4862-a5da-7af86ac23968\"}",
        "{}",
        "[]",
        "<Patient/>",
        ""
      })
  void answerThatIsNotThePatientWhoWasAskedForIsNone(String body) {
    server.with(ID, body);

    assertThatThrownBy(() -> reader.read(launch(token())))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("the partner's server answered with")
        .hasMessageNotContaining(ID);
  }

  @Test
  void redirectToAnotherServerIsNotFollowed() {
    try (FhirServer other = new FhirServer().with(ID, PATIENT)) {
      server.movedTo(other.base());

      assertThatThrownBy(() -> reader.read(launch(token())))
          .isInstanceOf(IOException.class)
          .hasMessage("the partner's server answered 307");
      assertThat(other.asked()).isEmpty();
    }
  }
}
