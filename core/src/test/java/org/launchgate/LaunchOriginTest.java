package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.ORGANIZATION_NOT_ALLOWED;
import static org.launchgate.RefusalReason.ORIGIN_NOT_ALLOWED;
import static org.launchgate.RefusalReason.REPLAYED;
import static org.launchgate.RefusalReason.SIGNATURE_INVALID;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code launchOrigins}: from which sites a form may bring a launch. */
class LaunchOriginTest {
  private static final String OURS = "https://xis.example";
  private static final Arrival FORM = Arrival.form("token");

  private final VerifierFixture launches =
      new VerifierFixture(
          TestPartner.zorgdomeinBuilder()
              .launchOrigins(List.of(OURS, "https://second.example:8443"))
              .build(),
          TestPartner.exorlive());

  @ParameterizedTest
  @ValueSource(strings = {OURS, "https://second.example:8443"})
  void formOfAListedOriginIsAccepted(String origin) {
    launches.accept(launches.zorgdomein().token(), FORM.fromOrigin(origin));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://other.example",
        "null",
        "",
        "http://xis.example",
        "https://xis.example:8443",
        "https://second.example",
        "https://xis.example.evil.example",
        "https://xis.example/",
        "HTTPS://XIS.EXAMPLE"
      })
  void formOfAnyOtherOriginIsRefused(String origin) {
    Refusal refusal =
        launches.refuse(launches.zorgdomein().token(), FORM.fromOrigin(origin), ORIGIN_NOT_ALLOWED);

    assertThat(refusal.partner()).contains("demo-xis");
    assertThat(refusal.isSigned()).isTrue();
    assertThat(refusal.detail())
        .isEqualTo("expected a page of the partner's \"launchOrigins\", found another");
  }

  @Test
  void refusedOriginDoesNotUseTheTokenUp() {
    String token = launches.zorgdomein().token();
    launches.refuse(token, FORM.fromOrigin("https://other.example"), ORIGIN_NOT_ALLOWED);

    launches.accept(token, FORM.fromOrigin(OURS));
    launches.refuse(token, FORM.fromOrigin(OURS), REPLAYED);
  }

  /** Whether it was used before is nothing that another site is told. */
  @Test
  void usedTokenOfAnotherOriginIsRefusedForItsOrigin() {
    String token = launches.zorgdomein().token();
    launches.accept(token, FORM.fromOrigin(OURS));

    Verdict verdict = launches.verifier.verify(token, FORM.fromOrigin("https://other.example"));

    Verdict.Refused refused = (Verdict.Refused) verdict;
    assertThat(refused.refusal().reason()).isEqualTo(ORIGIN_NOT_ALLOWED);
    assertThat(refused.launchId()).isEmpty();
    assertThat(refused.record()).isPresent();
  }

  @Test
  void whatEverybodyIsToldFirstIsToldFirst() {
    launches.refuse(
        launches.zorgdomein().signedBy(TestPartner.rsa(2048).getPrivate()).token(),
        FORM.fromOrigin("https://other.example"),
        SIGNATURE_INVALID);
    launches.refuse(
        launches.zorgdomein().claim("org-id.value", "1").token(),
        FORM.fromOrigin("https://other.example"),
        ORGANIZATION_NOT_ALLOWED);
  }

  @Test
  void formThatSaysNoOriginIsAccepted() {
    launches.accept(launches.zorgdomein().token(), FORM);
  }

  @Test
  void linkIsAcceptedFromEverywhere() {
    launches.accept(
        launches.zorgdomein().token(), Arrival.query("token").fromOrigin("https://other.example"));
  }

  @Test
  void scriptIsNotAForm() {
    Arrival json = Arrival.json("payload").fromOrigin("https://other.example");
    VerifierFixture exorlive =
        new VerifierFixture(TestPartner.exorliveBuilder().launchOrigins(List.of(OURS)).build());

    exorlive.accept(TestPartner.exorliveToken().token(), json);
  }

  @Test
  void partnerWithoutAListIsAcceptedFromEverywhere() {
    launches.accept(
        TestPartner.exorliveToken().token(),
        VerifierFixture.PAYLOAD.fromOrigin("https://other.example"));
  }

  @Test
  void emptyListAllowsNoOriginAtAll() {
    VerifierFixture nobody =
        new VerifierFixture(TestPartner.zorgdomeinBuilder().launchOrigins(List.of()).build());

    nobody.refuse(nobody.zorgdomein().token(), FORM.fromOrigin(OURS), ORIGIN_NOT_ALLOWED);
    nobody.accept(nobody.zorgdomein().token(), FORM);
  }

  @Test
  void arrivalKeepsItsOriginOnThePathOfAPartner() {
    Arrival arrival = FORM.fromOrigin(OURS).atPartner("demo-xis");

    assertThat(arrival.origin()).contains(OURS);
    assertThat(arrival.partner()).contains("demo-xis");
    assertThat(FORM.atPartner("demo-xis").fromOrigin(OURS).partner()).contains("demo-xis");
    assertThat(FORM.origin()).isEmpty();
    launches.refuse(
        launches.zorgdomein().token(),
        FORM.fromOrigin("https://other.example").atPartner("demo-xis"),
        ORIGIN_NOT_ALLOWED);
  }
}
