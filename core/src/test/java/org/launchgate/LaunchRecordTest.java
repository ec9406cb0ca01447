package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIMS_INCOMPLETE;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;
import static org.launchgate.RefusalReason.CLAIM_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ISSUER_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;
import static org.launchgate.RefusalReason.TOKEN_TOO_OLD;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.spi.Partner;

/** What an audit record says of a launch, accepted or refused. */
class LaunchRecordTest {
  private static final long NOW = VerifierFixture.NOW.getEpochSecond();
  private static final Identifier USER = new Identifier("agb-z", "01029999");

  private final VerifierFixture at = new VerifierFixture();

  private LaunchRecord recordOf(TokenBuilder token, RefusalReason reason) {
    return recordOf(at, token.token(), VerifierFixture.QUERY, reason).orElseThrow();
  }

  private static Optional<LaunchRecord> recordOf(
      VerifierFixture at, String token, Arrival arrival, RefusalReason reason) {
    Verdict.Refused refused = (Verdict.Refused) at.verifier.verify(token, arrival);
    assertThat(refused.refusal().reason()).isEqualTo(reason);
    return refused.record();
  }

  @Test
  void ofAnAcceptedLaunchHoldsTheMarksOfItsTokenAndItsParties() {
    LaunchRecord record =
        at.accept(
                at.zorgdomein()
                    .claim("jti", "one")
                    .claim("exp", NOW + 60)
                    .claim("responsible-id.system", "big")
                    .claim("responsible-id.value", "09"))
            .record();
    assertThat(record.keyId()).contains(TestPartner.XIS_KEY_ID);
    assertThat(record.algorithm()).contains("RS256");
    assertThat(record.tokenId()).contains("one");
    assertThat(record.issuedAt()).contains(VerifierFixture.NOW);
    assertThat(record.expiresAt()).contains(Instant.ofEpochSecond(NOW + 60));
    assertThat(record.user()).contains(USER);
    assertThat(record.responsible()).contains(new Identifier("big", "09"));
    assertThat(record.organization()).contains(new Identifier("agb-z", "05029999"));
    assertThat(record.patient())
        .contains(new Identifier("Demo XIS", "5a4fc42a-1847-4862-a5da-7af86ac23968"));
    assertThat(record.patientNationalId()).isEmpty();
    assertThat(record.transactionId()).contains("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
  }

  @Test
  void patientOfAPartnerWithoutIssuerIsLocal() {
    LaunchRecord record = at.acceptPayload(TestPartner.exorliveToken()).record();
    assertThat(record.patient()).contains(new Identifier("local", "2f3fb098"));
    assertThat(record.patientNationalId()).contains("13116900216");
    assertThat(record.keyId()).contains(TestPartner.TATOOINE_KEY_ID);
    assertThat(record.algorithm()).contains("HS256");
    assertThat(record.tokenId()).isEmpty();
    assertThat(record.issuedAt()).isEmpty();
  }

  @Test
  void outlivesTheSessionsSerializationAndIsThinnerForAnOldOne() throws Exception {
    LaunchContext context = at.accept(at.zorgdomein().claim("exp", NOW + 60));
    LaunchRecord copy = restored(context).record();
    assertThat(copy.marks()).isEqualTo(context.record().marks());
    assertThat(copy.user()).contains(USER);
    LaunchRecord old =
        read(Base64.getMimeDecoder()
                .decode(getClass().getResourceAsStream("launch-context-v1.b64").readAllBytes()))
            .record();
    assertThat(old.user()).contains(USER);
    assertThat(old.tokenId()).contains("stable-form");
    assertThat(old.keyId()).isEmpty();
    assertThat(old.algorithm()).isEmpty();
    assertThat(old.expiresAt()).isEmpty();
    assertThat(old.personal()).isEmpty();
  }

  private static LaunchContext restored(LaunchContext context) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(context);
    }
    return read(bytes.toByteArray());
  }

  private static LaunchContext read(byte[] bytes) throws Exception {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (LaunchContext) in.readObject();
    }
  }

  @Test
  void identifiersThatTheProfileMarksAreKnownOfEveryLaunchAndOutliveTheSessionsSerialization()
      throws Exception {
    LaunchProfile marking =
        Profiles.read(
            "marking.json",
            "{\"extends\": \"zorgdomein\", \"personal\": [\"user\", \"patient\"]}"
                .getBytes(StandardCharsets.UTF_8));
    VerifierFixture there =
        new VerifierFixture(
            Partner.builder("demo-xis", marking)
                .issuer("Demo XIS")
                .keys(TestPartner.zorgdomein().keys())
                .build());

    LaunchContext accepted = there.accept(there.zorgdomein());
    LaunchRecord refused =
        recordOf(
                there,
                there.zorgdomein().claim("responsible-id.value", "1").token(),
                VerifierFixture.QUERY,
                CLAIMS_INCOMPLETE)
            .orElseThrow();

    assertThat(List.of(accepted.record(), restored(accepted).record(), refused))
        .extracting(LaunchRecord::personal)
        .containsOnly(Set.of(ContextField.USER_VALUE, ContextField.PATIENT_ID));
    assertThat(at.accept(at.zorgdomein()).record().personal()).isEmpty();
  }

  @Test
  void thereIsNoneBeforeTheSignatureIsGood() {
    String forged = at.zorgdomein().signedBy(TestPartner.otherRsa().getPrivate()).token();
    assertThat(recordOf(at, forged, VerifierFixture.QUERY, SIGNATURE_INVALID)).isEmpty();
  }

  @Test
  void ofARefusalByPolicyOrTimeOrReplayIsWhole() {
    LaunchRecord policy =
        recordOf(at.zorgdomein().claim("org-id.value", "05020000"), ORGANIZATION_NOT_ALLOWED);
    assertThat(policy.user()).contains(USER);
    assertThat(policy.organization()).contains(new Identifier("agb-z", "05020000"));
    LaunchRecord late = recordOf(at.zorgdomein().claim("iat", NOW - 301), TOKEN_TOO_OLD);
    assertThat(late.user()).contains(USER);
    assertThat(late.issuedAt()).contains(Instant.ofEpochSecond(NOW - 301));
    TokenBuilder twice = at.zorgdomein().claim("jti", "twice");
    at.accept(twice);
    assertThat(recordOf(twice, REPLAYED).tokenId()).contains("twice");
  }

  @Test
  void ofATokenForAnotherReceiverSaysNothingOfItsPeople() {
    LaunchRecord record = recordOf(at.zorgdomein().claim("aud", "elsewhere"), AUDIENCE_NOT_ALLOWED);
    assertThat(record.keyId()).contains(TestPartner.XIS_KEY_ID);
    assertThat(record.tokenId()).isPresent();
    assertNobody(record);
  }

  @Test
  void ofATokenOfAnotherIssuerSaysNothingOfItsPeople() {
    String token = at.zorgdomein().claim("iss", "Somebody").token();
    LaunchRecord record =
        recordOf(at, token, VerifierFixture.QUERY.atPartner("demo-xis"), ISSUER_NOT_ALLOWED)
            .orElseThrow();
    assertThat(record.keyId()).contains(TestPartner.XIS_KEY_ID);
    assertNobody(record);
  }

  private static void assertNobody(LaunchRecord record) {
    assertThat(record.user()).isEmpty();
    assertThat(record.organization()).isEmpty();
    assertThat(record.responsible()).isEmpty();
    assertThat(record.patient()).isEmpty();
    assertThat(record.patientNationalId()).isEmpty();
    assertThat(record.transactionId()).isEmpty();
    assertThat(record.task()).isEmpty();
  }

  @Test
  void claimThatIsNotFitIsLeftOutAndTheOthersAreThere() {
    LaunchRecord record =
        recordOf(at.zorgdomein().claim("context.patient-id", "a\nevent=x"), CLAIM_MALFORMED);
    assertThat(record.patient()).isEmpty();
    assertThat(record.user()).contains(USER);
    assertThat(record.transactionId()).isPresent();
  }

  @Test
  void tokenIdAndTimesThatAreNotFitAreLeftOut() {
    assertThat(recordOf(at.zorgdomein().claim("jti", "a\u2028b"), CLAIM_MALFORMED).tokenId())
        .isEmpty();
    assertThat(recordOf(at.zorgdomein().claim("iat", "yesterday"), CLAIM_MALFORMED).issuedAt())
        .isEmpty();
    assertThat(recordOf(at.zorgdomein().claim("exp", -1), CLAIM_MALFORMED).expiresAt()).isEmpty();
  }

  /** Otherwise the value would count in the system of those who name none. */
  @Test
  void identifierWithASystemThatIsNotAllowedIsLeftOutAsAWhole() {
    LaunchRecord record =
        recordOf(at.zorgdomein().claim("user-id.system", "bsn"), CLAIM_NOT_ALLOWED);
    assertThat(record.user()).isEmpty();
    assertThat(record.organization()).isPresent();
  }

  @Test
  void identifierWithAValueThatIsNotFitIsLeftOutAsAWhole() {
    LaunchRecord record = recordOf(at.zorgdomein().claim("user-id.value", 7), CLAIM_MALFORMED);
    assertThat(record.user()).isEmpty();
    assertThat(record.organization()).isPresent();
  }

  @Test
  void halfOfAReferenceThatIsNoneIsLeftOut() {
    VerifierFixture hti = new VerifierFixture(HtiPartner.builder("hti-2.0").build());
    Optional<LaunchRecord> record =
        recordOf(
            hti,
            HtiPartner.version20(NOW).claim("patient", "Patient/../1").token(),
            HtiPartner.TOKEN,
            CLAIM_MALFORMED);
    assertThat(record.orElseThrow().patient()).isEmpty();
    assertThat(record.orElseThrow().user()).isPresent();
    assertThat(record.orElseThrow().task()).isPresent();
  }

  @Test
  void oneOfTwoThatBelongTogetherIsLeftOut() {
    LaunchRecord record =
        recordOf(at.zorgdomein().claim("responsible-id.value", "09"), CLAIMS_INCOMPLETE);
    assertThat(record.responsible()).isEmpty();
    assertThat(record.user()).contains(USER);
  }

  @Test
  void toStringShowsNobody() {
    LaunchRecord record = at.acceptPayload(TestPartner.exorliveToken()).record();
    assertThat(record.toString()).doesNotContain("13116900216", "2f3fb098", "Yoda");
  }
}
