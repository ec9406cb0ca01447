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
import org.launchgate.cdi.visit.Browser;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.server.ServerProcess;
import org.launchgate.security.wards.Ward;

/** The mechanism alone, with no filter, on a real GlassFish 7. */
class MechanismOnGlassFishTest extends MechanismCases {
  private static ServerProcess server;
  private static URI home;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = ServerProcess.glassFish();
    home =
        server.deploy(
            "portal",
            Portals.of(
                    List.of(Portal.class, WhoAmI.class, Ward.class),
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

  /** It asks the JDK's Policy, which JEP 486 has switched off. */
  @Override
  boolean knowsRolesOfCallers() {
    return Runtime.version().feature() < 24;
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
