package org.launchgate.observability;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.launchgate.spi.EventIdentifier;
import org.launchgate.spi.EventToken;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchEvent.Party;

/** Writes one event as an AuditEvent, member by member. For one event. */
final class AuditEventJson {
  private static final String MINIMAL =
      "https://profiles.ihe.net/ITI/BALP/StructureDefinition/"
          + "IHE.BasicAudit.OAUTHaccessTokenUse.Minimal";
  private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

  private final JsonGenerator json;
  private final LaunchEvent event;

  AuditEventJson(JsonGenerator json, LaunchEvent event) {
    this.json = json;
    this.event = event;
  }

  void write(String observer) throws IOException {
    json.writeStartObject();
    json.writeStringField("resourceType", "AuditEvent");
    writeProfile();
    writeCoding("type", FhirCode.type(event.kind()));
    Optional<FhirCode> subtype = FhirCode.subtype(event.kind());
    if (subtype.isPresent()) {
      json.writeArrayFieldStart("subtype");
      writeCoding(subtype.get());
      json.writeEndArray();
    }
    json.writeStringField("action", FhirCode.action(event.kind()));
    json.writeStringField("recorded", event.time().toString());
    json.writeStringField("outcome", FhirCode.outcome(event.outcome()));
    writeIfPresent("outcomeDesc", event.reason());
    writeAgents();
    writeSource(observer);
    writeEntities();
    json.writeEndObject();
  }

