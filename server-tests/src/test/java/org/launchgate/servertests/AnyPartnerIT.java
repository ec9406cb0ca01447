package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.launchgate.EncryptedTokenBuilder;
import org.launchgate.HtiPartner;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.Demo;

/**
 * Partners of other kinds than the demo's own, by their entry in the partners file alone: HTI in
 * both versions, plain and encrypted, Koppeltaal, and one that nobody has heard of.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AnyPartnerIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder = Built.work().resolve("any-partner");
  private final KeyPair receiver = TestPartner.rsa(2048);
  private final KeyPair dataset = TestPartner.ed25519();
  private Demo demo;

  @BeforeAll
  void startDemo() throws Exception {
    Files.createDirectories(folder);
    write("portal.pem", TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    write("receiver.pem", TestPartner.pem("PRIVATE KEY", receiver.getPrivate().getEncoded()));
    write("farm.pem", TestPartner.pem("PUBLIC KEY", dataset.getPublic().getEncoded()));
    write("farm.json", FARM_PROFILE);
    write("partners.json", PARTNERS);
    demo = Demo.start("any-partner", folder.resolve("partners.json"));
  }

  @AfterAll
  void stopDemo() {
    demo.close();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private static final String PARTNERS =
      """
      {"partners": [
        {"id": "portal", "profile": "hti", "issuer": "https://portal.example.com",
         "audience": ["module.example.com", "other.example.com"],
         "keys": [{"pem": "portal.pem", "kid": "portal-1"}]},
        {"id": "koppel", "profile": "koppeltaal-2.0", "issuer": "https://koppeltaal.example.com",
         "audience": "module.example.com", "encrypted": "required",
         "keys": [{"pem": "portal.pem", "kid": "portal-1"}]},
        {"id": "farm", "profile": "farm.json",
         "organizations": [{"system": "urn:farms", "value": "7"}],
         "keys": [{"pem": "farm.pem"}]}],
       "decryptionKeys": [{"pem": "receiver.pem", "kid": "recv-1"}]}
      """;

  private static final String FARM_PROFILE =
      """
      {"profile": "farm",
       "carriers": [{"field": "data", "in": ["json", "form"]}, {"in": ["body"]}],
       "header": {"typ": ["launch+jwt"], "typPresence": "required"},
       "algorithms": ["EdDSA"],
       "time": {"exp": "required", "maxLifetime": 120},
       "replay": {"claim": "/nonce", "tokenId": "required"},
       "claims": {"/vet/number": {"type": "integer", "presence": "required"}},
       "context": {
         "user.identifier": [
           {"system": {"constant": "urn:vets"}, "value": "/vet/license"},
           {"system": {"constant": "urn:farm-users"}, "value": "/vet/number"}],
         "organization.system": {"constant": "urn:farms"}, "organization.value": "/farm",
         "patient.id": "/animal"}}
      """;

  private HttpResponse<String> post(Visitor visitor, String path, String field, String token)
      throws Exception {
    return visitor.follow(visitor.post(path, Visitor.FORM, field + "=" + token));
  }

  private JsonNode contextAfter(HttpResponse<String> response, Visitor visitor) throws Exception {
    assertThat(response.statusCode()).as(demo.log()).isEqualTo(303);
    return visitor.whoami().get("context");
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private static String encrypted(TokenBuilder token, PublicKey receiver, String kid) {
    return EncryptedTokenBuilder.of(token.token(), receiver, "RSA-OAEP", "A128CBC-HS256")
        .header("kid", kid)
        .header("cty", "JWT")
        .token();
  }

  @Test
  void htiOfVersion2IsTheContextThatTheDesignSays() throws Exception {
    Visitor visitor = new Visitor(demo.home());

    JsonNode context =
        contextAfter(
            post(visitor, "/launch", "token", HtiPartner.version20(now()).token()), visitor);

    assertThat(context.get("user"))
        .isEqualTo(
            JSON.readTree(
                """
                {"system": "https://portal.example.com", "value": "Practitioner/82421"}
                """));
    assertThat(context.get("patient")).isEqualTo(JSON.readTree("{\"id\": \"400\"}"));
    assertThat(context.get("task").textValue()).isEqualTo("Task/11");
    assertThat(context.get("issuer").textValue()).isEqualTo("https://portal.example.com");
    assertThat(visitor.whoami().get("name").textValue())
        .isEqualTo("portal|https://portal.example.com|Practitioner/82421");
  }

  @Test
  void htiOfVersion1IsToldByItsTask() throws Exception {
    Visitor visitor = new Visitor(demo.home());

    JsonNode context =
        contextAfter(
            post(visitor, "/launch", "token", HtiPartner.version11(now()).token()), visitor);

    assertThat(context.get("user").get("value").textValue()).isEqualTo("Patient/400");
    assertThat(context.get("patient").get("id").textValue()).isEqualTo("400");
    assertThat(context.get("task").textValue()).isEqualTo("11");
  }

  @Test
  void encryptedLaunchIsDecryptedWithTheReceiversKey() throws Exception {
    Visitor visitor = new Visitor(demo.home());
    String token = encrypted(HtiPartner.version20(now()), receiver.getPublic(), "recv-1");

    assertThat(
            contextAfter(post(visitor, "/launch", "token", token), visitor)
                .get("partner")
                .textValue())
        .isEqualTo("portal");
  }

  @Test
  void koppeltaalIsTakenFromTheFieldLaunchAndOnlyEncrypted() throws Exception {
    TokenBuilder token =
        HtiPartner.version20(now())
            .claim("iss", "https://koppeltaal.example.com")
            .claim("definition", "ActivityDefinition/5");
    Visitor visitor = new Visitor(demo.home());

    assertThat(post(visitor, "/launch", "launch", token.token()).statusCode()).isEqualTo(403);
    JsonNode context =
        contextAfter(
            post(visitor, "/launch", "launch", encrypted(token, receiver.getPublic(), "recv-1")),
            visitor);

    assertThat(context.get("partner").textValue()).isEqualTo("koppel");
    assertThat(demo.log()).contains("reason=encryption_required partner=koppel");
  }

  @Test
  void tokenThatIsEncryptedForSomebodyElseIsDenied() throws Exception {
    PublicKey other = TestPartner.rsa(2048).getPublic();
    String token = encrypted(HtiPartner.version20(now()), other, "recv-1");

    assertThat(post(new Visitor(demo.home()), "/launch", "token", token).statusCode())
        .isEqualTo(403);
  }

  private TokenBuilder farmToken(String nonce) {
    return new TokenBuilder()
        .header("alg", "EdDSA")
        .header("typ", "launch+jwt")
        .claim("nonce", nonce)
        .claim("exp", now() + 60)
        .nested("vet", "number", 4711)
        .claim("farm", "7")
        .claim("animal", "cow-12")
        .signedBy(dataset.getPrivate())
        .by("Ed25519");
  }

  @Test
  void partnerThatNobodyHasHeardOfLaunchesByJsonOnItsOwnPath() throws Exception {
    Visitor visitor = new Visitor(demo.home());
    String json = "{\"data\": \"" + farmToken("n-1").token() + "\"}";

    JsonNode context =
        contextAfter(
            visitor.follow(visitor.post("/launch/farm", "application/json", json)), visitor);

    assertThat(context.get("user"))
        .isEqualTo(JSON.readTree("{\"system\": \"urn:farm-users\", \"value\": \"4711\"}"));
    assertThat(context.get("patient").get("id").textValue()).isEqualTo("cow-12");
    assertThat(context.get("tokenId").textValue()).isEqualTo("n-1");
  }

  @Test
  void bareTokenIsTakenOnceByItsOwnClaim() throws Exception {
    Visitor visitor = new Visitor(demo.home());
    String token = farmToken("n-2").nested("vet", "license", "V-9").token();

    JsonNode context =
        contextAfter(
            visitor.follow(visitor.post("/launch/farm", "application/jwt", token)), visitor);

    assertThat(context.get("user").get("system").textValue()).isEqualTo("urn:vets");
    String again = farmToken("n-2").claim("animal", "cow-13").token();
    assertThat(new Visitor(demo.home()).post("/launch/farm", "application/jwt", again).statusCode())
        .isEqualTo(403);
  }

  @Test
  void tokenOfAnotherPartnerIsDeniedOnThePath() throws Exception {
    HttpResponse<String> response =
        post(new Visitor(demo.home()), "/launch/farm", "data", HtiPartner.version20(now()).token());

    assertThat(response.statusCode()).isEqualTo(403);
  }
}
