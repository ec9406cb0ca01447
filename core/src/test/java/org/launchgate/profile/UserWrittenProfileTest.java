package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ARRIVAL_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_INCOMPLETE;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_MISSING;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.TYPE_NOT_ALLOWED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

/** A partner that nobody has heard of: a profile file beside the partners file, and no Java. */
class UserWrittenProfileTest {
  private static final String PROFILE =
      """
      {
        "profile": "hobbiton",
        "carriers": [{"field": "launch", "in": ["form"]}],
        "header": {"kid": "required", "typ": ["launch+jwt"]},
        "algorithms": ["ES256", "RS256"],
        "issuer": "optional",
        "time": {"exp": "required", "maxLifetime": 600},
        "replay": {"tokenId": "optional", "digestWindow": 120},
        "claims": {
          "/who/login~1name": {"presence": "required"},
          "/who/emails/0": {"presence": "wanted"},
          "/about/born": {"type": "date"},
          "/about/sex": {"presence": "optional", "oneOf": ["m", "f"]}
        },
        "together": [["/about/id", "/about/born"]],
        "context": {
          "user.system": {"constant": "https://hobbiton.example/users"},
          "user.value": "/who/login~1name",
          "user.email": "/who/emails/0",
          "patient.id": "/about/id",
          "patient.birthDate": "/about/born",
          "patient.gender": "/about/sex",
          "task": "/what.to do"
        }
      }
      """;
  private static final Arrival LAUNCH = Arrival.form("launch");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

  @TempDir private Path directory;
  private LaunchVerifier verifier;

  @BeforeEach
  void loadFromDisk() throws IOException {
    Files.createDirectories(directory.resolve("profiles"));
    Files.writeString(directory.resolve("profiles/hobbiton.json"), PROFILE);
    Files.writeString(
        directory.resolve("key.pem"),
        TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    Path file =
        Files.writeString(
            directory.resolve("partners.json"),
            """
            {"partners": [{"id": "shire", "profile": "profiles/hobbiton.json",
              "keys": [{"pem": "key.pem", "kid": "k"}]}]}
            """);
    verifier =
        LaunchVerifier.builder()
            .partners(ConfiguredPartners.load(ConfigSource.file(file)))
            .clock(clock)
            .build();
  }

  private TokenBuilder token() {
    return new TokenBuilder()
        .header("alg", "RS256")
        .header("kid", "k")
        .header("typ", "Launch+JWT")
        .claim("exp", clock.instant().getEpochSecond() + 60)
        .nested("who", "login/name", "frodo")
        .nested("who", "emails", java.util.List.of("frodo@hobbiton.example", "other"))
        .nested("about", "id", "p-1")
        .nested("about", "born", "1968-09-22")
        .nested("about", "sex", "m")
        .claim("what.to do", "walk")
        .signedBy(TestPartner.RSA.getPrivate());
  }

  private LaunchContext accept(TokenBuilder token) {
    Verdict verdict = verifier.verify(token.token(), LAUNCH);
    assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    return ((Verdict.Accepted) verdict).context();
  }

  private void refuse(TokenBuilder token, Arrival arrival, RefusalReason reason) {
    assertThat(verifier.verify(token.token(), arrival))
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> assertThat(refused.refusal().reason()).isEqualTo(reason));
  }

  @Test
  void tokenAsItDescribesIsAccepted() {
    LaunchContext context = accept(token());

    assertThat(context.partner()).isEqualTo("shire");
    assertThat(context.user().identifier())
        .isEqualTo(new Identifier("https://hobbiton.example/users", "frodo"));
    assertThat(context.user().email()).contains("frodo@hobbiton.example");
    assertThat(context.patient().orElseThrow().id()).contains("p-1");
    assertThat(context.patient().orElseThrow().birthDate()).contains(LocalDate.of(1968, 9, 22));
    assertThat(context.patient().orElseThrow().gender()).contains("m");
    assertThat(context.task()).contains("walk");
    assertThat(context.organization()).isEmpty();
  }

  @Test
  void wantedAndOptionalClaimsMayBeAbsent() {
    LaunchContext context =
        accept(token().without("about").without("what.to do").withoutNested("who", "emails"));

    assertThat(context.user().email()).isEmpty();
    assertThat(context.patient()).isEmpty();
    assertThat(context.task()).isEmpty();
  }

  @Test
  void requiredNestedClaimThatIsAbsentIsRefused() {
    refuse(token().withoutNested("who", "login/name"), LAUNCH, CLAIM_MISSING);
  }

  @Test
  void dateThatIsNoneIsRefused() {
    refuse(token().nested("about", "born", "22-09-1968"), LAUNCH, CLAIM_MALFORMED);
  }

  @Test
  void valueOutsideOneOfIsRefused() {
    refuse(token().nested("about", "sex", "M"), LAUNCH, CLAIM_NOT_ALLOWED);
  }

  @Test
  void claimThatDoesNotComeWithItsPairIsRefused() {
    refuse(token().withoutNested("about", "born"), LAUNCH, CLAIMS_INCOMPLETE);
  }

  @Test
  void otherTypeIsRefused() {
    refuse(token().header("typ", "JWT"), LAUNCH, TYPE_NOT_ALLOWED);
  }

  @Test
  void expiryThatIsRequiredAndAbsentIsRefused() {
    refuse(token().without("exp"), LAUNCH, CLAIM_MISSING);
  }

  @Test
  void otherFieldOrChannelIsRefused() {
    refuse(token(), Arrival.form("token"), ARRIVAL_NOT_ALLOWED);
    refuse(token(), Arrival.query("launch"), ARRIVAL_NOT_ALLOWED);
  }

  @Test
  void tokenWithoutIdIsRememberedBeyondItsDigestWindowWhileItIsAcceptable() {
    TokenBuilder token = token().claim("exp", clock.instant().getEpochSecond() + 590);
    accept(token);

    clock.advance(Duration.ofSeconds(589));

    refuse(token, LAUNCH, REPLAYED);
  }
}
