package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.cdi.visit.Browser;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.bare.Inventory;
import org.launchgate.security.beside.Reception;
import org.launchgate.security.clash.Badges;
import org.launchgate.security.direct.Dossier;
import org.launchgate.security.produced.Factory;
import org.launchgate.security.server.ServerProcess;
import org.launchgate.security.server.WarFile;
import org.launchgate.security.twice.One;

/** Each way to switch the mechanism on, or not, and what stops an application from starting. */
class DeploymentOnGlassFishTest {
  @TempDir Path folder;
  private ServerProcess server;
  private String name;

  @BeforeEach
  void start(TestInfo test) throws IOException {
    server = ServerProcess.glassFish();
    name = test.getTestMethod().orElseThrow().getName();
  }

  private Browser deploy(WarFile war) throws IOException {
    return new Browser(server.deploy(name, war.write(folder, name)));
  }

  /** What the server says of an application that it does not serve. */
  private String refuse(WarFile war) throws Exception {
    String said = server.refuse(name, war.write(folder, name));
    assertThat(new Browser(server.home(name)).get("whoami").statusCode()).isEqualTo(404);
    return said;
  }

  private static void checkLaunch(Browser browser) throws Exception {
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(401);

    browser.launch(Browser.tokenFor("patient-1"));

    assertThat(browser.get("secret/whoami").body())
        .contains("isLaunchPrincipal=true", "practitioner=true", "byType=1", "patient=patient-1");
  }

  @Test
  void libraryWithoutOurAnnotationsAddsNothing() throws Exception {
    Browser browser = deploy(Portals.of(List.of(Inventory.class)).withAllClassesAsBeans());

    String inventory = browser.get("inventory").body();

    assertThat(inventory).contains("launch=[]", "mechanism=[]", "org.launchgate.security.bare");
    assertThat(inventory.replace("org.launchgate.security.bare", "its own"))
        .doesNotContain("org.launchgate");
    assertThat(browser.get("launch?token=x").statusCode()).isEqualTo(404);
  }

  @Test
  void applicationMayProduceTheMechanismItself() throws Exception {
    checkLaunch(
        deploy(
            Portals.of(
                List.of(Factory.class, WhoAmI.class),
                "<listener><listener-class>"
                    + LaunchMechanismListener.class.getName()
                    + "</listener-class></listener>",
                Portals.params(),
                Portals.CONSTRAINTS)));
  }

  @Test
  void producedMechanismWithoutItsListenerLetsNobodyIn() throws Exception {
    Browser browser =
        deploy(
            Portals.of(
                List.of(Factory.class, WhoAmI.class), Portals.params(), Portals.CONSTRAINTS));

    HttpResponse<String> answer = browser.get("secret/whoami");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("user=");
    assertThat(browser.launch(Browser.token()).statusCode()).isEqualTo(500);
    assertThat(server.undeploy(name))
        .contains("name the listener org.launchgate.security.LaunchMechanismListener in web.xml");
  }

  /** As the guide has it: on the class that the definition stands on, and nowhere else. */
  @Test
  void rolesAreDeclaredBesideTheDefinition() throws Exception {
    String said =
        server.refuse(
            name,
            Portals.of(List.of(Portal.class, WhoAmI.class), Portals.params()).write(folder, name));
    Browser browser = new Browser(server.home(name));
    browser.launch(Browser.tokenFor("patient-1"));

    assertThat(browser.get("whoami").body()).contains("practitioner=true", "admin=false");
    assertThat(said)
        .contains("mechanism takes launches from 2 partner(s)")
        .doesNotContain("<security-role>");
  }

