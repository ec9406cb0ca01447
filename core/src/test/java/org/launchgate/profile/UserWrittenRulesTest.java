package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.LIFETIME_TOO_LONG;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.TOKEN_EXPIRED;
import static org.launchgate.RefusalReason.TOKEN_NOT_YET_VALID;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.launchgate.Arrival;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchVerifier;
import org.launchgate.MovableClock;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.TokenBuilder;
import org.launchgate.Verdict;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;

/** Everything that a profile can say, said by one that is none of the built-ins. */
class UserWrittenRulesTest {
  private static final String BASE =
      """
      {
        "profile": "rivendell",
        "carriers": [{"field": "ticket", "in": ["json", "form"]}, {"in": ["body"]}],
        "header": {"kid": "required", "typ": ["launch+jwt"], "typPresence": "required"},
        "algorithms": ["RS256"],
        "issuer": "required",
        "audience": "required",
        "otherAudiences": "refused",
        "time": {"iat": "required", "exp": "required", "maxLifetime": 60, "skew": 5},
        "replay": {"tokenId": "required", "claim": "/message/id", "window": 60},
        "claims": {
          "/access_token": {"presence": "forbidden"},
          "/staff/number": {"type": "integer"},
          "/staff/active": {"type": "boolean", "presence": "required"},
          "/staff": {"type": "object", "presence": "required"},
          "/rights": {"type": "list"},
          "/unit": {"pattern": "[A-Z]{2}[0-9]+", "maxLength": 6},
          "/kind": {"oneOf": ["Open", "Closed"], "ignoreCase": true},
          "/link": {"maxLength": 300},
          "/subject": {"type": "reference", "resourceTypes": ["Patient", "Group"]}
        },
        "context": {
          "user.identifier": [
            {"in": "/ids", "system": "/system", "value": "/id/value", "prefer": ["big", "agb"]},
            {"system": {"constant": "staff"}, "value": "/staff/number"},
            {"system": ["/login/system", {"constant": "login"}], "value": "/login/name"}
          ],
          "organization.identifier": [{"in": "/units", "system": {"constant": "u"}, "value": "/v"}],
          "responsible.identifier": [{"system": "/lead/system", "value": "/lead/value"}],
          "user.username": ["/nick", "/login/name"],
          "organization.name": {"claim": "/unit", "default": "Imladris"},
          "patient.id": {"claim": "/subject", "part": "id", "resourceType": "Patient"},
          "patient.nationalId": [
            {"in": "/patient/ids", "system": "/type", "value": "/no", "prefer": ["bsn", "ssn"]},
            "/patient/bsn"
          ],
          "patient.gender": {"claim": "/subject", "part": "type"},
          "transactionId": "/staff/number",
          "task": {"constant": "council"}
        }
      }
      """;

  private static final Arrival BODY = Arrival.body();

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

  @TempDir private Path directory;
  private LaunchVerifier verifier;
  private int tokens;

  @BeforeEach
  void loadFromDisk() throws IOException {
    Files.createDirectories(directory.resolve("profiles"));
    Files.writeString(directory.resolve("profiles/base.json"), BASE);
    Files.writeString(
        directory.resolve("profiles/own.json"),
        """
        {"extends": "base.json", "profile": "imladris", "claims": {"/kind": {"presence": "wanted"}}}
        """);
    Files.writeString(
        directory.resolve("key.pem"),
        TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    verifier = load("\"profiles/own.json\"");
  }

  private LaunchVerifier load(String profile) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("partners.json"),
            """
            {"partners": [{"id": "elves", "profile": %s, "issuer": "elrond", "audience": "us",
              "keys": [{"pem": "key.pem", "kid": "k"}]}]}
            """
                .formatted(profile));
    return LaunchVerifier.builder()
        .partners(ConfiguredPartners.load(ConfigSource.file(file)))
        .clock(clock)
        .build();
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  private TokenBuilder token() {
    return new TokenBuilder()
        .header("alg", "RS256")
        .header("kid", "k")
        .header("typ", "launch+jwt")
        .claim("iss", "elrond")
        .claim("aud", "us")
        .claim("iat", now())
        .claim("exp", now() + 60)
        .nested("message", "id", "m-" + ++tokens)
        .nested("staff", "number", 4711)
        .nested("staff", "active", true)
        .claim("subject", "Patient/p-1")
        .signedBy(TestPartner.RSA.getPrivate());
  }

