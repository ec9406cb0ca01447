package org.launchgate.demo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Demo XIS sends what ZorgDomein's specification prints. */
class XisTokensTest {
  private static final PartnerKeys KEYS = PartnerKeys.generate();
  private static final Instant NOW = Instant.ofEpochSecond(1475482548);

  private final XisTokens tokens = new XisTokens(KEYS, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void tokenOfTheExampleIsTheExample() throws Exception {
    ReadToken token = new ReadToken(tokens.token(Optional.of(XisPatient.ALL.get(0))));
    String tokenId = token.claims().get("jti").textValue();
    assertThat(token.header())
        .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"0f379bb9-cbb6\"}");
    assertThat(token.payload().replace(tokenId, "4a006a12-dc2b-470a-b031-a3682b653ba7"))
        .isEqualTo(
            """
            {"iss":"Demo XIS",\
            "jti":"4a006a12-dc2b-470a-b031-a3682b653ba7",\
            "iat":1475482548,\
            "user-id.system":"agb-z",\
            "user-id.value":"01029999",\
            "org-id.system":"agb-z",\
            "org-id.value":"05029999",\
            "context.patient-id":"5a4fc42a-1847-4862-a5da-7af86ac23968",\
            "context.icpc":"T90",\
            "context.xis-transaction-id":"6fb34257-7e0d-41a1-b8a7-417a50de6d39"}""");
    assertThat(token.isSignedBy(KEYS.xisPublicKey())).isTrue();
  }

  @Test
  void eachTokenHasAnIdOfItsOwn() throws Exception {
    assertThat(claim(tokens.token(Optional.empty()), "jti"))
        .isNotEqualTo(claim(tokens.token(Optional.empty()), "jti"));
  }

  @Test
  void responsiblePractitionerIsSentAsAPair() throws Exception {
    JsonNode claims = new ReadToken(tokens.token(Optional.of(XisPatient.ALL.get(1)))).claims();
    assertThat(claims.get("responsible-id.system").textValue()).isEqualTo("agb-z");
    assertThat(claims.get("responsible-id.value").textValue()).isEqualTo("01019998");
  }

  @Test
  void launchWithoutPatientSaysNothingAboutOne() {
    assertThat(new ReadToken(tokens.token(Optional.empty())).payload()).doesNotContain("context.");
  }

  @Test
  void tamperedTokenDiffersInOneCharacterOfThePayload() throws Exception {
    ReadToken token = new ReadToken(tokens.faulty(Fault.TAMPERED));
    assertThat(claim(token.compact(), "context.patient-id").textValue())
        .isEqualTo("5a4fc42a-1847-4862-a5da-7af86ac23960");
    assertThat(token.isSignedBy(KEYS.xisPublicKey())).isFalse();
  }

  @Test
  void expiredTokenIs301SecondsOldAndGenuine() throws Exception {
    ReadToken token = new ReadToken(tokens.faulty(Fault.EXPIRED));
    assertThat(token.claims().get("iat").longValue()).isEqualTo(NOW.getEpochSecond() - 301);
    assertThat(token.isSignedBy(KEYS.xisPublicKey())).isTrue();
  }

  @Test
  void unknownKeyIsNeitherThePartnersKeyNorItsId() throws Exception {
    ReadToken token = new ReadToken(tokens.faulty(Fault.UNKNOWN_KEY));
    assertThat(token.header()).contains(KEYS.unknownXis().id()).doesNotContain(KEYS.xis().id());
    assertThat(token.isSignedBy(KEYS.xisPublicKey())).isFalse();
  }

  private static JsonNode claim(String token, String name) throws Exception {
    return new ReadToken(token).claims().get(name);
  }
}
