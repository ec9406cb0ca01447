package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

/** Who a user is: at one partner, or with an account of the application. */
class LaunchPrincipalTest {
  private static LaunchPrincipal user(String partner, String value) {
    return new LaunchPrincipal(partner, "iss of " + partner, new Identifier("agb-z", value));
  }

  @Test
  void accountIsTheName() {
    LaunchPrincipal principal = user("xis", "1").withAccount("janssen");

    assertThat(principal.getName()).isEqualTo("janssen");
    assertThat(principal.account()).contains("janssen");
  }

  @Test
  void withoutAccountItIsNamedByThePartner() {
    assertThat(user("xis", "1").getName()).isEqualTo("xis|agb-z|1");
    assertThat(user("xis", "1").account()).isEmpty();
  }

  @Test
  void accountLeavesWhatThePartnerSays() {
    LaunchPrincipal principal = user("xis", "1").withAccount("janssen");

    assertThat(principal.partner()).isEqualTo("xis");
    assertThat(principal.issuer()).contains("iss of xis");
    assertThat(principal.user()).isEqualTo(new Identifier("agb-z", "1"));
  }

  @Test
  void oneAccountIsOneUserWhoeverThePartnerIs() {
    LaunchPrincipal here = user("xis", "1").withAccount("janssen");
    LaunchPrincipal there = user("tatooine", "2f3fb098").withAccount("janssen");

    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there);
  }

  @Test
  void twoAccountsAreTwoUsersAlsoWithOneIdentifier() {
    assertThat(user("xis", "1").withAccount("janssen"))
        .isNotEqualTo(user("xis", "1").withAccount("Janssen"));
  }

  @Test
  void userWithAccountIsNotTheOneWithout() {
    LaunchPrincipal without = user("xis", "1");
    LaunchPrincipal with = without.withAccount("janssen");

    assertThat(with).isNotEqualTo(without);
    assertThat(without).isNotEqualTo(with);
  }

  /** A resolver might give an account the name that a partner's user has. */
  @Test
  void accountThatIsCalledLikeAPartnersUserIsNotThatUser() {
    LaunchPrincipal without = user("xis", "1");
    LaunchPrincipal with = user("tatooine", "9").withAccount(without.getName());

    assertThat(with.getName()).isEqualTo(without.getName());
    assertThat(with).isNotEqualTo(without);
    assertThat(without).isNotEqualTo(with);
  }

  @Test
  void withoutAccountOnePartnersUserIsNotAnothers() {
    assertThat(user("xis", "1")).isNotEqualTo(user("tatooine", "1"));
    assertThat(user("xis", "1")).isNotEqualTo(user("xis", "2"));
    assertThat(user("xis", "1")).isEqualTo(user("xis", "1")).isNotEqualTo(null);
  }

  @Test
  void accountSurvivesSerialization() throws Exception {
    LaunchPrincipal principal = user("xis", "1").withAccount("janssen");

    LaunchPrincipal copy =
        (LaunchPrincipal) LaunchContextTest.read(LaunchContextTest.write(principal));

    assertThat(copy).isEqualTo(principal);
    assertThat(copy.getName()).isEqualTo("janssen");
    assertThat(copy.issuer()).contains("iss of xis");
    assertThat(copy.user()).isEqualTo(principal.user());
  }

  @Test
  void toStringShowsNeitherAccountNorIdentifier() {
    assertThat(user("xis", "01029999").withAccount("janssen").toString())
        .contains("xis")
        .doesNotContain("janssen", "01029999");
  }

  @Test
  void accountIsNeverNull() {
    assertThatNullPointerException().isThrownBy(() -> user("xis", "1").withAccount(null));
  }
}
