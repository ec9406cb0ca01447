package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.security.app.Portal;
import org.launchgate.security.server.GlassFishProcess;

/** The mechanism alone, with no filter, on a real GlassFish 7. */
class MechanismOnGlassFishTest {
  @TempDir static Path folder;
  private static GlassFishProcess server;
  private static java.net.URI home;
  private Browser browser;

  @BeforeAll
  static void start() throws Exception {
    server = GlassFishProcess.start();
    home =
        server.deploy(
            "portal",
            Portals.of(Portal.class, Portals.PARAMS, Portals.CONSTRAINTS).write(folder, "portal"));
  }

  @AfterAll
  static void stop() throws Exception {
    System.out.println(server.undeploy("portal"));
    server.close();
  }

  @BeforeEach
  void open() {
    browser = new Browser(home);
  }

  @Test
  void withoutALaunchOpenPagesAreServedAndOthersAsk() throws Exception {
    assertThat(browser.get("whoami").body())
        .contains("user=nobody", "caller=nobody", "byType=0", "ward=closed", "patient=none");

    HttpResponse<String> secret = browser.get("secret/whoami");

    assertThat(secret.statusCode()).isEqualTo(401);
    assertThat(secret.body()).contains("<h1").doesNotContain("user=");
  }

  @Test
  void launchLogsInToTheContainer() throws Exception {
    HttpResponse<String> answer = browser.launch(Browser.token());
    assertThat(answer.statusCode()).isEqualTo(303);

    HttpResponse<String> secret = browser.get("secret/whoami");

    assertThat(secret.statusCode()).isEqualTo(200);
    assertThat(secret.body())
        .contains(
            "user=demo-xis|",
            "remoteUser=demo-xis|",
            "isLaunchPrincipal=true",
            "practitioner=true",
            "admin=false",
            "caller=demo-xis|",
            "callerInRole=true",
            "byType=1",
            "ward=demo-xis|")
        .doesNotContain("patient=none");
    assertThat(browser.get("admin/whoami").statusCode()).isEqualTo(403);
  }
}
