package org.launchgate.onward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Arrival;
import org.launchgate.Clause;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfiguredPartners;

/** What goes to the partner with a call, and that it goes nowhere else. */
class OnwardCallsTest {
  private static final String BASE = "https://xis.example/fhir";
  private static final String TRANSACTION = "6fb34257-7e0d-41a1-b8a7-417a50de6d39";

  private static TokenBuilder token() {
    return TestPartner.zorgdomeinToken(
        UUID.randomUUID().toString(), Instant.now().getEpochSecond());
  }

  private static LaunchContext context(TokenBuilder token, Map<String, Object> attributes) {
    LaunchVerifier verifier =
        LaunchVerifier.builder()
            .partners(
                ConfiguredPartners.of(
                    List.of(TestPartner.zorgdomeinBuilder().attributes(attributes).build())))
            .build();
    return ((Verdict.Accepted) verifier.verify(token.token(), Arrival.query("token"))).context();
  }

  private static OnwardCalls calls(TokenBuilder token) {
    return OnwardCalls.of(context(token, Map.of("fhirBase", BASE)));
  }

  private static OnwardCalls calls(String attribute, Object value) {
    Map<String, Object> attributes = new HashMap<>(Map.of("fhirBase", BASE));
    attributes.put(attribute, value);
    return OnwardCalls.of(context(token(), attributes));
  }