  /** The pattern asks for a user whose token has an id. */
  private void writeProfile() throws IOException {
    if (event.token().flatMap(EventToken::id).isPresent()) {
      json.writeObjectFieldStart("meta");
      json.writeArrayFieldStart("profile");
      json.writeString(MINIMAL);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void writeAgents() throws IOException {
    json.writeArrayFieldStart("agent");
    if (event.token().isPresent()) {
      writeUser(event.token().get());
    }
    writePerson(FhirCode.LOGGED_OUT, Party.PREVIOUS_USER);
    writePerson(FhirCode.RESPONSIBLE, Party.RESPONSIBLE);
    writeSender();
    json.writeEndArray();
  }

  private void writeUser(EventToken token) throws IOException {
    json.writeStartObject();
    writeConcept("type", FhirCode.USER);
    writeWho("who", event.party(Party.USER));
    json.writeBooleanField("requestor", true);
    if (token.id().isPresent()) {
      json.writeArrayFieldStart("policy");
      json.writeString(FhirSystem.tokenUri(token.id().get()));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void writePerson(FhirCode type, Party party) throws IOException {
    if (event.party(party).isPresent()) {
      json.writeStartObject();
      writeConcept("type", type);
      writeWho("who", event.party(party));
      json.writeBooleanField("requestor", false);
      json.writeEndObject();
    }
  }

  /** The partner's system, and the address from which the browser brought the launch. */
  private void writeSender() throws IOException {
    json.writeStartObject();
    writeConcept("type", FhirCode.APPLICATION);
    writeWho("who", event.partner().map(id -> new EventIdentifier("partner", id, false)));
    json.writeBooleanField("requestor", event.token().isEmpty());
    if (event.remoteAddress().isPresent()) {
      json.writeObjectFieldStart("network");
      json.writeStringField("address", event.remoteAddress().get());
      json.writeStringField("type", "2");
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void writeSource(String observer) throws IOException {
    json.writeObjectFieldStart("source");
    json.writeObjectFieldStart("observer");
    json.writeStringField("display", observer);
    json.writeEndObject();
    json.writeArrayFieldStart("type");
    writeCoding(FhirCode.SERVER);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeEntities() throws IOException {
    if (!hasEntities()) {
      return;
    }
    json.writeArrayFieldStart("entity");
    writePatient(Party.PATIENT, Party.PATIENT_NATIONAL_ID, "current");
    writePatient(Party.PREVIOUS_PATIENT, Party.PREVIOUS_PATIENT_NATIONAL_ID, "previous");
    writeOrganization();
    writeTask();
    writeTransaction();
    writeToken();
    writeReference();
    json.writeEndArray();
  }

  private boolean hasEntities() {
    return event.token().isPresent() || event.reference().isPresent();
  }

  private void writePatient(Party byId, Party byNationalId, String focus) throws IOException {
    Optional<EventIdentifier> nationalId = event.party(byNationalId);
    Optional<EventIdentifier> id = event.party(byId).or(() -> nationalId);
    if (id.isEmpty()) {
      return;
    }
    json.writeStartObject();
    json.writeObjectFieldStart("what");
    json.writeStringField("type", "Patient");
    writeIdentifier(id.get());
    json.writeEndObject();
    writeCoding("type", FhirCode.PERSON);
    writeCoding("role", FhirCode.PATIENT);
    json.writeArrayFieldStart("detail");
    writeDetail("focus", Optional.of(focus));
    if (!id.equals(nationalId)) {
      writeDetail("national-id", nationalId.map(EventIdentifier::value));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeOrganization() throws IOException {
    if (event.party(Party.ORGANIZATION).isPresent()) {
      json.writeStartObject();
      json.writeObjectFieldStart("what");
      json.writeStringField("type", "Organization");
      writeIdentifier(event.party(Party.ORGANIZATION).get());
      json.writeEndObject();
      writeCoding("type", FhirCode.ORGANIZATION);
      json.writeEndObject();
    }
  }

  private void writeTask() throws IOException {
    if (event.task().isEmpty()) {
      return;
    }
    String task = event.task().get();
    json.writeStartObject();
    json.writeObjectFieldStart("what");
    if (REFERENCE.matcher(task).matches()) {
      json.writeStringField("reference", task);
    } else {
      writeIdentifier(task);
    }
    json.writeEndObject();
    writeCoding("type", FhirCode.OBJECT);
    writeCoding("role", FhirCode.JOB);
    json.writeEndObject();
  }

  private void writeTransaction() throws IOException {
    if (event.transactionId().isPresent()) {
      json.writeStartObject();
      writeWhat(event.transactionId().get());
      writeCoding("type", FhirCode.REQUEST);
      json.writeEndObject();
    }
  }

  private void writeToken() throws IOException {
    if (event.token().isEmpty()) {
      return;
    }
    EventToken token = event.token().get();
    json.writeStartObject();
    if (token.urn().isPresent()) {
      writeWhat(token.urn().get());
    }
    writeCoding("type", FhirCode.OTHER);
    writeCoding("role", FhirCode.SECURITY_RESOURCE);
    json.writeArrayFieldStart("detail");
    writeDetail("alg", token.algorithm().or(() -> Optional.of("unknown")));
    writeDetail("kid", token.keyId());
    writeDetail("iat", token.issuedAt().map(Object::toString));
    writeDetail("exp", token.expiresAt().map(Object::toString));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeReference() throws IOException {
    if (event.reference().isPresent()) {
      json.writeStartObject();
      writeWhat(event.reference().get());
      writeCoding("type", FhirCode.OTHER);
      json.writeStringField(
          "description", "Reference in the log and on the page that the user saw");
      json.writeEndObject();
    }
  }

  private void writeWhat(String identifier) throws IOException {
    json.writeObjectFieldStart("what");
    writeIdentifier(identifier);
    json.writeEndObject();
  }

  private void writeWho(String field, Optional<EventIdentifier> who) throws IOException {
    if (who.isPresent()) {
      json.writeObjectFieldStart(field);
      writeIdentifier(who.get());
      json.writeEndObject();
    }
  }

  private void writeIdentifier(String value) throws IOException {
    json.writeObjectFieldStart("identifier");
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  /** A system that is a word only is the identifier's type, in words. */
  private void writeIdentifier(EventIdentifier identifier) throws IOException {
    json.writeObjectFieldStart("identifier");
    Optional<String> uri = FhirSystem.uri(identifier.system());
    if (uri.isEmpty()) {
      json.writeObjectFieldStart("type");
      json.writeStringField("text", identifier.system());
      json.writeEndObject();
    }
    writeIfPresent("system", uri);
    json.writeStringField("value", identifier.value());
    json.writeEndObject();
  }

  private void writeDetail(String type, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStartObject();
      json.writeStringField("type", type);
      json.writeStringField("valueString", value.get());
      json.writeEndObject();
    }
  }

  private void writeIfPresent(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  private void writeConcept(String field, FhirCode code) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeArrayFieldStart("coding");
    writeCoding(code);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeCoding(String field, FhirCode code) throws IOException {
    json.writeFieldName(field);
    writeCoding(code);
  }

  private void writeCoding(FhirCode code) throws IOException {
    json.writeStartObject();
    json.writeStringField("system", code.system());
    json.writeStringField("code", code.code());
    json.writeStringField("display", code.display());
    json.writeEndObject();
  }
}
