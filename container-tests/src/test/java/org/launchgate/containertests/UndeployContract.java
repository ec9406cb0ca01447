package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that is undeployed leaves nothing at the server's factory, and may come back. */
@ExtendWith(ArquillianExtension.class)
abstract class UndeployContract {
  static final String CLINIC = "clinic";
  private static final String REGISTRY = "registry";

  @ArquillianResource private @Nullable Deployer deployer;

  @ArquillianResource
  @OperateOnDeployment(REGISTRY)
  private @Nullable URL registry;

  @Deployment(name = REGISTRY, testable = false)
  static WebArchive registry() {
    return Application.registry();
  }

  /** Under which path the application is. */
  abstract String path();

  /** What the server itself leaves. */
  List<String> left() {
    return List.of();
  }

  private boolean isOurs(String registration) {
    return registration.contains(" /" + path() + " = ");
  }

  private Visitor visitor(String application) {
    int port = Objects.requireNonNull(registry).getPort();
    return new Visitor(URI.create("http://127.0.0.1:" + port + "/" + application + "/"));
  }

  /** Without the places that are there for nobody, as Tomcat needs one for a reload. */
  private List<String> registrations() throws Exception {
    return visitor(REGISTRY)
        .get("registrations")
        .body()
        .lines()
        .filter(line -> !line.endsWith(" = none"))
        .sorted()
        .toList();
  }

  @Test
  void applicationLeavesNothingAndMayComeBack() throws Exception {
    Deployer clinics = Objects.requireNonNull(deployer);
    List<String> before = registrations();
    assertThat(before).noneMatch(this::isOurs);
    List<String> after = Stream.concat(before.stream(), left().stream()).sorted().toList();

    for (int round = 0; round < 2; round++) {
      clinics.deploy(CLINIC);
      Visitor visitor = visitor(path());
      ContainerContract.window(visitor.launchByLink(ContainerContract.ann("p1")));
      assertThat(visitor.get("secret/page").statusCode()).isEqualTo(200);
      assertThat(registrations()).anyMatch(this::isOurs);

      clinics.undeploy(CLINIC);

      assertThat(registrations()).isEqualTo(after);
      assertThat(visitor.get("secret/page").statusCode()).isEqualTo(404);
    }
  }
}
