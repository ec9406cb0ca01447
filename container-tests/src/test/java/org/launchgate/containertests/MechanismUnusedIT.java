package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that has the mechanism's jars, and nothing that switches it on. */
@ExtendWith(ArquillianExtension.class)
class MechanismUnusedIT {
  private static final String PLAIN = "plain";
  private static final String UNUSED = "unused";

  @ArquillianResource
  @OperateOnDeployment(PLAIN)
  private @Nullable URL plain;

  @ArquillianResource
  @OperateOnDeployment(UNUSED)
  private @Nullable URL unused;

  @Deployment(name = PLAIN, testable = false)
  static WebArchive plain() {
    return Application.plain();
  }

  @Deployment(name = UNUSED, testable = false)
  static WebArchive application() {
    return Application.withUnusedMechanism();
  }

  @Test
  void launchIsForTheApplicationToServe() throws Exception {
    Visitor visitor = Visitor.at(unused);

    ContainerContract.assertTells(
        visitor.launchByLink(ContainerContract.ann("p1")), "who=nobody", "patient=none");

    ContainerContract.assertTells(visitor.get("whoami"), "who=nobody");
  }

  @Test
  void constraintIsKeptAsWithoutTheJars() throws Exception {
    HttpResponse<String> without = Visitor.at(plain).get("secret/page");

    HttpResponse<String> page = Visitor.at(unused).get("secret/page");

    assertThat(page.body()).doesNotContain("who=");
    assertThat(page.statusCode()).isEqualTo(without.statusCode());
  }
}
