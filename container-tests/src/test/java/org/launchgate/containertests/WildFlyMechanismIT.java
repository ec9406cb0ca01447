package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly's log, which has an error wherever messages are wrapped that are not let pass. */
@ExtendWith(ArquillianExtension.class)
class WildFlyMechanismIT {
  private static final Path LOG =
      Path.of(System.getProperty("wildfly.home"), "standalone/log/server.log");

  @ArquillianResource private @Nullable URL deployed;

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withMechanism("quiet");
  }

  @Test
  void pageThatAsksForALaunchLeavesNoErrorInTheLog() throws Exception {
    Visitor visitor = Visitor.at(deployed);
    int before = Files.readAllBytes(LOG).length;

    assertThat(visitor.get("secret/page").statusCode()).isEqualTo(401);
    // by the same connection, and so after the server is done with the first
    assertThat(visitor.get("whoami").statusCode()).isEqualTo(200);

    byte[] log = Files.readAllBytes(LOG);
    assertThat(new String(Arrays.copyOfRange(log, before, log.length), StandardCharsets.UTF_8))
        .doesNotContain(" ERROR ");
  }
}
