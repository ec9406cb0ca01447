package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly as it comes, by a security domain that was left as it was. */
@ExtendWith(ArquillianExtension.class)
class WildFlyDomainIT {
  @ArquillianResource private @Nullable URL deployed;

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.inWildFlyDomain("untouched");
  }

  @Test
  void whatKeepsUsersOutIsNamedWithItsRemedy() throws Exception {
    Visitor visitor = Visitor.at(deployed);

    assertThat(visitor.get("whoami").statusCode()).isEqualTo(200);
    assertThat(visitor.get("heard").body().lines())
        .singleElement()
        .asString()
        .contains(
            "/subsystem=undertow/application-security-domain=untouched:write-attribute"
                + "(name=integrated-jaspi,value=false)");

    visitor.launchByLink(ContainerContract.ann("p1"));
    assertThat(visitor.get("whoami").statusCode()).isEqualTo(500);
  }
}
