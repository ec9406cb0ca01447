package org.launchgate.example.portal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchUser;

/** A launch context as JSON. What the launch does not say is left out, never null. */
final class ContextJson {
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private ContextJson() {}

  static ObjectNode of(LaunchContext context) {
    return new ContextJson()
        .with("partner", Optional.of(context.partner()))
        .with("issuer", context.issuer())
        .withObject("user", Optional.of(user(context.user())))
        .withObject("organization", context.organization().map(ContextJson::organization))
        .withObject("responsible", context.responsible().map(ContextJson::identified))
        .withObject("patient", context.patient().map(ContextJson::patient))
        .with("problem", context.problem())
        .with("transactionId", context.transactionId())
        .with("task", context.task())
        .with("tokenId", context.tokenId())
        .with("issuedAt", context.issuedAt().map(Instant::toString))
        .json;
  }

  private static ContextJson user(LaunchUser user) {
    return identified(user.identifier())
        .with("username", user.username())
        .with("givenName", user.givenName())
        .with("familyName", user.familyName())
        .with("email", user.email());
  }

  private static ContextJson organization(LaunchOrganization organization) {
    return identified(organization.identifier()).with("name", organization.name());
  }

  private static ContextJson patient(LaunchPatient patient) {
    return new ContextJson()
        .with("id", patient.id())
        .with("nationalId", patient.nationalId())
        .with("givenName", patient.givenName())
        .with("middleName", patient.middleName())
        .with("familyName", patient.familyName())
        .with("birthDate", patient.birthDate().map(LocalDate::toString))
        .with("gender", patient.gender())
        .with("phone", patient.phone())
        .with("email", patient.email());
  }

  private static ContextJson identified(Identifier identifier) {
    return new ContextJson()
        .with("system", Optional.of(identifier.system()))
        .with("value", Optional.of(identifier.value()));
  }

  private ContextJson with(String name, Optional<String> value) {
    value.ifPresent(text -> json.put(name, text));
    return this;
  }

  private ContextJson withObject(String name, Optional<ContextJson> value) {
    value.ifPresent(object -> json.set(name, object.json));
    return this;
  }
}
