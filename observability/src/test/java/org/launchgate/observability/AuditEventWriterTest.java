package org.launchgate.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Kind;
import org.launchgate.spi.LaunchEvent.Party;

/** Events as FHIR R4 AuditEvents, judged by HAPI FHIR's validator. */
class AuditEventWriterTest {
  private static final FhirValidation FHIR = new FhirValidation();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String written(LaunchEvent event) {
    List<String> received = new ArrayList<>();
    new AuditEventWriter("Portal, test", received::add).on(event);
    assertThat(received).hasSize(1);
    return received.get(0);
  }

  private static JsonNode read(LaunchEvent event) {
    try {
      return JSON.readTree(written(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The agent or entity whose type has that code. */
  private static JsonNode withCode(JsonNode list, String code) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(element -> element.path("type").toString().contains("\"code\":\"" + code + "\""))
        .findFirst()
        .orElseThrow(() -> new AssertionError(code + " in " + list));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindIsAValidAuditEventOfThePattern(Kind kind) {
    String json =
        written(
            Events.full(kind)
                .reason("replayed")
                .party(Party.PREVIOUS_USER, Events.id("e-mail", "hmac-sha256:x"))
                .party(Party.PREVIOUS_PATIENT, Events.id("Demo XIS", "5a4fc42a"))
                .build());
    assertThat(json).contains("IHE.BasicAudit.OAUTHaccessTokenUse.Minimal");
    assertThat(FHIR.errors(json)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eventThatSaysNothingElseIsAValidAuditEvent(Kind kind) {
    String json = written(LaunchEvent.builder(kind, Events.NOW).build());
    assertThat(json).doesNotContain("\"profile\"");
    assertThat(FHIR.errors(json)).isEmpty();
  }

  @Test
  void tokenWithoutAnIdIsValidAndOfNoPattern() {
    String json = written(Events.signed(Kind.ACCEPTED, null, Duration.ZERO).build());
    assertThat(json).doesNotContain("\"profile\"", "\"policy\"");
    assertThat(FHIR.errors(json)).isEmpty();
  }

  /** Else the two tests above would show nothing. */
  @Test
  void validatorSeesWhatThePatternForbids() {
    String json = written(Events.full(Kind.ACCEPTED).build());
    assertThat(
            FHIR.errors(
                json.replace("\"policy\":[\"urn:ietf:params:oauth:jti:id-1\"]", "\"name\":\"x\"")))
        .isNotEmpty();
    assertThat(FHIR.errors(json.replace("\"UserOauthAgent\"", "\"Another\""))).isNotEmpty();
    assertThat(FHIR.errors(json.replace("\"recorded\"", "\"recordet\""))).isNotEmpty();
    assertThat(FHIR.errors(json.replace("\"outcome\":\"0\"", "\"outcome\":\"1\""))).isNotEmpty();
  }

  @Test
  void acceptedLaunchIsALoginWithItsPeopleAndItsToken() {
    JsonNode resource = read(Events.full(Kind.ACCEPTED).build());
    assertThat(resource.at("/type/code").asText()).isEqualTo("110114");
    assertThat(resource.at("/subtype/0/code").asText()).isEqualTo("110122");
    assertThat(resource.at("/action").asText()).isEqualTo("E");
    assertThat(resource.at("/recorded").asText()).isEqualTo("2026-11-25T12:00:00.123456Z");
    assertThat(resource.at("/outcome").asText()).isEqualTo("0");
    JsonNode user = withCode(resource.at("/agent"), "UserOauthAgent");
    assertThat(user.at("/who/identifier/system").asText())
        .isEqualTo("http://fhir.nl/fhir/NamingSystem/agb-z");
    assertThat(user.at("/who/identifier/value").asText()).isEqualTo("01029999");
    assertThat(user.at("/requestor").asBoolean()).isTrue();
    assertThat(user.at("/policy/0").asText()).isEqualTo("urn:ietf:params:oauth:jti:id-1");
    assertThat(withCode(resource.at("/agent"), "RESP").at("/who/identifier/value").asText())
        .isEqualTo("09999999999");
    JsonNode sender = withCode(resource.at("/agent"), "110150");
    assertThat(sender.at("/who/identifier/value").asText()).isEqualTo("demo-xis");
    assertThat(sender.at("/network/address").asText()).isEqualTo("192.0.2.7");
    assertThat(sender.at("/requestor").asBoolean()).isFalse();
    JsonNode patient = withCode(resource.at("/entity"), "1");
    assertThat(patient.at("/what/identifier/system").asText())
        .isEqualTo("https://portal.example.com");
    assertThat(patient.at("/what/identifier/value").asText()).isEqualTo("400");
    assertThat(patient.at("/role/code").asText()).isEqualTo("1");
    assertThat(patient.at("/detail/1/valueString").asText()).startsWith("hmac-sha256:A");
    JsonNode organization = withCode(resource.at("/entity"), "3");
    assertThat(organization.at("/what/identifier/type/text").asText()).isEqualTo("local");
    assertThat(organization.at("/what/identifier/system").isMissingNode()).isTrue();
    assertThat(withCode(resource.at("/entity"), "2").at("/what/reference").asText())
        .isEqualTo("Task/11");
    assertThat(withCode(resource.at("/entity"), "XrequestId").at("/what/identifier/value").asText())
        .isEqualTo("t 1");
    assertThat(resource.toString()).contains("ABCDEFGHJK", "RS256", "key-1", "Portal, test");
  }

  @Test
  void refusalAndOutageAreFailuresWithTheirReason() {
    JsonNode refused = read(Events.full(Kind.REFUSED).reason("token_expired").build());
    assertThat(refused.at("/outcome").asText()).isEqualTo("4");
    assertThat(refused.at("/outcomeDesc").asText()).isEqualTo("token_expired");
    assertThat(read(Events.full(Kind.UNAVAILABLE).build()).at("/outcome").asText()).isEqualTo("8");
  }

  @Test
  void refusalBeforeAGoodSignatureNamesTheSenderAlone() {
    LaunchEvent event =
        LaunchEvent.builder(Kind.REFUSED, Events.NOW)
            .reason("signature_invalid")
            .reference("ABCDEFGHJK")
            .partner("demo-xis")
            .remoteAddress("2001:db8::1")
            .build();
    JsonNode resource = read(event);
    assertThat(resource.at("/agent")).hasSize(1);
    assertThat(resource.at("/agent/0/requestor").asBoolean()).isTrue();
    assertThat(resource.at("/entity")).hasSize(1);
    assertThat(FHIR.errors(written(event))).isEmpty();
  }

  @Test
  void changeOfPatientHasBothPatients() {
    JsonNode resource =
        read(
            Events.full(Kind.PATIENT_CHANGED)
                .party(Party.PREVIOUS_PATIENT, Events.id("local", "old"))
                .build());
    assertThat(resource.at("/type/code").asText()).isEqualTo("110110");
    assertThat(resource.at("/entity/0/what/identifier/value").asText()).isEqualTo("400");
    assertThat(resource.at("/entity/0/detail/0/valueString").asText()).isEqualTo("current");
    assertThat(resource.at("/entity/1/what/identifier/value").asText()).isEqualTo("old");
    assertThat(resource.at("/entity/1/detail/0/valueString").asText()).isEqualTo("previous");
  }

  @Test
  void changeOfUserLogsOutTheOneBefore() {
    JsonNode resource =
        read(
            Events.full(Kind.USER_CHANGED)
                .party(Party.PREVIOUS_USER, Events.id("agb-z", "01020000"))
                .build());
    assertThat(resource.at("/subtype/0/code").asText()).isEqualTo("110123");
    JsonNode before = withCode(resource.at("/agent"), "PART");
    assertThat(before.at("/who/identifier/value").asText()).isEqualTo("01020000");
    assertThat(before.at("/requestor").asBoolean()).isFalse();
  }

  @Test
  void tokenIdThatIsNoUriIsEncoded() {
    LaunchEvent event = Events.signed(Kind.ACCEPTED, "a b%\"ø", Duration.ZERO).build();
    assertThat(read(event).at("/agent/0/policy/0").asText())
        .isEqualTo("urn:ietf:params:oauth:jti:a%20b%25%22%C3%B8");
    assertThat(FHIR.errors(written(event))).isEmpty();
  }

  @Test
  void whatATokenNamesStaysInsideItsText() {
    JsonNode resource =
        read(
            Events.full(Kind.ACCEPTED)
                .task("\",\"outcome\":\"8")
                .party(Party.USER, Events.id("\"}", "\n\"outcome\":\"8"))
                .build());
    assertThat(resource.at("/outcome").asText()).isEqualTo("0");
    assertThat(withCode(resource.at("/entity"), "2").at("/what/identifier/value").asText())
        .isEqualTo("\",\"outcome\":\"8");
  }

  @Test
  void linesAreOneEach() {
    StringBuilder lines = new StringBuilder();
    AuditEventWriter writer = AuditEventWriter.toLines("Portal", lines);
    writer.on(Events.full(Kind.ACCEPTED).build());
    writer.on(Events.full(Kind.LOGOUT).party(Party.USER, Events.id("x", "a\nb")).build());
    assertThat(lines.toString()).endsWith("}\n");
    assertThat(lines.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
  }

  @Test
  void placeThatCannotBeWrittenToFailsAloud() {
    AuditEventWriter writer =
        AuditEventWriter.toLines("Portal", CharBuffer.allocate(1).asReadOnlyBuffer());
    assertThatThrownBy(() -> writer.on(Events.full(Kind.ACCEPTED).build()))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void observerHasToHaveAName() {
    assertThatThrownBy(() -> new AuditEventWriter(" ", text -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("observer");
  }
}
