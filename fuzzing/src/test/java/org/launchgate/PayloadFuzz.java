package org.launchgate;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.fuzzing.Demand;
import org.launchgate.fuzzing.Json;
import org.launchgate.fuzzing.Senders;
import org.launchgate.profile.Carrier;
import org.launchgate.profile.ContextField;
import org.launchgate.spi.Partner;

/** A payload of any kind under a good signature: what a partner may send by mistake or malice. */
class PayloadFuzz {
  private static final List<Partner> PARTNERS = Senders.all();
  private static final LaunchVerifier VERIFIER = Senders.verifier(PARTNERS);
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final TokenBuilder signer = Senders.signed(new TokenBuilder());

  /** Each kind of token gets a verdict, and an accepted launch holds values that fit alone. */
  @MethodSource("payloads")
  @FuzzTest
  void json(byte[] payload) {
    byte[] header = signer.headerJson().getBytes(StandardCharsets.UTF_8);
    String token = signer.token(header, payload);
    for (Partner partner : PARTNERS) {
      Verdict verdict = VERIFIER.verify(token, arrival(partner));
      if (verdict instanceof Verdict.Accepted accepted) {
        fits(accepted.context(), payload);
      } else if (verdict instanceof Verdict.Refused refused) {
        Demand.oneLine(refused.refusal().detail());
        Demand.that(refused.refusal().detail().length() < 4096, "a very long refusal");
      }
    }
  }

  private static Arrival arrival(Partner partner) {
    Carrier carrier = partner.profile().carriers().get(0);
    return Arrival.form(carrier.field()).atPartner(partner.id());
  }

  static Stream<byte[]> payloads() {
    return Senders.tokens().values().stream()
        .map(token -> token.payloadJson().getBytes(StandardCharsets.UTF_8));
  }

  private static void fits(LaunchContext context, byte[] payload) {
    List<String> said = new ArrayList<>(List.of("local"));
    addTexts(Json.taken(payload), said);
    for (Map.Entry<ContextField, String> detail : context.details().values().entrySet()) {
      fits(detail.getKey(), detail.getValue());
      Demand.that(
          said.stream().anyMatch(text -> text.contains(detail.getValue())),
          detail.getKey() + " holds what was not sent");
    }
    Demand.that(!context.user().identifier().value().isBlank(), "nobody launches");
    Demand.oneLine(context.principal().getName());
    Demand.oneLine(context.toString());
    fitsInTime(context);
    survivesItsSession(context);
  }

  private static void fits(ContextField field, String value) {
    Demand.that(!value.isBlank() && value.length() <= 255, field + " is blank or long");
    Demand.oneLine(withoutJoiners(value));
    if (field == ContextField.PATIENT_BIRTH_DATE) {
      LocalDate.parse(value, DateTimeFormatter.ISO_LOCAL_DATE);
    }
  }

  /** Names in some scripts need the two. */
  private static String withoutJoiners(String name) {
    return name.replaceAll("[\u200c\u200d]", "");
  }

  private static void fitsInTime(LaunchContext context) {
    context
        .issuedAt()
        .ifPresent(
            issued ->
                Demand.that(
                    !issued.isAfter(Senders.NOW.plus(SKEW))
                        && !issued.isBefore(Senders.NOW.minus(OLDEST).minus(SKEW)),
                    "issued at " + issued));
  }

  private static void survivesItsSession(LaunchContext context) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(context);
      }
      ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      LaunchContext read = (LaunchContext) in.readObject();
      Demand.that(read.details().values().equals(context.details().values()), "other details");
      Demand.that(read.claims().asMap().equals(context.claims().asMap()), "other claims");
      Demand.that(read.issuedAt().equals(context.issuedAt()), "another time");
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError("a context that no session can keep", e);
    }
  }

  private static void addTexts(JsonNode node, List<String> texts) {
    if (node.isValueNode()) {
      texts.add(node.asText());
    }
    node.forEach(member -> addTexts(member, texts));
  }
}
