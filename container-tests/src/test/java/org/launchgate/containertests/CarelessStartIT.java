package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with everything wrong that can be: the start says so, each with its remedy. */
@ExtendWith(ArquillianExtension.class)
class CarelessStartIT {
  @ArquillianResource private @Nullable URL deployed;

  @Deployment(testable = false)
  static WebArchive application() {
    return Application.careless("careless");
  }

  @Test
  void eachThingThatIsWrongIsNamedWithItsRemedy() throws Exception {
    List<String> expected = new ArrayList<>();
    expected.add("<login-config>");
    if (Server.underTest() == Server.GLASSFISH || Server.underTest() == Server.LIBERTY) {
      expected.add("<security-role><role-name>assistant</role-name></security-role>");
    }
    if (Difference.RUNS_WHAT_IS_ANSWERED.isHere()) {
      expected.add("name the LaunchFilter");
    }

    List<String> warnings = Visitor.at(deployed).get("heard").body().lines().toList();

    assertThat(warnings).hasSameSizeAs(expected);
    assertThat(expected)
        .allSatisfy(remedy -> assertThat(warnings).anyMatch(line -> line.contains(remedy)));
  }
}