  private static HttpRequest to(String url) {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  @Test
  @Clause({"ZD-16", "ZD-18"})
  void readOfThePatientNamesPatientAndTransaction() {
    HttpRequest read = calls(token()).readPatient().orElseThrow().build();

    assertThat(read.method()).isEqualTo("GET");
    assertThat(read.uri()).hasToString(BASE + "/Patient/5a4fc42a-1847-4862-a5da-7af86ac23968");
    assertThat(read.headers().map())
        .isEqualTo(
            Map.of(
                "Accept", List.of("application/fhir+json"),
                "X-Correlation-Id", List.of(TRANSACTION)));
  }

  @Test
  @Clause("ZD-18")
  void everyOtherRequestToThePartnerGetsTheTransactionOnce() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BASE + "/Task?patient=1"))
            .header("Prefer", "return=minimal")
            .header("x-correlation-id", "other")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    HttpRequest sent = calls(token()).withTransactionId(request);

    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.uri()).isEqualTo(request.uri());
    assertThat(sent.bodyPublisher()).isEqualTo(request.bodyPublisher());
    assertThat(sent.headers().allValues("Prefer")).containsExactly("return=minimal");
    assertThat(sent.headers().allValues("X-Correlation-Id")).containsExactly(TRANSACTION);
  }

  @Test
  @Clause("ZD-18")
  void whereTheSenderGaveNoneNoneIsAdded() {
    OnwardCalls calls = calls(token().without("context.xis-transaction-id"));
    HttpRequest request = to(BASE + "/metadata");

    assertThat(calls.withTransactionId(request)).isSameAs(request);
    assertThat(calls.readPatient().orElseThrow().build().headers().map())
        .containsOnlyKeys("Accept");
  }

  @Test
  void headerIsTheOneThatThePartnerHas() {
    OnwardCalls calls = calls("transactionIdHeader", "X-Request-Id");

    assertThat(calls.transactionIdHeader()).isEqualTo("X-Request-Id");
    assertThat(calls.readPatient().orElseThrow().build().headers().firstValue("X-Request-Id"))
        .contains(TRANSACTION);
  }

  @Test
  void withoutAPatientThereIsNoRead() {
    assertThat(calls(token().without("context.patient-id")).readPatient()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "a/b", "a?b", "a b", "a%2fb", "ø", "../Task/1", "a_b"})
  void idThatIsNoneOfFhirsIsNotRead(String id) {
    assertThat(calls(token().claim("context.patient-id", id)).readPatient()).isEmpty();
  }

  @Test
  void idOf64CharactersIsReadAndOf65IsNot() {
    assertThat(calls(token().claim("context.patient-id", "a".repeat(64))).readPatient())
        .isPresent();
    assertThat(calls(token().claim("context.patient-id", "a".repeat(65))).readPatient()).isEmpty();
  }

  @Test
  void withoutABaseNothingIsRead() {
    OnwardCalls calls = OnwardCalls.of(context(token(), Map.of()));

    assertThat(calls.fhirBase()).isEmpty();
    assertThat(calls.readPatient()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> calls.withTransactionId(to(BASE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BASE,
        BASE + "/",
        BASE + "/Patient/1?_format=json",
        "HTTPS://XIS.EXAMPLE/fhir/Patient/1",
        "https://xis.example:443/fhir/Patient/1"
      })
  void requestToThePartnerIsTaken(String url) {
    assertThat(calls(token()).withTransactionId(to(url)).headers().map())
        .containsKey("X-Correlation-Id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/fhir/Patient/1",
        "https://xis.example.evil.example/fhir/Patient/1",
        "https://xis.example@evil.example/fhir/Patient/1",
        "https://user@xis.example/fhir/Patient/1",
        "http://xis.example/fhir/Patient/1",
        "https://xis.example:8443/fhir/Patient/1",
        "https://xis.example/fhirs/Patient/1",
        "https://xis.example/",
        "https://xis.example/other/fhir/Patient/1",
        "https://xis.example/fhir/../admin",
        "https://xis.example/fhir/%2e%2e/admin",
        "https://xis.example/fhir/..;/admin",
        "https://xis.example/fhir/a%2f..%2f..%2fadmin",
        "https://xis.example/fhir/%5c..%5cadmin"
      })
  void requestToAnywhereElseIsRefused(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls(token()).withTransactionId(to(url)))
        .withMessage("the request does not go to the FHIR base of partner \"demo-xis\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://xis.example,https://xis.example",
    "https://xis.example/,https://xis.example",
    "https://xis.example:8443/a/b/,https://xis.example:8443/a/b",
    "http://localhost:8080/fhir,http://localhost:8080/fhir",
    "http://127.0.0.1/fhir,http://127.0.0.1/fhir",
    "http://[::1]/fhir,http://[::1]/fhir"
  })
  void baseHasNoSlashAtItsEnd(String written, String base) {
    assertThat(calls("fhirBase", written).fhirBase()).contains(URI.create(base));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "xis.example",
        "/fhir",
        "ftp://xis.example/fhir",
        "http://xis.example/fhir",
        "http://localhost.evil.example/fhir",
        "https:///fhir",
        "https://user:secret@xis.example/fhir",
        "https://xis.example/fhir?x",
        "https://xis.example/fhir#x",
        "https://xis.example/a/../b",
        "https://xis.example/a b"
      })
  void baseThatIsNotAllowedIsAConfigurationError(String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls("fhirBase", base))
        .withMessageContaining("partner \"demo-xis\"")
        .withMessageContaining("\"fhirBase\" must be an absolute https URL")
        .withMessageNotContaining("secret");
  }

  @Test
  void attributeOfAnotherTypeIsAConfigurationError() {
    assertThatIllegalArgumentException().isThrownBy(() -> calls("fhirBase", List.of(BASE)));
    assertThatIllegalArgumentException().isThrownBy(() -> calls("transactionIdHeader", 7L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "X Y",
        "X:",
        "X\r\nCookie",
        "X\n",
        "ø",
        "Host",
        "cookie",
        "Authorization",
        "Transfer-Encoding",
        "Content-Length"
      })
  void headerThatIsNotAllowedIsAConfigurationError(String header) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calls("transactionIdHeader", header))
        .withMessageContaining("\"transactionIdHeader\" must be the name of a header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ø-1", "t 1 é"})
  void transactionIdThatNoHeaderHoldsIsNeitherSentNorLeftOut(String id) {
    OnwardCalls calls = calls(token().claim("context.xis-transaction-id", id));

    assertThatThrownBy(calls::readPatient)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("demo-xis")
        .hasMessageNotContaining(id);
    assertThatThrownBy(() -> calls.withTransactionId(to(BASE)))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "t 1", "a;b=\"c\", d", "~!"})
  void transactionIdIsSentAsItCame(String id) {
    assertThat(
            calls(token().claim("context.xis-transaction-id", id))
                .withTransactionId(to(BASE))
                .headers()
                .allValues("X-Correlation-Id"))
        .containsExactly(id);
  }

  @Test
  void itsTextShowsNobody() {
    assertThat(calls(token())).hasToString("OnwardCalls[demo-xis]");
  }
}
