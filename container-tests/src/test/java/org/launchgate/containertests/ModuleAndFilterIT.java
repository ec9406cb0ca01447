package org.launchgate.containertests;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The module with the filter behind it. */
class ModuleAndFilterIT extends ContainerContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withModuleAndFilter();
  }

  @Test
  void startHasNothingToWarnOf() throws Exception {
    assertThat(visitor().get("heard").body()).isEmpty();
  }
}
