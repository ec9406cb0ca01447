package org.launchgate.example.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;

/** Launches over HTTP that the example takes over into a database. */
class ClinicHandlerTest {
  @TempDir private Path folder;
  private Clinic clinic;

  @BeforeEach
  void start() throws Exception {
    clinic = new Clinic(folder);
  }

  @AfterEach
  void stop() throws Exception {
    clinic.close();
  }

  private static TokenBuilder launch() {
    return TestPartner.exorliveToken().claim("jti", UUID.randomUUID().toString());
  }

  private HttpResponse<String> opened(TokenBuilder launch) throws Exception {
    HttpResponse<String> page = clinic.launch(launch.token());
    assertThat(page.statusCode()).isEqualTo(200);
    return page;
  }

  @Test
  void firstLaunchCreatesUserOrganisationAndPatientAndLeadsToTheChart() throws Exception {
    assertThat(opened(launch()).body()).isEqualTo("/charts/1 {chart=1}");

    assertThat(clinic.read("SELECT code || ' ' || name FROM organisation"))
        .containsExactly("ace615c2 Tatooine");
    assertThat(clinic.read("SELECT account || ' ' || family_name FROM clinician"))
        .containsExactly("tatooine|local|2f3fb098 Lorian");
    assertThat(clinic.read("SELECT birth_date || ' ' || family_name FROM patient"))
        .containsExactly("1969-11-13 Yoda");
  }

  @Test
  void laterLaunchesFindThemAndBringThemUpToDate() throws Exception {
    opened(launch());
    opened(
        launch()
            .claim("organizationName", "New Tatooine")
            .claim("employeeLastname", "Djarin")
            .nested("contact", "lastname", "Grogu"));

    assertThat(clinic.read("SELECT name FROM organisation")).containsExactly("New Tatooine");
    assertThat(clinic.read("SELECT family_name FROM clinician")).containsExactly("Djarin");
    assertThat(clinic.read("SELECT family_name FROM patient")).containsExactly("Grogu");
  }

  @Test
  void samePatientNumberOfAnotherOrganisationIsAnotherPatient() throws Exception {
    opened(launch());

    assertThat(opened(launch().claim("organizationId", "other")).body()).startsWith("/charts/2 ");
    assertThat(clinic.read("SELECT code FROM patient")).hasSize(2);
  }

  @Test
  void otherBirthDateThanTheOneOnRecordIsRefusedUnderItsOwnReasonAndChangesNothing()
      throws Exception {
    opened(launch());

    HttpResponse<String> page =
        clinic.launch(
            launch()
                .claim("employeeLastname", "Djarin")
                .nested("contact", "birthdate", "1970-01-01")
                .token());

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("do not seem to be the same person");
    assertThat(clinic.read("SELECT birth_date FROM patient")).containsExactly("1969-11-13");
    assertThat(clinic.read("SELECT family_name FROM clinician")).containsExactly("Lorian");
    assertThat(clinic.stop())
        .extracting(event -> event.reason().orElse("-"))
        .containsExactly("-", "second_identifier_differs");
  }

  @Test
  void otherNationalIdThanTheOneOnRecordIsRefused() throws Exception {
    opened(launch());

    assertThat(clinic.launch(launch().nested("contact", "ssn", "13116900300").token()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void identifierThatIsNotOnRecordYetIsTakenOver() throws Exception {
    opened(launch());
    clinic.execute("UPDATE patient SET birth_date = NULL");
    opened(launch());

    assertThat(clinic.read("SELECT birth_date FROM patient")).containsExactly("1969-11-13");
  }

  @Test
  void launchWithoutAPatientIsLedHome() throws Exception {
    TokenBuilder nobody =
        TestPartner.zorgdomeinToken(UUID.randomUUID().toString(), Instant.now().getEpochSecond())
            .without("context.patient-id");

    assertThat(clinic.launch("token", nobody.token()).body()).isEqualTo("/ {}");
    assertThat(clinic.read("SELECT id FROM organisation")).isEmpty();
  }

  @Test
  void firstLaunchesAtOnceMakeOneOfEach() throws Exception {
    ExecutorService browsers = Executors.newFixedThreadPool(8);
    try {
      List<Future<HttpResponse<String>>> pages = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        String token = launch().token();
        pages.add(browsers.submit(() -> clinic.launch(token)));
      }
      for (Future<HttpResponse<String>> page : pages) {
        assertThat(page.get().statusCode()).isEqualTo(200);
      }
    } finally {
      browsers.shutdownNow();
    }
    assertThat(clinic.read("SELECT id FROM organisation")).hasSize(1);
    assertThat(clinic.read("SELECT id FROM clinician")).hasSize(1);
    assertThat(clinic.read("SELECT id FROM patient")).hasSize(1);
  }

  @Test
  void databaseThatDoesNotAnswerIs503AndNothingIsTakenOver() throws Exception {
    clinic.execute("DROP TABLE patient");

    assertThat(clinic.launch(launch().token()).statusCode()).isEqualTo(503);
    assertThat(clinic.read("SELECT id FROM organisation")).isEmpty();
  }
}
