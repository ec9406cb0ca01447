package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.launchgate.LaunchContext;

/** The JavaBean view, against the shape of the design's {@code whoami}. */
class LaunchViewTest {
  private static final String WINDOW = "AAAAAAAAAAAAAAAA";

  private static LaunchView view(LaunchContext context) {
    return new LaunchView(LaunchWindow.open(WINDOW, context, context.roles(), List.of(), "/"));
  }

  @Test
  void rolesAreThoseThatTheAccountHasInTheWindow() {
    LaunchContext context = Launches.context(Launches.zorgdomein());
    LaunchWindow window = LaunchWindow.open(WINDOW, context, Set.of("nurse"), List.of(), "/");
    assertThat(new LaunchView(window).getRoles()).containsExactly("nurse");
  }

  @Test
  void exorLiveLaunchIsShownWhole() {
    LaunchView view = view(Launches.exorlive());
    assertThat(view.getPartner()).isEqualTo("tatooine");
    assertThat(view.getUser().getSystem()).isEqualTo("local");
    assertThat(view.getUser().getValue()).isEqualTo("2f3fb098");
    assertThat(view.getUser().getUsername()).isEqualTo("mando");
    assertThat(view.getUser().getGivenName()).isEqualTo("Mando");
    assertThat(view.getUser().getFamilyName()).isEqualTo("Lorian");
    assertThat(view.getOrganization().getSystem()).isEqualTo("local");
    assertThat(view.getOrganization().getValue()).isEqualTo("ace615c2");
    assertThat(view.getOrganization().getName()).isEqualTo("Tatooine");
    assertThat(view.getPatient().getId()).isEqualTo("2f3fb098");
    assertThat(view.getPatient().getNationalId()).isEqualTo("13116900216");
    assertThat(view.getPatient().getGivenName()).isEqualTo("Baby");
    assertThat(view.getPatient().getFamilyName()).isEqualTo("Yoda");
    assertThat(view.getPatient().getBirthDate()).isEqualTo(LocalDate.of(1969, 11, 13));
    assertThat(view.getPatient().getGender()).isEqualTo("male");
    assertThat(view.getPatient().getPhone()).isEqualTo("99900000");
    assertThat(view.getProblem()).isEqualTo("L02");
    assertThat(view.getClaims()).containsEntry("employeeId", "2f3fb098");
  }

  @Test
  void whatIsAbsentIsNull() {
    LaunchView view = view(Launches.exorlive());
    assertThat(view.getIssuer()).isNull();
    assertThat(view.getResponsible()).isNull();
    assertThat(view.getTransactionId()).isNull();
    assertThat(view.getTask()).isNull();
    assertThat(view.getTokenId()).isNull();
    assertThat(view.getIssuedAt()).isNull();
    assertThat(view.getUser().getEmail()).isNull();
    assertThat(view.getPatient().getMiddleName()).isNull();
    assertThat(view.getPatient().getEmail()).isNull();
    assertThat(view.getAttributes()).isEmpty();
    assertThat(view.getRoles()).isEmpty();
    assertThat(view(Launches.context(Launches.patient(null))).getPatient()).isNull();
  }

  @Test
  void zorgDomeinLaunchIsShownWhole() {
    LaunchView view =
        view(
            Launches.context(
                Launches.zorgdomein()
                    .claim("jti", "token-1")
                    .claim("responsible-id.system", "big")
                    .claim("responsible-id.value", "19012345601")));
    assertThat(view.getWindow()).isEqualTo(WINDOW);
    assertThat(view.getIssuer()).isEqualTo("Demo XIS");
    assertThat(view.getResponsible().getSystem()).isEqualTo("big");
    assertThat(view.getResponsible().getValue()).isEqualTo("19012345601");
    assertThat(view.getTransactionId()).isEqualTo("6fb34257-7e0d-41a1-b8a7-417a50de6d39");
    assertThat(view.getTokenId()).isEqualTo("token-1");
    assertThat(view.getIssuedAt()).isBeforeOrEqualTo(Instant.now());
    assertThat(view.getRoles()).containsExactly("practitioner");
  }

  @Test
  void toStringShowsNothingPersonal() {
    assertThat(view(Launches.exorlive()).toString())
        .contains("tatooine")
        .doesNotContain("Yoda", "Mando", "13116900216", "2f3fb098", "Tatooine");
  }
}
