package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.launchgate.cdi.visit.Browser;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.bare.Inventory;
import org.launchgate.security.beside.Reception;
import org.launchgate.security.direct.Dossier;
import org.launchgate.security.jacc.CallerFilter;
import org.launchgate.security.server.ServerProcess;
import org.launchgate.security.twice.One;

/** Tomcat 10.1, and what stops an application from starting there. */
class MechanismOnTomcatTest extends TomcatCases {
  MechanismOnTomcatTest() throws IOException {
    super(ServerProcess.tomcat(), "10.1.");
  }

  @Test
  void weldAddsNothingOfOursToAnApplicationWithoutOurAnnotations() throws Exception {
    Browser bare =
        new Browser(
            deploy(
                "bare",
                Portals.of(List.of(Inventory.class), BEAN_MANAGER).withAllClassesAsBeans()));

    String inventory = bare.get("inventory").body();

    assertThat(inventory).contains("launch=[]", "mechanism=[]", "org.launchgate.security.bare");
    assertThat(inventory.replace("org.launchgate.security.bare", "its own"))
        .doesNotContain("org.launchgate");
    assertThat(bare.get("launch?token=x").statusCode()).isEqualTo(404);
  }

  @Test
  void twoDefinitionsStopTheStart() throws Exception {
    assertThat(refuse("twice", Portals.of(List.of(One.class), BEAN_MANAGER, Portals.params())))
        .contains("org.launchgate.security.twice.One and org.launchgate.security.twice.Other");
  }

  @Test
  void contextThatWouldStayTheSameForAllStopsTheStart() throws Exception {
    assertThat(
            refuse(
                "direct",
                Portals.of(List.of(Portal.class, Dossier.class), BEAN_MANAGER, Portals.params())))
        .contains("inject a CurrentLaunch, or an Instance<LaunchContext>");
  }

  @Test
  void mistakeInTheConfigurationStopsTheStart() throws Exception {
    assertThat(
            refuse(
                "mistake",
                Portals.of(
                    List.of(Portal.class, WhoAmI.class),
                    BEAN_MANAGER,
                    Portals.params("windows=several"))))
        .contains("single, strict or many");
  }

  /** Tomcat would change the session's id, and is told not to: the guide has yours do it. */
  @Test
  void whoeverAnotherMechanismRemembersHasANewSessionIdAndTakesNoLaunch() throws Exception {
    Browser staff =
        new Browser(
            deploy(
                "beside",
                Portals.of(
                    List.of(Reception.class, WhoAmI.class, CallerFilter.class),
                    BEAN_MANAGER,
                    CALLER,
                    Portals.params(),
                    Portals.CONSTRAINTS)));
    staff.get("whoami?session");
    String before = staff.session();

    staff.get("whoami?stay&changed", "Badge", "nurse");

    assertThat(staff.session()).isNotEmpty().isNotEqualTo(before);
    assertThat(staff.get("admin/whoami").body())
        .contains("user=nurse", "admin=true", "practitioner=false", "patient=none");
    Browser thief = new Browser(staff.home());
    thief.session(before);
    assertThat(thief.get("whoami").body()).contains("user=nobody");
    assertThat(staff.launch(Browser.token()).statusCode()).isEqualTo(403);
    assertThat(staff.get("whoami").body()).contains("user=nurse", "patient=none");
  }
}
