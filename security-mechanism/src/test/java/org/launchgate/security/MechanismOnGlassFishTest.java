package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.server.GlassFishProcess;

/** The mechanism alone, with no filter, on a real GlassFish 7. */
class MechanismOnGlassFishTest extends MechanismCases {
  private static GlassFishProcess server;
  private static URI home;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = GlassFishProcess.shared();
    home =
        server.deploy(
            "portal",
            Portals.of(
                    List.of(Portal.class, WhoAmI.class),
                    Portals.params("windows=many"),
                    Portals.CONSTRAINTS)
                .write(folder, "portal"));
  }

  @AfterAll
  static void stop() throws IOException {
    server.undeploy("portal");
  }

  @Override
  URI home() {
    return home;
  }

  @Test
  void beansWithRolesKnowWhoLaunched() throws Exception {
    assertThat(browser.get("ward").body()).contains("ward=closed");

    browser.launch(Browser.token());
    assertThat(browser.get("ward").body()).contains("ward=demo-xis|");

    browser.get("doors/out");
    assertThat(browser.get("ward").body()).contains("ward=closed");
  }
}