  @Test
  void filterBesideTheMechanismSharesItsConfiguration() throws Exception {
    Browser browser =
        deploy(
            Portals.of(
                List.of(Portal.class, WhoAmI.class),
                Portals.params(),
                Portals.FILTER,
                Portals.CONSTRAINTS));

    checkLaunch(browser);
    String before = browser.session();
    browser.launch(Browser.tokenFor("patient-2"));

    assertThat(browser.get("secret/whoami").body()).contains("patient=patient-2");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.launch(Browser.token().claim("iss", "Nobody")).statusCode()).isEqualTo(403);
    browser.post("logout", Browser.FORM, "");
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(401);
  }

  @Test
  void besideOthersItKeepsOutOfEveryRequestWithoutLaunch() throws Exception {
    Browser browser =
        deploy(
            Portals.of(
                List.of(Reception.class, WhoAmI.class), Portals.params(), Portals.CONSTRAINTS));

    HttpResponse<String> nobody = browser.get("secret/whoami");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("Asks-For")).hasValue("badge");
    assertThat(browser.get("whoami").body()).contains("user=nobody", "caller=nobody");
    HttpResponse<String> nurse = browser.get("admin/whoami", "Badge", "nurse");
    assertThat(nurse.body())
        .contains("user=nurse", "caller=nurse", "admin=true", "practitioner=false", "patient=none");

    browser.launch(Browser.tokenFor("patient-1"));

    assertThat(browser.get("secret/whoami").body())
        .contains("isLaunchPrincipal=true", "practitioner=true", "patient=patient-1");
    assertThat(browser.get("secret/whoami", "Badge", "nurse").body())
        .contains("user=demo-xis|", "caller=demo-xis|", "admin=false");
    HttpResponse<String> refused = browser.launch(Browser.token().claim("iss", "Nobody"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("Asks-For")).isEmpty();
    browser.post("logout", Browser.FORM, "");
    assertThat(browser.get("admin/whoami", "Badge", "nurse").body())
        .contains("user=nurse", "patient=none");
  }

  @Test
  void mistakeInTheConfigurationStopsTheStart() throws Exception {
    assertThat(
            refuse(
                Portals.of(List.of(Portal.class, WhoAmI.class), Portals.params("windows=several"))))
        .contains("context-params that begin with \"launchgate.\"")
        .contains("windows")
        .contains("single, strict or many");
  }

  /** GlassFish would leave the filter out, and serve everything. */
  @Test
  void filterThatCannotStartLetsNothingPass() throws Exception {
    String said =
        server.refuse(
            name,
            Portals.of(List.of(Inventory.class), Portals.FILTER)
                .withAllClassesAsBeans()
                .write(folder, name));

    HttpResponse<String> answer = new Browser(server.home(name)).get("inventory");

    assertThat(said).contains("LaunchFilter \"launchgate\" cannot start: init-param partners");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void twoDefinitionsStopTheStart() throws Exception {
    assertThat(refuse(Portals.of(List.of(One.class), Portals.params())))
        .contains(
            "@LaunchAuthenticationMechanismDefinition stands on"
                + " org.launchgate.security.twice.One and org.launchgate.security.twice.Other:"
                + " leave it on one of them");
  }

  @Test
  void secondMechanismStopsTheStart() throws Exception {
    assertThat(refuse(Portals.of(List.of(Portal.class, Badges.class), Portals.params())))
        .contains("another authentication mechanism, org.launchgate.security.clash.Badges, beside")
        .contains("on org.launchgate.security.annotated.Portal: leave one, or write besideOthers");
  }

  @Test
  void contextThatWouldStayTheSameForAllStopsTheStart() throws Exception {
    assertThat(refuse(Portals.of(List.of(Portal.class, Dossier.class), Portals.params())))
        .contains("org.launchgate.security.direct.Dossier.launch")
        .contains("inject a CurrentLaunch, or an Instance<LaunchContext>");
  }

  @Test
  void afterItIsTakenAwayNothingOfItRuns() throws Exception {
    deploy(Portals.of(List.of(Portal.class, WhoAmI.class), Portals.params()));
    server.undeploy(name);

    checkLaunch(
        deploy(
            Portals.of(
                List.of(Portal.class, WhoAmI.class), Portals.params(), Portals.CONSTRAINTS)));
  }
}
