package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The module and the filter on a full server, with an EJB and Jakarta Security. */
class EnterpriseIT extends ContainerContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.enterprise();
  }

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
