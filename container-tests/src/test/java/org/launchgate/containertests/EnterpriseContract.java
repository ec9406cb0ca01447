package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a full server's other parts know of who launched: an EJB, and Jakarta Security. */
abstract class EnterpriseContract extends ContainerContract {
  @Test
  void ejbOfARoleIsForThatRole() throws Exception {
    assertThat(launched().get("ward/").body()).isEqualTo("patients for demo-xis|agb-z|ann");
    assertThat(visitor().get("ward/").body()).isEqualTo("not for you");
    Visitor assistant = visitor();
    window(assistant.launchByForm(mando("p2")));
    assertThat(assistant.get("ward/").body()).isEqualTo("not for you");
  }

  @Test
  void ejbKnowsTheRolesOfTheCaller() throws Exception {
    assertThat(launched().get("ward/hours").body()).isEqualTo("practitioner=true");
    assertThat(visitor().get("ward/hours").body()).isEqualTo("practitioner=false");
  }

  @Test
  void jakartaSecurityKnowsTheCaller() throws Exception {
    assertTells(
        launched().get("caller"),
        "caller=demo-xis|agb-z|ann",
        "launchPrincipals=demo-xis|agb-z|ann",
        "practitioner=" + !Difference.SEES_NO_ROLE.isHere(),
        "secret=" + !Difference.SEES_NO_ACCESS.isHere());
    assertTells(
        visitor().get("caller"),
        "caller=" + (Difference.NAMES_NOBODY.isHere() ? "anonymous" : "nobody"),
        "launchPrincipals=",
        "practitioner=false",
        "secret=false");
  }
}