  private LaunchContext accept(TokenBuilder token) {
    Verdict verdict = verifier.verify(token.token(), BODY);
    assertThat(verdict).as(verdict.toString()).isInstanceOf(Verdict.Accepted.class);
    return ((Verdict.Accepted) verdict).context();
  }

  private void refuse(TokenBuilder token, RefusalReason reason) {
    refuse(token, BODY, reason);
  }

  private void refuse(TokenBuilder token, Arrival arrival, RefusalReason reason) {
    assertThat(verifier.verify(token.token(), arrival))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused ->
                assertThat(refused.refusal().reason())
                    .as(refused.refusal().toString())
                    .isEqualTo(reason));
  }

  @Test
  void tokenAsItDescribesIsAccepted() {
    LaunchContext context = accept(token());

    assertThat(context.user().identifier()).isEqualTo(new Identifier("staff", "4711"));
    assertThat(context.organization()).isEmpty();
    assertThat(context.responsible()).isEmpty();
    assertThat(context.patient().orElseThrow().id()).contains("p-1");
    assertThat(context.patient().orElseThrow().gender()).contains("Patient");
    assertThat(context.task()).contains("council");
    assertThat(context.transactionId()).contains("4711");
    assertThat(context.tokenId()).contains("m-1");
  }

  @Test
  void carriersAreThoseThatItNames() {
    assertThat(verifier.verify(token().token(), Arrival.json("ticket")))
        .isInstanceOf(Verdict.Accepted.class);
    assertThat(verifier.verify(token().token(), Arrival.form("ticket")))
        .isInstanceOf(Verdict.Accepted.class);
    refuse(token(), Arrival.json("token"), ARRIVAL_NOT_ALLOWED);
    refuse(token(), Arrival.query("ticket"), ARRIVAL_NOT_ALLOWED);
  }

  @Test
  void typThatIsRequiredAndAbsentIsRefused() {
    refuse(token().withoutHeader("typ"), TYPE_NOT_ALLOWED);
    refuse(token().header("typ", "JWT"), TYPE_NOT_ALLOWED);
  }

  @Test
  void itsOwnSkewCountsAndNotTheDeployments() {
    accept(token().claim("iat", now() + 5));
    refuse(token().claim("iat", now() + 6), TOKEN_NOT_YET_VALID);
    accept(token().claim("iat", now() - 50).claim("exp", now() - 4));
    refuse(token().claim("iat", now() - 50).claim("exp", now() - 5), TOKEN_EXPIRED);
  }

  @Test
  void otherAudiencesBesideOursAreRefused() {
    accept(token().claim("aud", List.of("us")));
    refuse(token().claim("aud", List.of("us", "them")), AUDIENCE_NOT_ALLOWED);
    refuse(token().claim("aud", "them"), AUDIENCE_NOT_ALLOWED);
  }

  @Nested
  class TokenId {
    @Test
    void claimOfItsOwnIsUsedOnce() {
      accept(token().nested("message", "id", "once"));
      refuse(token().nested("message", "id", "once"), REPLAYED);
    }

    @Test
    void jtiMeansNothing() {
      accept(token().claim("jti", "same"));
      assertThat(accept(token().claim("jti", "same")).tokenId()).contains("m-2");
    }

    @Test
    void absentOrMalformedIsRefused() {
      refuse(token().without("message").claim("jti", "x"), CLAIM_MISSING);
      refuse(token().nested("message", "id", ""), CLAIM_MISSING);
      refuse(token().nested("message", "id", 7), CLAIM_MALFORMED);
      refuse(token().nested("message", "id", " "), CLAIM_MALFORMED);
      refuse(token().nested("message", "id", "x".repeat(256)), CLAIM_MALFORMED);
    }
  }

  @Nested
  class Rules {
    @Test
    void forbiddenClaimIsRefusedWhateverItsValue() {
      for (Object value : Arrays.asList("x", "", null, 7)) {
        refuse(token().claim("access_token", value), CLAIM_NOT_ALLOWED);
      }
    }

    @Test
    void integerIsAWholeNumberThatEveryReaderReadsAlike() {
      long most = (1L << 53) - 1;
      assertThat(accept(token().nested("staff", "number", most)).user().identifier().value())
          .isEqualTo("9007199254740991");
      accept(token().nested("staff", "number", -most));
      refuse(token().nested("staff", "number", most + 1), CLAIM_MALFORMED);
      refuse(token().nested("staff", "number", -most - 1), CLAIM_MALFORMED);
      refuse(token().nested("staff", "number", Long.MIN_VALUE), CLAIM_MALFORMED);
      refuse(token().nested("staff", "number", 1.5), CLAIM_MALFORMED);
      refuse(token().nested("staff", "number", "4711"), CLAIM_MALFORMED);
      refuse(token().nested("staff", "number", null), CLAIM_MALFORMED);
    }

    @Test
    void valueOfAnotherTypeIsRefused() {
      refuse(token().nested("staff", "active", "true"), CLAIM_MALFORMED);
      refuse(token().nested("staff", "active", null), CLAIM_MALFORMED);
      refuse(token().withoutNested("staff", "active"), CLAIM_MISSING);
      refuse(token().claim("staff", List.of()), CLAIM_MISSING);
      refuse(token().claim("rights", Map.of()), CLAIM_MALFORMED);
      accept(token().claim("rights", List.of()));
      accept(token().nested("staff", "active", false));
    }

    @ParameterizedTest
    @CsvSource({"AB1, true", "AB1234, true", "AB12345, false", "ab1, false", "xAB1, false"})
    void patternAndLengthHoldForTheWholeText(String unit, boolean good) {
      if (good) {
        accept(token().claim("unit", unit));
      } else {
        refuse(token().claim("unit", unit), CLAIM_MALFORMED);
      }
    }

    @Test
    void caseIsIgnoredWhereItSaysSo() {
      accept(token().claim("kind", "OPEN"));
      accept(token().claim("kind", "closed"));
      refuse(token().claim("kind", "ajar"), CLAIM_NOT_ALLOWED);
      refuse(token().claim("kind", "clo\u017Fed"), CLAIM_NOT_ALLOWED);
    }

    @Test
    void letterThatOnlyUnicodeTakesForTheSameIsAnother() throws IOException {
      verifier =
          load(
              """
              {"extends": "profiles/own.json",
               "claims": {"/kind": {"oneOf": ["K", "é"], "ignoreCase": true}}}
              """);

      accept(token().claim("kind", "k"));
      accept(token().claim("kind", "é"));
      refuse(token().claim("kind", "\u212A"), CLAIM_NOT_ALLOWED);
      refuse(token().claim("kind", "É"), CLAIM_NOT_ALLOWED);
    }

    @Test
    void textMayBeLongerWhereItSaysSo() {
      accept(token().claim("link", "x".repeat(300)));
      refuse(token().claim("link", "x".repeat(301)), CLAIM_MALFORMED);
      refuse(token().claim("link", "x\u202Ey"), CLAIM_MALFORMED);
    }

    @Test
    void referenceToAnotherTypeIsRefused() {
      refuse(token().claim("subject", "Device/1"), CLAIM_NOT_ALLOWED);
      refuse(token().claim("subject", "p-1"), CLAIM_MALFORMED);
    }
  }

  @Nested
  class Mapping {
    @Test
    void referenceOfATypeThatIsNotTakenGivesNothing() {
      LaunchContext context = accept(token().claim("subject", "Group/g-1"));

      assertThat(context.patient().orElseThrow().id()).isEmpty();
      assertThat(context.patient().orElseThrow().gender()).contains("Group");
    }

    @Test
    void firstSourceThatGivesAValueWins() {
      assertThat(accept(token().claim("nick", "Bilbo").nested("login", "name", "bb")).user())
          .satisfies(user -> assertThat(user.username()).contains("Bilbo"));
      assertThat(accept(token().claim("nick", "").nested("login", "name", "bb")).user())
          .satisfies(user -> assertThat(user.username()).contains("bb"));
      assertThat(accept(token()).user().username()).isEmpty();
    }

    @Test
    void sourceThatIsNotTakenIsCheckedAllTheSame() {
      refuse(token().claim("nick", "Bilbo").nested("login", "name", 7), CLAIM_MALFORMED);
    }

    @Test
    void systemAndValueAreTakenFromTheSameSource() {
      LaunchContext both =
          accept(
              token()
                  .withoutNested("staff", "number")
                  .nested("login", "system", "ldap")
                  .nested("login", "name", "bb"));
      LaunchContext valueAlone =
          accept(token().withoutNested("staff", "number").nested("login", "name", "bb"));

      assertThat(both.user().identifier()).isEqualTo(new Identifier("ldap", "bb"));
      assertThat(valueAlone.user().identifier()).isEqualTo(new Identifier("login", "bb"));
    }

    @Test
    void systemWithoutAValueGivesNothing() {
      assertThat(accept(token().nested("lead", "system", "big")).responsible()).isEmpty();
      assertThat(accept(token().nested("lead", "value", "1")).responsible())
          .contains(new Identifier("local", "1"));
    }

    @Test
    void tokenThatNamesNoUserIsRefused() {
      refuse(token().withoutNested("staff", "number"), CLAIM_MISSING);
    }

    @Test
    void defaultStandsInForAClaimThatIsAbsent() {
      TokenBuilder token = token().claim("units", List.of(Map.of("v", "u-1")));

      assertThat(accept(token).organization().orElseThrow().name()).contains("Imladris");
      assertThat(
              accept(token().claim("units", List.of(Map.of("v", "u-1"))).claim("unit", "AB1"))
                  .organization()
                  .orElseThrow()
                  .name())
          .contains("AB1");
    }
  }

  @Nested
  class Lists {
    private Map<String, Object> id(String system, Object value) {
      return Map.of("system", system, "id", Map.of("value", value));
    }

    private TokenBuilder withIds(Object... ids) {
      return token().claim("ids", Arrays.asList(ids));
    }

    @Test
    void bestSystemWinsWhereverItStands() {
      assertThat(accept(withIds(id("agb", "1"), id("x", "2"), id("big", "3"))).user().identifier())
          .isEqualTo(new Identifier("big", "3"));
      assertThat(accept(withIds(id("x", "2"), id("agb", "1"))).user().identifier())
          .isEqualTo(new Identifier("agb", "1"));
    }

    @Test
    void systemThatIsNotPreferredIsPassedOver() {
      assertThat(accept(withIds(id("x", "2"), Map.of("id", Map.of("value", "3")))).user())
          .satisfies(
              user -> assertThat(user.identifier()).isEqualTo(new Identifier("staff", "4711")));
    }

    @Test
    void elementWithoutValueIsPassedOver() {
      assertThat(accept(withIds(Map.of("system", "big"), id("big", ""), id("agb", "1"))).user())
          .satisfies(user -> assertThat(user.identifier()).isEqualTo(new Identifier("agb", "1")));
    }

    @Test
    void withoutPreferenceTheFirstWithAValueIsTaken() {
      assertThat(
              accept(token().claim("units", List.of(Map.of(), Map.of("v", "1"), Map.of("v", "2"))))
                  .organization()
                  .orElseThrow()
                  .identifier())
          .isEqualTo(new Identifier("u", "1"));
    }

    @Test
    void listThatIsNoneIsRefused() {
      refuse(token().claim("ids", Map.of()), CLAIM_MALFORMED);
      refuse(token().claim("ids", "big"), CLAIM_MALFORMED);
      refuse(token().claim("ids", null), CLAIM_MALFORMED);
      accept(token().claim("ids", List.of()));
      accept(token().claim("ids", ""));
    }

    @Test
    void elementThatIsMalformedIsRefusedWhicheverIsTaken() {
      refuse(withIds(id("big", "1"), "agb"), CLAIM_MALFORMED);
      refuse(token().claim("ids", Arrays.asList(id("big", "1"), null)), CLAIM_MALFORMED);
      refuse(withIds(id("big", "1"), id("x", 7)), CLAIM_MALFORMED);
      refuse(withIds(id("big", "1"), id(" ", "2")), CLAIM_MALFORMED);
      refuse(withIds(id("big", "x".repeat(256))), CLAIM_MALFORMED);
      refuse(withIds(id("big", "1\u202E2")), CLAIM_MALFORMED);
      refuse(withIds(id("big", "1"), id("agb", "1\u31642")), CLAIM_MALFORMED);
      refuse(withIds(id("big", "1"), id("ag\u200Db", "1")), CLAIM_MALFORMED);
    }
  }

  @Nested
  class PatientIdentifiers {
    private Map<String, Object> id(String type, Object no) {
      return Map.of("type", type, "no", no);
    }

    private TokenBuilder withIds(Object... ids) {
      return token().nested("patient", "ids", Arrays.asList(ids));
    }

    private Optional<String> nationalId(TokenBuilder token) {
      return accept(token).patient().orElseThrow().nationalId();
    }

    @Test
    void valueOfTheBestSystemIsTaken() {
      assertThat(nationalId(withIds(id("ssn", "1"), id("mrn", "2"), id("bsn", "3")))).contains("3");
      assertThat(nationalId(withIds(id("mrn", "2"), id("ssn", "1")))).contains("1");
    }

    @Test
    void nextSourceIsAskedWhereNoSystemIsPreferred() {
      assertThat(nationalId(withIds(id("mrn", "2")).nested("patient", "bsn", "4"))).contains("4");
      assertThat(nationalId(withIds(id("mrn", "2"), Map.of("no", "5")))).isEmpty();
      assertThat(nationalId(token())).isEmpty();
    }

    @Test
    void everyElementIsCheckedWhicheverIsTaken() {
      refuse(withIds(id("bsn", "3"), id("mrn", 7)), CLAIM_MALFORMED);
      refuse(withIds(id("bsn", "3"), "x"), CLAIM_MALFORMED);
      refuse(withIds(id("bsn", "1\u202E2")), CLAIM_MALFORMED);
      refuse(token().nested("patient", "ids", "bsn"), CLAIM_MALFORMED);
    }
  }

  @Test
  void partnerOverridesAnyRuleInPlace() throws IOException {
    refuse(token().claim("exp", now() + 61), LIFETIME_TOO_LONG);

    verifier =
        load(
            """
            {"extends": "profiles/own.json", "time": {"maxLifetime": 61},
             "header": {"typPresence": "optional"}, "claims": {"/access_token": null},
             "context": {"task": {"constant": "feast"}}}
            """);

    LaunchContext context =
        accept(token().claim("exp", now() + 61).withoutHeader("typ").claim("access_token", "x"));
    assertThat(context.task()).contains("feast");
    refuse(token().claim("exp", now() + 62), LIFETIME_TOO_LONG);
    refuse(token().claim("aud", List.of("us", "them")), AUDIENCE_NOT_ALLOWED);
  }
}
