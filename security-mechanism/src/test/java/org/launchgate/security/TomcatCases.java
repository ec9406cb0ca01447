package org.launchgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.glassfish.soteria.servlet.SamRegistrationInstaller;
import org.jboss.weld.environment.servlet.EnhancedListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.cdi.visit.Browser;
import org.launchgate.security.annotated.Portal;
import org.launchgate.security.app.WhoAmI;
import org.launchgate.security.jacc.CallerFilter;
import org.launchgate.security.server.ServerProcess;
import org.launchgate.security.server.WarFile;

/** The mechanism on a Tomcat whose application brings Soteria and Weld. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TomcatCases extends MechanismCases {
  static final String BEAN_MANAGER =
      """
      <resource-env-ref><resource-env-ref-name>BeanManager</resource-env-ref-name>
        <resource-env-ref-type>jakarta.enterprise.inject.spi.BeanManager</resource-env-ref-type>
      </resource-env-ref>
      """;

  /** So that SecurityContext knows the caller. */
  static final String CALLER =
      """
      <filter><filter-name>caller</filter-name>
        <filter-class>org.launchgate.security.jacc.CallerFilter</filter-class></filter>
      <filter-mapping><filter-name>caller</filter-name><url-pattern>/*</url-pattern>
      </filter-mapping>
      """;

  private final ServerProcess server;
  private final String version;
  private Path folder;
  private URI home;

  TomcatCases(ServerProcess server, String version) {
    this.server = server;
    this.version = version;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    this.folder = folder;
    home =
        deploy(
            "portal",
            Portals.of(
                List.of(Portal.class, WhoAmI.class, CallerFilter.class),
                BEAN_MANAGER,
                CALLER,
                Portals.params("windows=many"),
                Portals.CONSTRAINTS));
  }

  URI deploy(String name, WarFile war) throws IOException {
    return server.deploy(name, withSoteria(war).write(folder, name));
  }

  private static WarFile withSoteria(WarFile war) throws IOException {
    return war.withJars(
            "jakarta.authorization-api",
            "jakarta.enterprise",
            "jakarta.inject",
            "jakarta.interceptor",
            "jakarta.json-api",
            "jakarta.security.enterprise",
            "jakarta.ws.rs-api",
            "jboss-",
            "nimbus-jose-jwt",
            "weld-")
        .with(
            "META-INF/context.xml",
            """
            <Context><Resource name="BeanManager" auth="Container"
              type="jakarta.enterprise.inject.spi.BeanManager"
              factory="org.jboss.weld.resources.ManagerObjectFactory"/></Context>
            """)
        .with(
            "WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer",
            EnhancedListener.class.getName()
                + "\n"
                + SamRegistrationInstaller.class.getName()
                + "\n");
  }

  /** What the server says of an application that does not start. */
  String refuse(String name, WarFile war) throws Exception {
    String said = server.refuse(name, withSoteria(war).write(folder, name));
    assertThat(new Browser(server.home(name)).get("whoami").statusCode()).isEqualTo(404);
    return said;
  }

  @AfterAll
  void stop() {
    server.end();
  }

  @Test
  void serverIsTheOneThatItIsCalled() throws Exception {
    assertThat(browser.get("whoami").body()).contains("server=Apache Tomcat/" + version);
  }

  @Test
  void userOfTheContainersOwnStaysLoggedInAndKeepsLaunchesOut() throws Exception {
    browser.get("whoami?session");
    String before = browser.session();

    assertThat(browser.get("doors/login").body()).contains("user=janssen");

    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("admin/whoami").body())
        .contains("user=janssen", "isLaunchPrincipal=false", "admin=true", "byType=0");
    assertThat(browser.get("secret/whoami").statusCode()).isEqualTo(403);
    assertThat(browser.launch(Browser.token()).statusCode()).isEqualTo(403);
    browser.get("doors/out");
    assertThat(browser.get("admin/whoami").statusCode()).isEqualTo(401);
    assertThat(browser.launch(Browser.token()).statusCode()).isEqualTo(303);
  }

  @Override
  URI home() {
    return home;
  }

  /**
   * Tomcat has none of it, and of what it asks the application brings the answers for users only.
   */
  @Override
  boolean knowsRolesOfCallers() {
    return false;
  }
}
