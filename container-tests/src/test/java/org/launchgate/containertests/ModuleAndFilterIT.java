package org.launchgate.containertests;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The module with the filter behind it. */
class ModuleAndFilterIT extends ContainerContract {
  @Deployment(testable = false)
  static WebArchive application() {
    return Application.withModuleAndFilter();
  }
}
